package import Blueprints
package import Office
import Stories

/// One blueprint of what is to be replicated: its name and its publisher's files.
package struct ReplicaMember: Sendable {
    package let name: String
    package let files: FolderArchive
    package let version: String

    package init(name: String, files: FolderArchive) {
        self.name = name
        self.files = files.without(AdaptedFolder.ours)
        let own = self.files.sources.filter { $0.path == "blueprint.yaml" }
        version = readBlueprint(own, at: "").tree.text(at: "blueprint/version") ?? ""
    }
}

/// What a replication would do, shown whole before anything changes.
package struct ReplicationPlan: Sendable {
    package let members: [Member]
    package let toBind: [Binding]
    package let clashes: [ReplicaClash]

    /// Names of other regencies in the texts, which here would be wrong.
    package let foreignNames: [ForeignName]

    /// What is wrong with a member here, open holes left out: those are to be bound.
    package let findings: [Diagnostic]
    package let examples: [UpgradeExample]
    package let obstacles: [ReplicaObstacle]

    /// The folders to install, in their order; none where there is an obstacle.
    package let results: [Result]

    /// A blueprint on its way, and whether it is here.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let version: String
        package let digest: String
        package let state: State
    }

    package enum State: Hashable, Sendable {
        case new
        /// The same bytes are installed.
        case here
        /// Installed in this version, which is new enough for what comes along.
        case otherVersion(String)
    }

    package struct Result: Sendable {
        package let name: String
        package let archive: FolderArchive
    }

    package struct ForeignName: Hashable, Sendable {
        package let slot: Slot
        package let name: String
    }
}

/// Something that only the receiving regency can say.
package struct Binding: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case hole, unit, post, number
    }

    package let blueprint: String
    package let kind: Kind

    /// The hole's name, the unit or duty as the blueprint calls it, the letter.
    package let name: String
    package let slot: Slot
    package let sentence: Meaning
}

/// A name that is taken here.
package struct ReplicaClash: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case service, register
    }

    package let kind: Kind
    package let id: ID

    /// The blueprint here that has it.
    package let holder: String

    package var sentence: Meaning {
        switch kind {
        case .service:
            Meaning(
                "Layanan \"\(id)\" sudah ada di sini, dari \(holder).",
                "The service \"\(id)\" is here already, from \(holder)."
            )
        case .register:
            Meaning(
                "Register \"\(id)\" sudah ada di sini, dari \(holder).",
                "The register \"\(id)\" is here already, from \(holder)."
            )
        }
    }
}

/// What keeps a replication from being made.
package enum ReplicaObstacle: Refusal, Hashable {
    case clashes(Int)
    case faulty(Int)
    case olderHere(name: String, here: String, needed: String)
    case missing(String)
    case editedHere(String)

    package var sentence: String {
        switch self {
        case .clashes(let count): "\(count) nama sudah dipakai cetak biru lain di sini."
        case .faulty(let count): "Cetak biru ini berisi \(count) kesalahan di sini."
        case .olderHere(let name, let here, let needed):
            "\(name) terpasang versi \(here), perlu \(needed). Jalankan dulu serasan upgrade."
        case .missing(let name): "\(name) diperlukan, tetapi tidak ada di sini dan tidak ikut."
        case .editedHere(let name):
            "\(name) di sini berbeda dari yang ikut, padahal versinya sama."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .clashes(let count): "\(count) names are taken by other blueprints here."
        case .faulty(let count): "This blueprint has \(count) mistakes here."
        case .olderHere(let name, let here, let needed):
            "\(name) is installed as \(here), \(needed) is needed. Run serasan upgrade first."
        case .missing(let name): "\(name) is required, but neither here nor in the package."
        case .editedHere(let name):
            "\(name) here differs from the one in the package, in the same version."
        }
    }

    package var status: Int { 409 }
}
