/// What a person carries home: the number, the code, what happens next and when.
///
/// The words come from the caller, in the person's language; this only knows where they stand.
package struct ReceiptSheet: Sendable, Equatable {
    package var form: Form
    package var office: String
    /// "Tanda terima permohonan".
    package var title: String
    /// The service that was asked for.
    package var service: String
    /// Large, and grouped as it is read aloud: `4829-1037-5527`.
    package var number: String
    /// A number to be read from afar, while one waits.
    package var isLarge = false
    package var code: CodeStamp?
    /// "Diterima" and its date, "Paling lambat" and its date.
    package var dates: [Passage.Fact] = []
    /// "Apa yang terjadi berikutnya" and its steps.
    package var nextTitle = "Apa yang terjadi berikutnya"
    package var next: [String] = []
    /// Whom to call, and what else is worth a line.
    package var contact: [String] = []
    /// On pages of its own, where the form has pages: how it is proven that this was recorded.
    package var proof: Proof?
    /// A file that lies in the PDF.
    package var attached: AttachedFile?
    /// Says "DATA CONTOH".
    package var sample = false
    /// Printed by a practice copy: a large word across every page says so.
    package var isPractice = false
    package var facts: DocumentFacts

    package init(
        _ title: String,
        number: String,
        for service: String,
        from office: String,
        facts: DocumentFacts
    ) {
        self.title = title
        self.number = number
        self.service = service
        self.office = office
        self.facts = facts
        form = .a4
    }

    /// What a second person needs to check the record, in small letters.
    package struct Proof: Sendable, Equatable {
        package var title: String
        package var what: String

        package var parts: [Part]

        /// A name and its lines, which are set as they are broken.
        package struct Part: Sendable, Equatable {
            package var name: String
            package var lines: [String]

            package init(_ name: String, _ lines: [String]) {
                self.name = name
                self.lines = lines
            }
        }

        package init(_ title: String, what: String, parts: [Part]) {
            self.title = title
            self.what = what
            self.parts = parts
        }
    }

    /// A page, or the paper of a till printer, as long as what is on it.
    package enum Form: String, Sendable, Equatable, CaseIterable {
        case a4, strip58, strip80

        var width: Double {
            switch self {
            case .a4: Paper.a4.width
            case .strip58: millimetres(58)
            case .strip80: millimetres(80)
            }
        }

        /// Till printers leave about five millimetres at both sides unprinted.
        var margin: Double {
            switch self {
            case .a4: millimetres(25)
            case .strip58, .strip80: millimetres(5)
            }
        }
    }
}
