/// Why a sheet was not printed.
///
/// Its description says nothing; `String(reflecting:)` names the cause for the log.
package enum PressError: Error, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    case tooManyPages(limit: Int)
    case tooMuchText(limit: Int)
    /// One piece (a letterhead, a signature, a row of too many columns) is larger than a page.
    case doesNotFit
    /// More than a QR code can hold.
    case codeTooLong
    /// A crest's path could not be read.
    case crest
    /// `createdAt` is no ISO 8601 moment with an offset.
    case moment
    /// The machine has no usable font at all.
    case noFonts
    /// The PDF library gave up, with its own number.
    case writing(status: UInt32)

    package var description: String { "the sheet was not printed" }

    package var debugDescription: String {
        switch self {
        case .tooManyPages(let limit): "PressError.tooManyPages(limit: \(limit))"
        case .tooMuchText(let limit): "PressError.tooMuchText(limit: \(limit))"
        case .doesNotFit: "PressError.doesNotFit"
        case .codeTooLong: "PressError.codeTooLong"
        case .crest: "PressError.crest"
        case .moment: "PressError.moment"
        case .noFonts: "PressError.noFonts"
        case .writing(let status): "PressError.writing(status: \(status))"
        }
    }
}

/// How much one print may ask of the machine.
package struct PressLimits: Sendable, Equatable {
    package var pages: Int
    /// Bytes of text, each separate string counting 32 more.
    package var text: Int

    package init(pages: Int = 200, text: Int = 1_000_000) {
        self.pages = pages
        self.text = text
    }
}
