/// One question of a form with what was answered and what is to be fixed.
///
/// The element with the id `name` is the one that takes the focus from the error summary.
package struct Field: Sendable {
    package var name: String
    package var label: Words
    package var hint: Words?
    package var error: Words?

    /// What is said beside the question that is no mistake: that it has changed since.
    package var remark: Words?
    package var isOptional: Bool

    /// True where short choices may stand side by side.
    package var isCompact = false
    package var control: Control

    package init(
        _ name: String,
        _ label: Words,
        hint: Words? = nil,
        isOptional: Bool = false,
        _ control: Control
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.isOptional = isOptional
        self.control = control
    }

    /// The same with its error.
    package func with(error: Words?) -> Field {
        var field = self
        field.error = error
        return field
    }

    var hintID: String { name + "-petunjuk" }
    var errorID: String { name + "-perbaiki" }
    var remarkID: String { name + "-berubah" }

    /// What a screen reader adds to the label.
    var describedBy: String? {
        let ids = [
            error == nil ? nil : errorID, remark == nil ? nil : remarkID,
            hint == nil ? nil : hintID,
        ].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// How a question is answered, with the answer as it was typed.
package enum Control: Sendable {
    case text(TextInput)
    case longText(String, most: Int?)
    case choice(String?, [Option])

    /// One of many whose names are known, in a list that folds out: for officials only.
    case pick(String, [Option])
    case choices([String], [Option])
    case yesNo(Bool?)
    case date(DateInput)
    case place(PlaceInput)
    case money(String)
    case decimal(String, unit: Words)
    case file(FileInput)
    case point(latitude: String, longitude: String)
    case area(AreaInput)
    case group(RepeatGroup)
    case consent(Bool, Words)

    /// True where many boxes share one question: the question is a legend then.
    var isSet: Bool {
        switch self {
        case .text, .longText, .money, .decimal, .file, .pick: false
        case .choice, .choices, .yesNo, .date, .place, .point, .area, .group, .consent: true
        }
    }

    /// True if the form must be sent as multipart.
    var sendsFiles: Bool {
        switch self {
        case .file, .area: true
        case .group(let group): group.members.joined().contains { $0.control.sendsFiles }
        case .text, .longText, .choice, .choices, .yesNo, .date, .place, .money, .decimal, .point,
            .consent, .pick:
            false
        }
    }
}

/// A line of text and what is written in it.
package struct TextInput: Sendable {
    package var value: String
    package var kind: Kind
    package var most: Int?

    package init(_ value: String = "", _ kind: Kind = .plain, most: Int? = nil) {
        self.value = value
        self.kind = kind
        self.most = most
    }

    /// What the line holds: the keyboard and what the phone may fill in follow from it.
    package enum Kind: Sendable, CaseIterable {
        case plain, name, nik, nib, phone, mail, address, whole, caseNumber, oneTimeCode
        case username, password, newPassword, search
    }
}

/// One answer to choose.
package struct Option: Sendable {
    package var value: String
    package var label: Words
    package var hint: Words?

    package init(_ value: String, _ label: Words, hint: Words? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// Three boxes, as typed.
package struct DateInput: Sendable {
    package var day: String
    package var month: String
    package var year: String
    package var isBirthday: Bool

    package init(day: String = "", month: String = "", year: String = "", isBirthday: Bool = false)
    {
        self.day = day
        self.month = month
        self.year = year
        self.isBirthday = isBirthday
    }
}

/// A village: searched for on the server, then chosen from a short list.
package struct PlaceInput: Sendable {
    package var search: String
    package var chosen: Option?
    /// What the search found; nil before anybody searched.
    package var found: [Option]?

    package init(search: String = "", chosen: Option? = nil, found: [Option]? = nil) {
        self.search = search
        self.chosen = chosen
        self.found = found
    }
}

/// Files to be sent, and those that came already.
package struct FileInput: Sendable {
    package var kind: Kind
    package var sent: [FileItem]
    package var takesMany: Bool

    package init(_ kind: Kind, sent: [FileItem] = [], takesMany: Bool = false) {
        self.kind = kind
        self.sent = sent
        self.takesMany = takesMany
    }

    /// What may be picked.
    package enum Kind: Sendable, CaseIterable {
        case photo, photoOrPDF, any
        /// A picture from wherever it lies: no camera is opened for it.
        case picture
    }
}

/// The boundary of a piece of land: a file, or its corners one on a line.
package struct AreaInput: Sendable {
    package var corners: String
    package var sent: FileItem?

    package init(corners: String = "", sent: FileItem? = nil) {
        self.corners = corners
        self.sent = sent
    }
}

/// The same questions for one after the other ("Tambah orang").
package struct RepeatGroup: Sendable {
    /// What one of them is called: "Orang".
    package var thing: Words
    package var add: Words
    package var members: [[Field]]
    package var most: Int?

    package init(_ thing: Words, add: Words = .addAnother, members: [[Field]], most: Int? = nil) {
        self.thing = thing
        self.add = add
        self.members = members
        self.most = most
    }
}
