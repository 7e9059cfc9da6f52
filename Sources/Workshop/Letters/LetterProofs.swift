import Blueprints
import Ledger
import Office
import Stories

/// A letter of the draft as each worked example would have it printed.
struct LetterProofs {
    let letter: Blueprints.ID

    /// One for each example that comes to a case of a service with the letter.
    let proofs: [Proof]

    struct Proof {
        let example: Blueprints.ID
        let title: String
        let extent: PaperOfLetter

        /// As the edition in force has it; nil where it has no such letter or example.
        let before: PaperOfLetter?
    }

    /// What is to be said where the letter stands: it outgrew its paper, or cannot be printed.
    var findings: [Diagnostic] {
        var sentences: [String] = []
        return proofs.flatMap(said).filter { finding in
            defer { sentences.append(finding.sentence) }
            return !sentences.contains(finding.sentence)
        }
    }

    private func said(of proof: Proof) -> [Diagnostic] {
        switch proof.extent {
        case .cannotBePrinted:
            return [
                finding(
                    "L101",
                    .error,
                    "Surat ini tidak bisa dicetak dengan contoh \"\(proof.title)\": ada bagian yang "
                        + "lebih besar daripada halaman.",
                    "Pendekkan bagian itu, atau bagi menjadi beberapa alinea."
                )
            ]
        case .pages(let pages, let cutWords):
            var found = cutWords.map { word in
                finding(
                    "L103",
                    .warning,
                    "Kata \"\(word.prefix(30))…\" lebih lebar daripada barisnya dan akan terpotong.",
                    "Pisahkan dengan spasi, atau pakai kata yang lebih pendek."
                )
            }
            if case .pages(let old, _)? = proof.before, pages > old {
                found.append(
                    finding(
                        "L102",
                        .warning,
                        "Surat ini menjadi \(pages) halaman dengan contoh \"\(proof.title)\"; yang "
                            + "berlaku \(old) halaman.",
                        "Ringkas isinya, atau biarkan bila memang perlu lebih panjang."
                    )
                )
            }
            return found
        }
    }

    private func finding(
        _ code: String,
        _ severity: Diagnostic.Severity,
        _ sentence: String,
        _ fix: String
    ) -> Diagnostic {
        Diagnostic(
            code: code,
            severity: severity,
            place: Place(file: "letters/\(letter).yaml", line: 1, column: 1),
            sentence: sentence,
            fix: fix
        )
    }
}

/// How much paper a letter takes.
package enum PaperOfLetter: Hashable, Sendable {
    case pages(Int, cutWords: [String])

    /// A piece of it is larger than a page.
    case cannotBePrinted
}

extension WorkshopFeature {
    /// Every letter of a draft, or one of them, measured with the examples.
    func proofs(of wanted: Blueprints.ID? = nil, on bench: Workbench) async throws
        -> [LetterProofs]
    {
        guard let blueprint = bench.checked.running else { return [] }
        let before = bench.draft == nil ? nil : bench.inForce.map { ground.check(bench.name, $0) }
        let letters = Set(blueprint.services.flatMap { $0.letters.keys })
        return try await store.read { reader in
            try letters.sorted().filter { wanted == nil || $0 == wanted }.map { letter in
                let proofs = try blueprint.examples.compactMap { example -> LetterProofs.Proof? in
                    guard let now = try ground.paper(letter, example, blueprint, reader) else {
                        return nil
                    }
                    let old = before?.running?.examples.first { $0.id == example.id }
                    return LetterProofs.Proof(
                        example: example.id,
                        title: example.title,
                        extent: now,
                        before: try old.flatMap { old in
                            try before?.running.flatMap {
                                try ground.paper(letter, old, $0, reader)
                            }
                        }
                    )
                }
                return LetterProofs(letter: letter, proofs: proofs)
            }
        }
    }
}
