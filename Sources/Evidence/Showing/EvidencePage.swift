import Ledger
import Site
import Stories

/// What the record proves and what not, the key, and the newest head to take away.
struct EvidencePage: Page {
    var shown: ShownEvidence

    var frame: Frame {
        var frame = Frame(back: Link(.home, "/"), isIndexed: true)
        frame.description = .evidenceLead
        return frame
    }

    func title(for visit: Visit) -> String { Words.proofOfRecord.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .proofOfRecord)
        html(.p, .evidenceLead)
        html(.h2, .isProven)
        html(Lines(Words.proven.map(Inline.words)))
        html(.h2, .isNotProven)
        html(Lines(Words.notProven.map(Inline.words)))
        html(ButtonRow(links: [Link(.checkYourReceipt, "/bukti/tanda-terima")]))
        checkpoint(html)
        key(html)
        origins(html)
        partners(html)
        html(Disclosure(.howToCheck, Lines(Words.checking.map(Inline.words), isOrdered: true)))
    }

    private func checkpoint(_ html: HTML) {
        html(.h2, .newestCheckpoint)
        guard let newest = shown.newest else { return html(.p, Words(.noCheckpointYet)) }
        html(
            KeyFacts([
                (.eventsCovered, .number(whole(newest.size, html))),
                (.made, .words(.moment(newest.made, html.visit.installation.zone))),
            ])
        )
        html(ButtonRow(links: [Link(.keepCheckpoint, "/bukti/cap")]))
        html(.p, .youAreAWitness)
    }

    private func key(_ html: HTML) {
        guard let key = shown.key else { return }
        html(.h2, .publicKey)
        html(KeyFacts([(.fingerprint, .number(key.fingerprint))]))
        html(.p, .compareByVoice)
        html(.p) { html(.code, key.text) }
    }

    /// What another regency needs that keeps our heads, or has us keep its own.
    private func partners(_ html: HTML) {
        guard shown.key != nil else { return }
        html(
            Disclosure(
                .forPartners,
                Paragraphs(.forPartnersWhat),
                KeyFacts([(.cosignerKey, .part(CodeLine(shown.cosigner.text)))])
            )
        )
    }

    /// Only where the log ever had to begin anew: else there is nothing to tell.
    private func origins(_ html: HTML) {
        guard shown.origins.count > 1 else { return }
        html(.h2, .begunAnew)
        html(.p, .begunAnewWhat)
        let lines = shown.origins.dropFirst().map { placed in
            Inline.words(
                Words.begun(
                    placed.origin.why,
                    keeping: whole(placed.seq - 1, html),
                    of: placed.origin.cited.map { whole($0.size, html) } ?? "–"
                )
            )
        }
        html(Lines(Array(lines)))
    }

    private func whole(_ number: Int64, _ html: HTML) -> String {
        NumberWords.whole(Int(number), in: html.visit.language)
    }
}
