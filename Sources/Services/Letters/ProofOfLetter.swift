package import Blueprints
import Cases
package import Ledger
import Office
package import Press
import Stories

extension ServicesFeature {
    /// A letter as it would be printed with the answers of a worked example: a draft, never issued.
    ///
    /// - Returns: nil where the example comes to no case, or its service has no such letter.
    package func proof(
        of letter: ID,
        for example: Example,
        in blueprint: Blueprint,
        _ reader: Reader
    ) throws -> LetterSheet? {
        let force = try keeper.current(reader)
        guard let service = blueprint.services.first(where: { $0.id == example.service }),
            let template = service.letters[letter]
        else { return nil }
        let played: ExampleCase?
        do throws(ExampleComplaint) {
            played = try ExampleRunner(in: force).play(example, of: blueprint).case
        } catch {
            // It is told as an example that cannot be played; there is nothing to print.
            return nil
        }
        guard let trial = played, let subject = trial.state.subject else { return nil }
        let loaded = LoadedCase(
            id: CaseID(OpaqueID(high: 0, low: 0)),
            state: trial.state,
            version: 0,
            subject: subject,
            service: service,
            answers: trial.answers
        )
        let post = trial.state.place.flatMap {
            force.office.posts(with: template.signer.text, in: $0.unit).first
        }
        var sheet = LetterDrafting(
            letter: template,
            loaded: loaded,
            force: force,
            signer: LetterDrafting.Signer(
                title: post?.title ?? template.signer.inWordsOfPost,
                name: "…"
            )
        ).sheet(at: trial.now)
        sheet.sample = true
        return sheet
    }
}

extension ID {
    /// A duty where nobody here has it: `kepala-desa` as "Kepala desa".
    fileprivate var inWordsOfPost: String {
        let words = text.replacing("-", with: " ").replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
