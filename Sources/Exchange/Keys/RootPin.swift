package import Stories

/// What is printed in an agreement to know a root by: twelve words, or the text of a QR code.
package enum RootPin: Hashable, Sendable {
    /// The first sixteen bytes of the digest.
    case words([UInt8])
    case code(Public)

    private static let mark = "SERASAN-AKAR:"

    /// Reads what somebody typed or scanned.
    package init(reading text: String) throws(TrustRefusal) {
        let trimmed = text.filter { !$0.isWhitespace }
        guard trimmed.uppercased().hasPrefix(Self.mark) else {
            self = .words(try RootWords.start(reading: text))
            return
        }
        let digits = trimmed.dropFirst(Self.mark.count).lowercased()
        guard let digest = bytes(hexadecimal: digits), digest.count == 32 else {
            throw .wordsMistyped
        }
        self = .code(Public(digest: digest))
    }

    /// The text of the QR code for a root; capitals make it smaller.
    package static func code(of document: Public) -> String {
        mark + hexadecimal(document.digest).uppercased()
    }

    package func fits(_ document: Public) -> Bool {
        switch self {
        case .words(let start): Array(document.digest.prefix(16)) == start
        case .code(let digest): document == digest
        }
    }
}
