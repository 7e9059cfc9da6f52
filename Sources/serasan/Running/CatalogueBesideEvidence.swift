import Blueprints
import Comparing
import Exchange
import Ledger
import Site
import Workshop

extension CatalogueFeature {
    /// The same that also tells how what is offered goes here, and who is known to use it.
    func tellingOfEvidence() -> CatalogueFeature {
        var told = self
        told.evidence = { name, reader in
            let ours = try reader.recordedStatements().filter(\.isOurs).map(\.statement)
            return FiguresInShort(of: name, in: ours)
        }
        told.users = { name, reader in
            // Whoever has stated figures of it runs it.
            let others = try reader.recordedStatements().filter { recorded in
                !recorded.isOurs && recorded.statement.lines.contains { $0.blueprint == name }
            }
            let publishers = Set(others.map(\.statement.publisher))
            return publishers.isEmpty ? nil : publishers.count
        }
        return told
    }
}
