import Blueprints
import Exchange
import Foundation
import Office

/// The shipped blueprints of other publishers, as they would have come in packages.
///
/// In a regency that does not publish them they are replicas like any other: with a lock, with the
/// publisher's files kept, and in the form that a package has, so that the next version is known
/// to follow on them and a direct edit is noticed.
struct ReplicasOfShipped {
    let folder: RegencyFolder
    let own: String

    init(_ folder: RegencyFolder, own: String) {
        self.folder = folder
        self.own = own
    }

    func mark() throws {
        let foreign = try folder.blueprints().filter { !$0.hasPrefix("\(own)/") }
        guard !foreign.isEmpty else { return }
        let read = try foreign.map { ($0, try folder.parsed($0)) }
        let members = try read.map { name, folder in
            let others = read.filter { $0.0 != name }.map(\.1)
            let package = try Package.pack(folder, with: others, as: own)
            guard let member = package.own else { throw CommandFailure("\(name) tidak lengkap.") }
            return ReplicaMember(name: name, files: member.archive)
        }
        let kept = KeptEditions(folder)
        for member in members {
            let needed = AdaptedFolder(member.files, named: member.name).requirements
            let lock = PackageLock(
                version: member.version,
                digest: member.files.digest,
                requires: needed.compactMap { need in
                    members.first { $0.name == need.name }.map {
                        LockedPackage(name: $0.name, version: $0.version, digest: $0.files.digest)
                    }
                }
            )
            try kept.keep(upstream: member.files)
            let place = folder.root.appending(path: "blueprints/\(member.name)")
            try FolderSwap(member.files.with([writeLock(lock)]), at: place).run()
        }
    }
}
