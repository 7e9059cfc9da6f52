import Blueprints
import Exchange
import Foundation

/// What a regency publishes for others: roots, catalogue, packages and statements beside them.
///
/// The same form lies in the regency's folder (`pertukaran/`) and on a stick.
struct ExchangeFolder {
    let root: URL

    init(_ root: URL) { self.root = root }

    init(of folder: RegencyFolder) { root = folder.root.appending(path: "pertukaran") }

    var roots: URL { root.appending(path: "akar") }
    var catalogue: URL { root.appending(path: "katalog.json") }
    var draft: URL { root.appending(path: "katalog-berikut.json") }
    var packages: URL { root.appending(path: "paket") }

    func file(of package: Package) -> URL { packages.appending(path: package.fileName) }

    /// The statement about who packed it, beside the package.
    func statement(of package: Package) -> URL {
        packages.appending(path: "\(package.fileName).asal.json")
    }

    /// The roots that lie here, each signed by itself, by number.
    func readRoots() throws -> [(root: Root, envelope: Envelope)] {
        guard FileManager.default.fileExists(atPath: roots.path) else { return [] }
        let names = try FileManager.default.contentsOfDirectory(atPath: roots.path)
        return try names.filter { $0.hasSuffix(".json") }.map { name in
            let envelope = try Self.envelope(roots.appending(path: name))
            return (try Root(selfSigned: envelope), envelope)
        }
        .sorted { $0.root.number < $1.root.number }
    }

    /// The newest root, which ours is signed under.
    func newestRoot() throws -> Root {
        guard let newest = try readRoots().last?.root else {
            throw CommandFailure(
                "Belum ada akar di \(roots.path). Buat dulu dengan serasan keys root."
            )
        }
        return newest
    }

    func write(_ envelope: Envelope, as root: Root) throws {
        try Self.write(envelope.bytes, to: roots.appending(path: "\(root.number).json"))
    }

    /// The last signed catalogue; nil before the first.
    func signedCatalogue() throws -> Envelope? {
        guard FileManager.default.fileExists(atPath: catalogue.path) else { return nil }
        return try Self.envelope(catalogue)
    }

    static func envelope(_ file: URL) throws -> Envelope {
        try Envelope(reading: try bytes(file, most: Envelope.most))
    }

    static func package(_ file: URL) throws -> Package {
        try Package(reading: try bytes(file, most: PackageBounds.bytes))
    }

    /// A file's bytes, and of one that is too large enough to see that it is.
    static func bytes(_ file: URL, most: Int) throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw CommandFailure("Tidak ada berkas \(file.path).")
        }
        let handle = try FileHandle(forReadingFrom: file)
        defer { handle.closeFile() }
        return try [UInt8](handle.read(upToCount: most + 1) ?? Data())
    }

    /// Writes a file whole or not at all.
    static func write(_ bytes: [UInt8], to file: URL, mode: Int = 0o644) throws {
        let files = FileManager.default
        try files.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        let fresh = file.deletingLastPathComponent()
            .appending(path: ".\(file.lastPathComponent).baru")
        if files.fileExists(atPath: fresh.path) { try files.removeItem(at: fresh) }
        guard
            files.createFile(
                atPath: fresh.path,
                contents: Data(bytes),
                attributes: [.posixPermissions: mode]
            )
        else { throw CommandFailure("Tidak bisa menulis \(file.path).") }
        guard rename(fresh.path, file.path) == 0 else {
            throw CommandFailure("Tidak bisa menulis \(file.path).")
        }
    }
}
