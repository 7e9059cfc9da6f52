import Blueprints
package import Ledger
import Office
package import Stories

extension Reader {
    /// The zone of the regency as it was published last; nil before the first publication.
    package func zoneInForce() throws -> Zone? {
        let edition = try editions().last { $0.name == InForceKeeper.regencyName }
        guard let edition, let bytes = try content(edition.content),
            let archive = FolderArchive(bytes: bytes),
            let file = archive.files.first(where: { $0.path == "regency.yaml" })
        else { return nil }
        return readRegency(SourceFile(path: file.path, bytes: file.bytes)).0?.clockZone
    }
}
