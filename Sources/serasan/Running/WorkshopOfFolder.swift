import Blueprints
import Keeping
import Office
import Services
import Site
import Stories

extension RegencyFolder {
    /// The folder of drafts, for the pages that publish from it.
    var workshop: Workshop {
        let kept = KeptDrafts()
        return Workshop(
            drafts: { try draftedParts(kept) },
            differences: { name, old, new in Self.differences(name, old, new) },
            bringUp: { published in bringUp(published) }
        )
    }

    /// The regency and each blueprint as they would be published, with what a check says of them.
    ///
    /// The whole folder is compiled for it, so what came of that is kept for as long as the files
    /// are the same, byte by byte.
    func draftedParts(_ kept: KeptDrafts) throws -> [DraftedPart] {
        let regency = try regencyArchive().bytes
        let blueprints = try blueprints().map { ($0, try archive(of: $0).bytes) }
        let all = [("", regency)] + blueprints
        let key = all.map { KeptDrafts.Key(name: $0.0, digest: EditionReading.digest($0.1)) }
        if let parts = kept.parts(for: key) { return parts }
        let parts = try drafted(regency, blueprints)
        kept.keep(parts, for: key)
        return parts
    }

    private func drafted(
        _ regency: [UInt8],
        _ blueprints: [(name: String, bytes: [UInt8])]
    ) throws -> [DraftedPart] {
        let checked = try check(isPublishing: true)
        var parts: [DraftedPart] = []
        if let version = Code(String(EditionReading.digest(regency).prefix(12))) {
            parts.append(
                DraftedPart(
                    name: InForceKeeper.regencyName,
                    version: version,
                    bytes: regency,
                    services: [],
                    findings: checked.findings { !$0.hasPrefix("blueprints/") }
                )
            )
        }
        for (word, bytes) in blueprints {
            let blueprint = checked.blueprints.first { $0.name.description == word }
            let mark = String(EditionReading.digest(bytes).prefix(8))
            let version = blueprint.map { "\($0.version)" } ?? "0"
            guard let name = Code(word), let version = Code("\(version)+\(mark)") else { continue }
            parts.append(
                DraftedPart(
                    name: name,
                    version: version,
                    bytes: bytes,
                    services: (blueprint?.services ?? []).compactMap { Code($0.id.text) },
                    findings: checked.findings { $0.hasPrefix("blueprints/\(word)/") }
                )
            )
        }
        return parts
    }

    private static func differences(
        _ name: Code,
        _ old: [UInt8],
        _ new: [UInt8]
    ) -> [Site.Words] {
        guard let one = tree(name, old), let other = tree(name, new) else { return [] }
        let edits = diff(one, other)
        let english = sentences(of: edits, in: one, language: .english)
        return zip(sentences(of: edits, in: one), english).map { Site.Words($0, $1) }
    }

    private static func tree(_ name: Code, _ bytes: [UInt8]) -> Tree? {
        guard let archive = FolderArchive(bytes: bytes) else { return nil }
        let files = archive.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
        guard name == InForceKeeper.regencyName else {
            return readBlueprint(files, at: "blueprints/\(name)").tree
        }
        return files.first { $0.path == "regency.yaml" }.flatMap { regencyTree($0) }
    }
}

extension CheckedFolder {
    fileprivate func findings(
        _ isWanted: (String) -> Bool
    ) -> [DraftedPart.Finding] {
        diagnostics.filter { isWanted($0.place.file) }.map { diagnostic in
            DraftedPart.Finding(
                place: "\(diagnostic.place.file):\(diagnostic.place.line)",
                sentence: diagnostic.sentence,
                fix: diagnostic.fix,
                isError: diagnostic.severity == .error
            )
        }
    }
}
