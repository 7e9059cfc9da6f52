import Blueprints
import Exchange
import Foundation

/// The statements of who packed what was installed here and what that was adapted from.
///
/// They lie in `pertukaran/asal-usul` and go along on every stick, so that the next regency can
/// hold each link against the keys of its publisher.
struct StatementsOfOrigins {
    private let exchange: ExchangeFolder

    init(_ folder: RegencyFolder) { exchange = ExchangeFolder(of: folder) }

    private var kept: URL { exchange.root.appending(path: "asal-usul") }

    /// Keeps what lies beside packages: their own statements and those of their origins.
    func keep(beside source: String, of packages: [Package]) throws {
        let place = URL(filePath: source)
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: source, isDirectory: &isFolder)
        let folder = isFolder.boolValue ? place : place.deletingLastPathComponent()
        for package in packages {
            var names = package.manifest.lineage.map(Self.fileName)
            names.append("\(package.fileName).asal.json")
            if !isFolder.boolValue, place.lastPathComponent != package.fileName {
                try keep(
                    folder.appending(path: "\(place.lastPathComponent).asal.json"),
                    as: "\(package.fileName).asal.json"
                )
            }
            for name in names { try keep(folder.appending(path: name), as: name) }
        }
    }

    private func keep(_ file: URL, as name: String) throws {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        let envelope = try ExchangeFolder.envelope(file)
        guard envelope.kind == .package else { throw TrustRefusal.notAStatement }
        try ExchangeFolder.write(envelope.bytes, to: kept.appending(path: name))
    }

    /// Copies the statements about what a package was adapted from.
    func export(_ package: Package, to stick: ExchangeFolder) throws {
        for origin in package.manifest.lineage {
            let name = Self.fileName(origin)
            let file = kept.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            let bytes = try ExchangeFolder.bytes(file, most: Envelope.most)
            try ExchangeFolder.write(bytes, to: stick.packages.appending(path: name))
        }
    }

    static func fileName(_ origin: PackageManifest.Origin) -> String {
        "\(origin.name.publisher).\(origin.name.name)-\(origin.version).paket.asal.json"
    }
}
