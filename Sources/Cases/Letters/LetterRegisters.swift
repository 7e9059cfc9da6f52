package import Stories

/// The story of the registers of outgoing letters after a restore.
///
/// What was numbered after the last backup stands on paper only. So a register of that year stays
/// locked until an official enters the last number of the book; the numbers between are voided
/// by this fact, and its origin says why: they were lost with the end of the log.
package enum LetterRegisters: Story {
    package static let kind: StreamKind = "letter-registers"
    package static let beginning = ContinuedRegisters()

    /// The one stream of the installation.
    package static let stream = Stream(kind, OpaqueID(high: 0, low: 1))

    /// More letters than a unit writes between two backups; what is more was mistyped.
    package static let mostLost: Int64 = 1000

    package static func evolve(_ state: inout ContinuedRegisters, _ fact: LetterRegistersFact) {
        switch fact {
        case .continued(let register): state.origins[register.register] = register.origin
        }
    }

    package static func decide(
        _ state: ContinuedRegisters,
        _ command: ContinuedRegister,
        _ known: Void
    ) throws(LetterRegistersRefusal) -> Decision<LetterRegistersFact> {
        guard state.origins[command.register] != command.origin else { throw .notLocked }
        guard command.last >= command.was else { throw .lowerThanRecorded(command.was) }
        guard command.last - command.was <= mostLost else { throw .tooFar(command.was) }
        return Decision([.continued(command)])
    }
}

/// Under which origin of the log each register was last continued.
package struct ContinuedRegisters: Hashable, Sendable {
    package var origins: [Code: OpaqueID] = [:]

    package init() {}
}

/// A register goes on after the last number of its book on paper.
package struct ContinuedRegister: Hashable, Sendable {
    /// The counter: `surat/kel-contoh-ulu/2026`.
    package let register: Code

    /// The origin of the log that locked it.
    package let origin: OpaqueID

    /// The last number in the restored record, and the last on paper; those between are void.
    package let was: Int64
    package let last: Int64

    package init(register: Code, origin: OpaqueID, was: Int64, last: Int64) {
        self.register = register
        self.origin = origin
        self.was = was
        self.last = last
    }
}

/// What happened to the registers.
package enum LetterRegistersFact: Hashable, Sendable {
    case continued(ContinuedRegister)
}

extension LetterRegistersFact: FactShape {
    package var kind: Code {
        switch self {
        case .continued: "continued"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .continued(let register):
            fields.put("register", register.register)
            fields.put("origin", register.origin)
            fields.put("was", register.was)
            fields.put("last", register.last)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "continued":
            self = .continued(
                ContinuedRegister(
                    register: try fields.get("register"),
                    origin: try fields.get("origin"),
                    was: try fields.get("was"),
                    last: try fields.get("last")
                )
            )
        default: throw FactUnreadable("no fact of letter registers: \(kind)")
        }
    }
}

/// Why a register is not unlocked.
package enum LetterRegistersRefusal: Refusal, Hashable {
    case notLocked
    case lowerThanRecorded(Int64)
    case tooFar(Int64)
    case changedMeanwhile

    package var sentence: String {
        switch self {
        case .notLocked: "Register ini tidak terkunci."
        case .lowerThanRecorded(let was):
            "Nomor \(was) sudah tercatat di sini. Tulis nomor terakhir di buku: \(was) atau lebih."
        case .tooFar(let was):
            "Nomor terakhir yang tercatat \(was). Periksa buku: selisihnya lebih dari 1.000."
        case .changedMeanwhile: "Register ini baru saja diubah orang lain. Lihat lagi daftarnya."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notLocked: "This register is not locked."
        case .lowerThanRecorded(let was):
            "Number \(was) is recorded here. Enter the last number in the book: \(was) or more."
        case .tooFar(let was):
            "The last recorded number is \(was). Check the book: more than 1,000 lie between."
        case .changedMeanwhile: "Somebody else has just changed this register. Look again."
        }
    }

    package var status: Int {
        switch self {
        case .notLocked, .changedMeanwhile: 409
        case .lowerThanRecorded, .tooFar: 422
        }
    }
}
