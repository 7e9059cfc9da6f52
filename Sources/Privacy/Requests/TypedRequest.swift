import Site
import Stories

/// A person's request as it stands in the form, and what is wrong with it.
struct TypedRequest: Sendable {
    var asks = ""
    var name = ""
    var nik = ""
    var phone = ""
    var number = ""
    var check = ""
    var paper = ""
    var date = DateInput()
    var time = ""
    var problems: [String: Words] = [:]

    init() {}

    init(_ posted: Posted) {
        func line(_ name: String) -> String {
            String((posted[name] ?? "").trimmingSpaces.prefix(200))
        }
        asks = line("minta")
        name = line("nama")
        nik = line("nik")
        phone = line("hp")
        number = line("nomor")
        check = line("cek")
        paper = line("dokumen")
        date = posted.date("diterima")
        time = line("jam")
    }

    /// What was asked, where everything that is needed was typed; without a time it came now.
    mutating func checked(_ zone: Zone, now: Instant) -> AskedByPerson? {
        problems = [:]
        let asks = Asks(rawValue: asks)
        let check = IdentityCheck.atTheCounter.first { $0.rawValue == self.check }
        let received = date.instant(at: time, zone, orNow: now)
        if asks == nil { problems["minta"] = .chooseOne }
        if name.isEmpty { problems["nama"] = .nameMissing }
        if check == nil { problems["cek"] = .chooseOne }
        if paper.isEmpty { problems["dokumen"] = .paperMissing }
        if received == nil { problems["diterima"] = .receivedUnreadable }
        guard problems.isEmpty, let asks, let check, let received else { return nil }
        let who = Identity(name: name, nik: nik, phone: phone, number: number, paper: paper)
        return AskedByPerson(asks: asks, received: received, check: check, identity: who)
    }

    var form: Form {
        var form = Form(
            to: "/kelola/data-pribadi/baru",
            [
                Field("minta", .whatIsAsked, .choice(asks, Asks.allCases.map(\.option))),
                Field(
                    "diterima",
                    .receivedOn,
                    hint: .receivedHint,
                    isOptional: true,
                    .date(date)
                ),
                Field("jam", .receivedTime, isOptional: true, .text(TextInput(time, most: 5))),
                Field("nama", .fullName, .text(TextInput(name, most: 200))),
                Field("nik", .nik, isOptional: true, .text(TextInput(nik, .nik))),
                Field("hp", .phone, isOptional: true, .text(TextInput(phone, .phone))),
                Field(
                    "nomor",
                    .caseNumber,
                    isOptional: true,
                    .text(TextInput(number, .caseNumber))
                ),
                Field("cek", .howChecked, .choice(check, IdentityCheck.atTheCounter.map(\.option))),
                Field("dokumen", .paperSeen, hint: .paperHint, .text(TextInput(paper, most: 200))),
            ].map { $0.with(error: problems[$0.name]) },
            buttons: [Button(.openRequest)]
        )
        form.headings = [3: .whoAsks, 7: .identityCheck]
        return form
    }
}

/// A new request of a person.
struct NewRequestPage: Page {
    var typed: TypedRequest

    var frame: Frame {
        Frame(
            back: Link(.peoplesData, "/kelola/data-pribadi"),
            status: typed.problems.isEmpty ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.newRequest.text(in: visit.language) }

    func body(_ html: HTML) {
        let form = typed.form
        html(ErrorSummary(of: form.fields))
        html(.h1, .newRequest)
        html(.p, .newRequestWhat)
        html(form)
    }
}
