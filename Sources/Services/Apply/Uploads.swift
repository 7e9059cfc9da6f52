import Foundation
package import Site

/// Looks into what people send before it is believed, and lets pictures be drawn anew.
package struct Uploads: Sendable {
    /// The disk that files go to; nil where they go to the database, whose disk is not seen here.
    let folder: String?

    /// What draws pictures anew, with its bound on how many at once.
    package let pictures = Pictures()

    package init(folder: String?) { self.folder = folder }

    /// Why a file is not taken in; the sentence for its question.
    enum Refused: Error {
        case wrongType, unreadable, locked, tooBig(Int), noSpace

        var words: Words {
            switch self {
            case .wrongType: .wrongFileType
            case .unreadable: .fileUnreadable
            case .locked: .filePasswordProtected
            case .tooBig(let bytes):
                Words.tooBig(
                    NumberWords.size(bytes: bytes, in: .indonesian),
                    most: NumberWords.size(bytes: Uploads.most, in: .indonesian)
                )
            case .noSpace:
                Words(
                    ServiceRefusal.noSpaceForFiles.sentence,
                    ServiceRefusal.noSpaceForFiles.sentenceInEnglish
                )
            }
        }
    }

    static let most = 8_000_000

    /// The bytes to keep and what they are.
    func inspected(
        _ bytes: [UInt8],
        takesPDF: Bool
    ) async throws -> (bytes: [UInt8], kind: SentFile.Kind) {
        guard bytes.count <= Self.most else { throw Refused.tooBig(bytes.count) }
        guard try hasSpace() else { throw Refused.noSpace }
        switch Self.kind(of: bytes) {
        case .pdf where takesPDF:
            guard Self.contains("%%EOF", in: bytes.suffix(2048)) else { throw Refused.unreadable }
            if Self.contains("/Encrypt", in: bytes[...]) { throw Refused.locked }
            return (bytes, .pdf)
        case .jpeg, .png:
            guard let drawn = try await pictures.redrawn(bytes, longest: 1600, quality: 82)
            else { throw Refused.unreadable }
            return (drawn, .jpeg)
        case .pdf, .geoJSON, nil: throw Refused.wrongType
        }
    }

    /// What the first bytes say, whatever the name and the sender say.
    static func kind(of bytes: [UInt8]) -> SentFile.Kind? {
        if Pictures.isJPEG(bytes) { return .jpeg }
        if Pictures.isPNG(bytes) { return .png }
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        return nil
    }

    /// A tenth of the disk stays free for what is written as text.
    private func hasSpace() throws -> Bool {
        guard let folder else { return true }
        let values = try FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (values[.systemFreeSize] as? NSNumber)?.int64Value,
            let size = (values[.systemSize] as? NSNumber)?.int64Value, size > 0
        else { return true }
        return free * 10 > size
    }

    private static func contains(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
        Data(bytes).range(of: Data(word.utf8)) != nil
    }
}
