import Foundation
import Subprocess

/// Draws pictures anew that people send: what is kept and shown is never what came in.
///
/// A picture is opened by a separate process with limits, never by the server: what comes out is
/// turned upright, so long at most as asked for, and without the position that a phone writes in.
package struct Pictures: Sendable {
    /// Decoding a picture may take a gigabyte for a moment: two at once are enough.
    private let turns = Turns(2)

    package init() {}

    /// Whether the first bytes are those of a picture that is taken, whatever the sender says.
    package static func isJPEG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xFF, 0xD8, 0xFF]) }

    /// The same for the other kind.
    package static func isPNG(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    }

    /// The picture as a JPEG, its longer side at most so many pixels; nil if it does not open.
    package func redrawn(
        _ bytes: [UInt8],
        longest: Int,
        quality: Int
    ) async throws -> [UInt8]? {
        guard Self.isJPEG(bytes) || Self.isPNG(bytes),
            let pixels = PictureSize.pixels(of: bytes), pixels <= PictureSize.mostPixels
        else { return nil }
        await turns.take()
        do {
            let made = try await Self.draw(bytes, longest: longest, quality: quality)
            await turns.giveBack()
            return made
        } catch {
            await turns.giveBack()
            throw error
        }
    }

    /// The best of a row of ever smaller ones that is within the bytes; nil if it does not open.
    package func redrawn(_ bytes: [UInt8], within most: Int) async throws -> [UInt8]? {
        var smallest: [UInt8]?
        for (longest, quality) in [(640, 75), (640, 60), (640, 45), (480, 45), (320, 35)] {
            smallest = try await redrawn(bytes, longest: longest, quality: quality)
            guard let made = smallest, made.count > most else { return smallest }
        }
        return smallest
    }

    private static func draw(
        _ bytes: [UInt8],
        longest: Int,
        quality: Int
    ) async throws -> [UInt8]? {
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
                "--size", "\(longest)x\(longest)>", "--rotate",
                "-o", "\(made.path)[Q=\(quality),strip]",
            ],
            environment: .inherit.updating(["VIPS_CONCURRENCY": "1"]),
            output: .discarded,
            error: .discarded
        )
        guard result.terminationStatus.isSuccess,
            let data = FileManager.default.contents(atPath: made.path), !data.isEmpty
        else { return nil }
        return [UInt8](data)
    }
}

/// Lets only so many do something at once; the others wait in line.
actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
