package import Stories

/// One office of the regency: a kelurahan, a dinas, the front desk.
package struct OfficeUnit: Hashable, Sendable {
    package let id: Code
    package let name: String

    /// The names by which blueprints call it: `kelurahan`, `dinas-koperasi`.
    package let answersTo: Set<String>

    /// The Kemendagri code of its village, where it serves just one.
    package let village: Code?

    /// As it stands in letter numbers.
    package let code: String

    /// Lines of its letterhead, from the regency's name down.
    package let letterhead: [String]
    package let address: String
    package let phone: String
    package let whatsApp: String?

    package init(
        id: Code,
        name: String,
        answersTo: Set<String>,
        village: Code?,
        code: String,
        contact: Contact
    ) {
        self.id = id
        self.name = name
        self.answersTo = answersTo
        self.village = village
        self.code = code
        letterhead = contact.letterhead
        address = contact.address
        phone = contact.phone
        whatsApp = contact.whatsApp
    }

    /// How a unit is reached, on paper and otherwise.
    package struct Contact: Hashable, Sendable {
        package var letterhead: [String]
        package var address: String
        package var phone: String
        package var whatsApp: String?

        package init(
            letterhead: [String] = [],
            address: String = "",
            phone: String = "",
            whatsApp: String? = nil
        ) {
            self.letterhead = letterhead
            self.address = address
            self.phone = phone
            self.whatsApp = whatsApp
        }
    }
}

/// A post of a unit: tasks follow the post, not the person.
package struct OfficePost: Hashable, Sendable {
    package let id: Code
    package let title: String
    package let unit: Code

    /// The duties by which blueprints call it: `petugas-pelayanan`, `kepala-wilayah`.
    package let duties: Set<String>

    package init(id: Code, title: String, unit: Code, duties: Set<String>) {
        self.id = id
        self.title = title
        self.unit = unit
        self.duties = duties
    }
}

/// All units and posts of the regency, as published.
package struct OfficeMap: Hashable, Sendable {
    package let units: [OfficeUnit]
    package let posts: [OfficePost]
    private let unitsByID: [Code: OfficeUnit]
    private let postsByID: [Code: OfficePost]

    /// The units by each name that they answer to, their own id among them, in the order of all.
    private let unitsByName: [String: [OfficeUnit]]

    /// The one of them that serves a village.
    private let unitsByVillage: [String: [Code: OfficeUnit]]

    package init(units: [OfficeUnit], posts: [OfficePost]) {
        self.units = units
        self.posts = posts
        unitsByID = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        postsByID = Dictionary(posts.map { ($0.id, $0) }) { first, _ in first }
        var named: [String: [OfficeUnit]] = [:]
        var local: [String: [Code: OfficeUnit]] = [:]
        for unit in units {
            for name in unit.answersTo.union([unit.id.text]) {
                named[name, default: []].append(unit)
                guard let village = unit.village, local[name]?[village] == nil else { continue }
                local[name, default: [:]][village] = unit
            }
        }
        unitsByName = named
        unitsByVillage = local
    }

    package func unit(_ id: Code) -> OfficeUnit? { unitsByID[id] }

    package func post(_ id: Code) -> OfficePost? { postsByID[id] }

    /// The units that a blueprint means by a name: one of that id, or all that answer to it.
    package func units(called name: String) -> [OfficeUnit] { unitsByName[name] ?? [] }

    /// The unit that a blueprint means by a name, for a village where there are many.
    ///
    /// Nil where nobody is bound to the name, or where none of several serves the village.
    package func unit(called name: String, for village: Code?) -> OfficeUnit? {
        if let village, let one = unitsByVillage[name]?[village] { return one }
        let candidates = units(called: name)
        return candidates.count == 1 ? candidates.first : nil
    }

    /// Posts of a unit that have a duty.
    package func posts(with duty: String, in unit: Code) -> [OfficePost] {
        posts.filter { $0.unit == unit && $0.duties.contains(duty) }
    }
}
