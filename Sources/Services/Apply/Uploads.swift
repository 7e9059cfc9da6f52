import Foundation
import Site
import Subprocess

/// Looks into what people send before it is believed, and re-encodes pictures.
///
/// A picture is opened by a separate process with limits, never by the server: what comes out is
/// turned upright, at most 1600 px long, and without the position that a phone writes into it.
package struct Uploads: Sendable {
    let folder: String

    /// Decoding a picture may take a gigabyte for a moment: two at once are enough.
    private let turns = Turns(2)

    package init(folder: String) { self.folder = folder }

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
            guard let pixels = PictureSize.pixels(of: bytes), pixels <= PictureSize.mostPixels
            else { throw Refused.unreadable }
            return (try await inTurn { try await upright(bytes) }, .jpeg)
        case .pdf, .geoJSON, nil: throw Refused.wrongType
        }
    }

    /// What the first bytes say, whatever the name and the sender say.
    static func kind(of bytes: [UInt8]) -> SentFile.Kind? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        return nil
    }

    /// A tenth of the disk stays free for what is written as text.
    private func hasSpace() throws -> Bool {
        let values = try FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (values[.systemFreeSize] as? NSNumber)?.int64Value,
            let size = (values[.systemSize] as? NSNumber)?.int64Value, size > 0
        else { return true }
        return free * 10 > size
    }

    private func inTurn<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        await turns.take()
        do {
            let result = try await body()
            await turns.giveBack()
            return result
        } catch {
            await turns.giveBack()
            throw error
        }
    }

    private func upright(_ bytes: [UInt8]) async throws -> [UInt8] {
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "serasan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: scratch,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(at: scratch) }
        let (source, made) = (scratch.appending(path: "a"), scratch.appending(path: "b.jpg"))
        try Data(bytes).write(to: source)
        // prlimit bounds memory and time, so a picture that unpacks to gigabytes only kills this
        // process; --size with '>' only shrinks, and [strip] drops what the camera added.
        let result = try await run(
            .name("prlimit"),
            arguments: [
                "--as=1500000000", "--cpu=20", "--fsize=20000000", "vipsthumbnail", source.path,
                "--size", "1600x1600>", "--rotate", "-o", "\(made.path)[Q=82,strip]",
            ],
            environment: .inherit.updating(["VIPS_CONCURRENCY": "1"]),
            output: .discarded,
            error: .discarded
        )
        guard result.terminationStatus.isSuccess,
            let data = FileManager.default.contents(atPath: made.path), !data.isEmpty
        else { throw Refused.unreadable }
        return [UInt8](data)
    }

    private static func contains(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
        Data(bytes).range(of: Data(word.utf8)) != nil
    }
}
