import Blueprints
import Dispatch
import Ledger
import Office
import Stories
import Synchronization

/// The blueprints of recorded editions, each compiled once while the program runs.
///
/// An edition's content is named by its digest, so what was compiled of it stays true: the next
/// publication costs its own compilation, however many went before it.
final class CompiledEditions: Sendable {
    private let kept = Mutex<[Public: Blueprint]>([:])

    /// The blueprint of each edition; those that are not known yet are compiled on all cores.
    ///
    /// - Throws: `StoreError` of kind `damaged` where content is missing or is no blueprint.
    func blueprints(
        of editions: [PublishedEdition],
        _ reader: Reader
    ) throws -> [Public: Blueprint] {
        let known = kept.withLock { $0 }
        var unknown: [(edition: PublishedEdition, archive: FolderArchive)] = []
        for edition in editions where known[edition.content] == nil {
            unknown.append((edition, try reader.archive(of: edition)))
        }
        let toCompile = unknown
        let compiled = Mutex<[Public: Blueprint]>([:])
        DispatchQueue.concurrentPerform(iterations: toCompile.count) { index in
            let (edition, archive) = toCompile[index]
            let blueprint = EditionReading.blueprint(
                archive,
                named: edition.name.text,
                for: .running
            )
            .blueprint
            compiled.withLock { $0[edition.content] = blueprint }
        }
        let fresh = compiled.withLock { $0 }
        for (edition, _) in toCompile where fresh[edition.content] == nil {
            throw StoreError(.damaged, "the edition \(edition.seq) does not compile")
        }
        return kept.withLock { kept in
            kept.merge(fresh) { old, _ in old }
            return kept
        }
    }
}

extension Reader {
    /// The files of a recorded edition.
    func archive(of edition: PublishedEdition) throws -> FolderArchive {
        guard let bytes = try content(edition.content),
            let archive = FolderArchive(bytes: bytes)
        else { throw StoreError(.damaged, "the content of edition \(edition.seq) is missing") }
        return archive
    }
}
