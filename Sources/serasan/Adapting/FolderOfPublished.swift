import Exchange
import Foundation
import Keeping
import Logging
import Office
import Services
import Stories

/// One blueprint of the folder beside its editions in the record.
///
/// The record says what is in force; the folder is where people write. After a publication from
/// the workshop the folder would be behind, and whoever published it next would turn things back.
struct FolderOfPublished {
    let folder: RegencyFolder
    let name: String

    /// The bytes of the edition in force.
    let published: [UInt8]

    /// The digests of everything that was ever published of it.
    let editions: Set<Public>

    /// How the folder stands to the record.
    enum State: Hashable {
        case same

        /// Nothing of it lies there.
        case absent

        /// It holds an earlier edition, byte for byte: nobody wrote in it since.
        case behind

        /// Somebody wrote in it what was never published.
        case ownChanges
    }

    func state() throws -> State {
        guard try folder.blueprints().contains(name) else { return .absent }
        let bytes = try folder.archive(of: name).bytes
        if bytes == published { return .same }
        return editions.contains(PublicationsDesk.digest(of: bytes)) ? .behind : .ownChanges
    }

    /// Puts what is in force into the folder, unless somebody wrote in it.
    func bringUp() throws -> FolderAfterPublishing {
        switch try state() {
        case .same: return .same
        case .ownChanges: return .ownChanges
        case .absent, .behind: break
        }
        guard let archive = FolderArchive(bytes: published) else { return .failed }
        let kept = KeptEditions(folder)
        if try state() == .behind {
            try kept.keep(AdaptedFolder(try folder.archive(of: name), named: name))
        }
        try kept.keep(upstream: AdaptedFolder(archive, named: name).upstream)
        let place = folder.root.appending(path: "blueprints/\(name)")
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FolderSwap(archive, at: place, carriesOthers: true).run()
        return .same
    }
}

extension RegencyFolder {
    /// Brings the folder up to what is in force of a publication.
    func bringUp(_ asked: PublishedNow) -> FolderAfterPublishing {
        // The regency's own file is published from the folder only.
        guard asked.name != InForceKeeper.regencyName else { return .same }
        do {
            return try FolderOfPublished(
                folder: self,
                name: asked.name.text,
                published: asked.bytes,
                editions: asked.editions
            ).bringUp()
        } catch {
            // It is in force all the same; the page and `doctor` say that the folder is behind.
            Logger(label: "serasan").error(
                "the folder of a publication was not brought up",
                metadata: ["name": "\(asked.name)", "error": "\(String(reflecting: error))"]
            )
            return .failed
        }
    }
}
