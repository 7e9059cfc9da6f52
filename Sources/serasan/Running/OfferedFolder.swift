import Blueprints
import Exchange
import Foundation
import Workshop

extension ExchangeFolder {
    /// What lies here signed, as the site hands it out.
    var offered: OfferedPackages {
        OfferedPackages(find: { try find($0) }, catalogue: { try PreparedCatalogue.last(in: self) })
    }

    private func find(_ wanted: OfferedPackages.Wanted) throws -> [UInt8]? {
        switch wanted {
        case .catalogue: return try signedCatalogue()?.bytes
        case .root(let number):
            let file = roots.appending(path: "\(number).json")
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            return try Self.bytes(file, most: Envelope.most)
        case .package(let name): return try listed(name)?.bytes
        case .statement(let name):
            guard let package = try listed(name) else { return nil }
            let file = statement(of: package)
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            return try Self.bytes(file, most: Envelope.most)
        }
    }

    /// A package that the signed catalogue lists, with the very bytes that it lists.
    private func listed(_ wanted: OfferedPackages.ListedName) throws -> Package? {
        guard let catalogue = try PreparedCatalogue.last(in: self),
            let listed = catalogue.packages.first(where: {
                $0.name.description == wanted.name && $0.version == wanted.version
            })
        else { return nil }
        let file = packages.appending(path: listed.fileName)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let package = try Self.package(file)
        return Catalogue.Listed(package) == listed ? package : nil
    }
}
