import Cooperation
import Foundation
import Services

extension CooperationFeature {
    /// The feature beside the services, under the rules of the folder, or the shipped ones.
    init(beside services: ServicesFeature, _ folder: RegencyFolder) throws {
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            files: services.files,
            rules: try CooperationRules(folder: folder.root),
            now: services.now
        )
    }
}

extension CooperationRules {
    /// Those of a folder: its own `kerja-sama.yaml`, else the one that comes with the program.
    ///
    /// A file of the regency that cannot be read is told and stops the start: rules that nobody
    /// chose must not decide about agreements.
    init(folder: URL) throws {
        let own = folder.appending(path: Self.fileName)
        let shipped = try ShippedFiles.locate().tables.appending(path: Self.fileName)
        let isOwn = FileManager.default.fileExists(atPath: own.path)
        let bytes = try Data(contentsOf: isOwn ? own : shipped)
        do {
            try self.init(Array(bytes))
        } catch {
            throw CommandFailure(error.sentence)
        }
    }
}
