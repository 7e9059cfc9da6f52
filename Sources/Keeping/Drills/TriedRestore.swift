package import Ledger
package import Stories

/// A restore that was tried: from which place, how far it came, what was found.
package struct TriedRestore: Hashable, Sendable {
    package var way: Way

    /// The day on which it was tried.
    package var day: Day

    /// Who tried it; nil where the command was not told.
    package var who: OpaqueID?

    /// The name of the place; nil where somebody wrote down another one.
    package var place: Public?

    /// When the backup was made that was restored.
    package var backup: Instant?

    /// The head that was restored.
    package var size: Int64?
    package var root: TreeHash?

    /// Letters and files of people that were read.
    package var letters: Int64?
    package var files: Int64?

    /// Whether the root key was typed from paper: that the paper is right is tried too.
    package var fromPaper: Bool?
    package var seconds: Int64?

    /// What was wrong; nil where all of it was as it has to be.
    package var trouble: Trouble?

    package init(_ way: Way, on day: Day, by who: OpaqueID?) {
        self.way = way
        self.day = day
        self.who = who
    }

    package var isGood: Bool { trouble == nil }

    /// How it was tried.
    package enum Way: String, FactWord {
        /// By the program, which read all of it and compared.
        case command = "perintah"

        /// By hand, and told afterwards.
        case hand = "tangan"
    }

    /// What was wrong.
    package enum Trouble: String, FactWord {
        /// There is none in that place, it is damaged, or cut short.
        case backup = "cadangan"

        /// What came out of it is not the record that goes on.
        case record = "catatan"

        /// A file of a case is missing, or does not open.
        case files = "berkas"

        /// Something else; told by hand.
        case other = "lain"
    }
}

/// What happened: a restore was tried.
package enum DrillFact: Hashable, Sendable {
    case tried(TriedRestore)
}

extension DrillFact: FactShape {
    package var kind: Code {
        switch self {
        case .tried: "tried"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .tried(let tried):
            fields.put("way", tried.way)
            fields.put("day", tried.day)
            fields.put("who", tried.who)
            fields.put("place", tried.place)
            fields.put("backup", tried.backup)
            fields.put("size", tried.size)
            fields.put("root", tried.root)
            fields.put("letters", tried.letters)
            fields.put("files", tried.files)
            fields.put("paper", tried.fromPaper)
            fields.put("seconds", tried.seconds)
            fields.put("trouble", tried.trouble)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "tried":
            var tried = TriedRestore(
                try fields.get("way"),
                on: try fields.get("day"),
                by: try fields.find("who")
            )
            tried.place = try fields.find("place")
            tried.backup = try fields.find("backup")
            tried.size = try fields.find("size")
            tried.root = try fields.find("root")
            tried.letters = try fields.find("letters")
            tried.files = try fields.find("files")
            tried.fromPaper = try fields.find("paper")
            tried.seconds = try fields.find("seconds")
            tried.trouble = try fields.find("trouble")
            self = .tried(tried)
        default: throw FactUnreadable("no fact of a restore drill: \(kind)")
        }
    }
}
