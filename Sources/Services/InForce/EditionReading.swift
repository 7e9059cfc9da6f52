package import Blueprints
import Crypto
package import Office
import Stories

/// Reads and compiles the bytes of a blueprint, from a folder or from the record alike.
package enum EditionReading {
    /// The blueprint, or why there is none: every diagnostic at once.
    package static func blueprint(
        _ archive: FolderArchive,
        named name: String,
        for purpose: CompileGround.Purpose = .drafting
    ) -> (blueprint: Blueprint?, diagnostics: [Diagnostic]) {
        let folder = readBlueprint(
            archive.files.map { SourceFile(path: $0.path, bytes: $0.bytes) },
            at: "blueprints/\(name)"
        )
        return compile(folder, for: purpose)
    }

    /// The same with the tree that it was compiled from.
    static func compiled(_ archive: FolderArchive, named name: String) -> Compiled {
        let folder = readBlueprint(
            archive.files.map { SourceFile(path: $0.path, bytes: $0.bytes) },
            at: "blueprints/\(name)"
        )
        return Blueprints.compile(folder, on: CompileGround(purpose: .running, digest: digest))
    }

    /// Compiles a folder that was read; for publishing, open holes are errors.
    package static func compile(
        _ folder: ReadFolder,
        for purpose: CompileGround.Purpose = .drafting,
        beside installed: [Blueprint] = [],
        needs: [RegisterNeed] = []
    ) -> (blueprint: Blueprint?, diagnostics: [Diagnostic]) {
        let ground = CompileGround(
            installed: installed,
            purpose: purpose,
            needs: needs,
            digest: digest
        )
        let compiled = Blueprints.compile(folder, on: ground)
        return (compiled.blueprint, compiled.diagnostics)
    }

    /// SHA-256 in hexadecimal digits.
    package static func digest(_ bytes: [UInt8]) -> String {
        hexadecimal(Array(SHA256.hash(data: bytes)))
    }
}
