import Blueprints
import Ledger
import Office
import Stories
import Synchronization

/// What each version changes against another, worked out once while the program runs.
///
/// A version is named by a digest, so what was found stays true.
final class ComparedVersions: Sendable {
    private struct Pair: Hashable {
        let old: String
        let new: String
    }

    /// More pairs than anybody looks at in a day; then it begins anew.
    private static let most = 64
    private let kept = Mutex<[Pair: VersionDifference]>([:])

    /// The difference of two versions of one service; nil where one was never published here.
    func difference(
        from old: Code,
        to new: Code,
        _ force: InForce,
        _ reader: Reader
    ) throws -> VersionDifference? {
        let pair = Pair(old: old.text, new: new.text)
        if let known = kept.withLock({ $0[pair] }) { return known }
        guard let before = try side(old, force, reader), let after = try side(new, force, reader)
        else { return nil }
        let difference = VersionDifference(
            from: before,
            to: after,
            declared: force.declared(from: old.text, to: new.text)
        )
        kept.withLock { kept in
            if kept.count >= Self.most { kept = [:] }
            kept[pair] = difference
        }
        return difference
    }

    private func side(
        _ digest: Code,
        _ force: InForce,
        _ reader: Reader
    ) throws -> VersionDifference.Side? {
        guard let origin = force.origin(of: digest.text), let service = force.version(digest.text)
        else { return nil }
        let archive = try reader.archive(of: origin.edition)
        let compiled = EditionReading.compiled(archive, named: origin.edition.name.text)
        return VersionDifference.Side(tree: compiled.tree, service: service)
    }
}
