package import Stories

/// What happened to a person's request.
package enum PersonRequestFact: Hashable, Sendable {
    case opened(Opening)
    case gathered([OpaqueID])
    case decided(Verdict)

    /// The second official did not approve, and says why.
    case returned(Sealed)
    case approved(by: Actor)

    /// Somebody took out what the dossiers hold.
    case handed(Handing)
    case done(Sealed)
}

/// What a person may ask (UU 27/2022, articles 5 to 13).
package enum Asks: String, FactWord {
    case access = "akses"
    case correction = "perbaikan"
    case withdrawal = "cabut-persetujuan"
    case restriction = "pembatasan"
    case erasure = "penghapusan"
    case objection = "keberatan"
}

/// How it was made sure who asks.
package enum IdentityCheck: String, FactWord {
    case idCard = "ktp"
    case proxy = "surat-kuasa"
    case knownNumber = "telepon-tercatat"
    case otherPaper = "dokumen-lain"

    /// The applicant of one case, by the link of its receipt: good for that case alone.
    case receiptLink = "tautan-tanda-terima"
}

/// Why a request is refused (UU 27/2022, articles 15 and 33).
package enum Ground: String, FactWord {
    case harmsOthers = "membahayakan-orang-lain"
    case othersData = "data-orang-lain"
    case lawEnforcement = "penegakan-hukum"
    case mustBeKept = "wajib-disimpan"
    case notTheirs = "bukan-datanya"
    case identityUnproven = "identitas-tidak-terbukti"

    /// Withdrawal of a consent that nothing rests on.
    case noConsent = "bukan-persetujuan"
}

/// A request as it was recorded: what, since when, by which check.
package struct Opening: Hashable, Sendable {
    package let asks: Asks
    package let received: Instant
    package let due: Instant
    package let check: IdentityCheck

    /// Who asks and which paper was seen, sealed in the request's own dossier.
    package let identity: Sealed
}

/// What was decided, by whom; without a ground it is granted.
package struct Verdict: Hashable, Sendable {
    package let by: Actor
    package let ground: Ground?
    package let words: Sealed
}

/// What the dossiers hold was taken out: in which form, by whom, open until when.
package struct Handing: Hashable, Sendable {
    package let form: Form
    package let to: Actor
    package let until: Instant

    init(_ form: Form, to: Actor, until: Instant) {
        (self.form, self.to, self.until) = (form, to, until)
    }

    package enum Form: String, FactWord {
        case json
        case page = "cetak"
    }
}

extension PersonRequestFact: FactShape {
    package var kind: Code {
        switch self {
        case .opened: "opened"
        case .gathered: "gathered"
        case .decided: "decided"
        case .returned: "returned"
        case .approved: "approved"
        case .handed: "handed"
        case .done: "done"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .opened(let opening):
            fields.put("asks", opening.asks)
            fields.put("received", opening.received)
            fields.put("due", opening.due)
            fields.put("check", opening.check)
            fields.put("identity", opening.identity)
        case .gathered(let cases): fields.put("cases", each: cases)
        case .decided(let verdict):
            fields.put("decider", verdict.by)
            fields.put("ground", verdict.ground)
            fields.put("words", verdict.words)
        case .returned(let words), .done(let words): fields.put("words", words)
        case .approved(let by): fields.put("approver", by)
        case .handed(let handing):
            fields.put("form", handing.form)
            fields.put("to", handing.to)
            fields.put("until", handing.until)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "opened":
            self = .opened(
                Opening(
                    asks: try fields.get("asks"),
                    received: try fields.get("received"),
                    due: try fields.get("due"),
                    check: try fields.get("check"),
                    identity: try fields.get("identity")
                )
            )
        case "gathered": self = .gathered(try fields.list("cases"))
        case "decided":
            self = .decided(
                Verdict(
                    by: try fields.get("decider"),
                    ground: try fields.find("ground"),
                    words: try fields.get("words")
                )
            )
        case "returned": self = .returned(try fields.get("words"))
        case "approved": self = .approved(by: try fields.get("approver"))
        case "handed":
            self = .handed(
                Handing(
                    try fields.get("form"),
                    to: try fields.get("to"),
                    until: try fields.get("until")
                )
            )
        case "done": self = .done(try fields.get("words"))
        default: throw FactUnreadable("no fact of a person's request: \(kind)")
        }
    }
}
