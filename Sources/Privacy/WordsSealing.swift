import Ledger
package import Stories

/// Seals what officials write about a person, in the dossier of the story that it belongs to.
package struct WordsSealing: Sendable {
    let dossier: DossierID
    let sealer: Sealer
    let draw: Draw

    package init(in dossier: DossierID, by sealer: Sealer = .sha256, _ draw: Draw = .random) {
        self.dossier = dossier
        self.sealer = sealer
        self.draw = draw
    }

    /// - Throws: `wordsMissing` where nothing but white space was written.
    func seal(_ words: String) throws(PrivacyRefusal) -> (payload: Payload, sealed: Sealed) {
        guard !words.allSatisfy(\.isWhitespace) else { throw .wordsMissing }
        return sealer.seal(Array(words.utf8), in: dossier, draw)
    }
}
