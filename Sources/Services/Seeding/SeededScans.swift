import Blueprints
import Cases
package import Ledger
import Office
import Press
import Site
import Stories

/// The scans of letters that were signed by hand in invented lives.
///
/// Each is the letter as it was printed, with its own number, date and code; `CONTOH` lies across
/// it, as across every paper of a sample regency.
package struct SeededScans: Sendable {
    private let files: FileVault
    private let keys: Keys

    package init(files: FileVault, keys: Keys) {
        self.files = files
        self.keys = keys
    }

    /// A letter that came back signed, as its life remembers it.
    struct Signed: Sendable {
        let file: OpaqueID
        let letter: CaseLetter
        let day: Day

        /// The case just before it was signed, and who had the duty.
        let state: CaseState
        let signer: Actor
    }

    /// A scan that is printed, for the file that the story speaks of.
    struct Printed: Sendable {
        let file: KeptFile
        let bytes: [UInt8]
    }

    func printed(_ life: EndedLife, on ground: SeedGround) throws -> [Printed] {
        try life.signed.compactMap { signed in
            guard let sheet = try sheet(signed, of: life, on: ground) else { return nil }
            let bytes = try LetterPress.pdf(of: sheet)
            let file = KeptFile(
                id: signed.file,
                dossier: life.id.dossier,
                size: Int64(bytes.count)
            )
            return Printed(file: file, bytes: bytes)
        }
    }

    /// Seals them and puts them on the disk, once the keys of their dossiers are kept.
    func write(_ scans: [Printed], at moment: Instant) async throws {
        for scan in scans {
            _ = try await files.write(
                scan.bytes,
                in: scan.file.dossier,
                at: moment,
                draw: Draw { scan.file.id }
            )
        }
    }

    private func sheet(
        _ signed: Signed,
        of life: EndedLife,
        on ground: SeedGround
    ) throws -> LetterSheet? {
        guard let subject = signed.state.subject,
            let letter = life.start.service.letters[ID(signed.letter.template.text)]
        else { return nil }
        let loaded = LoadedCase(
            id: life.id,
            state: signed.state,
            version: 0,
            subject: subject,
            service: life.start.service,
            answers: life.start.answers
        )
        let unit = signed.state.place?.unit ?? subject.owner
        let post = ground.force.office.posts(with: letter.signer.text, in: unit).first
        var drafting = LetterDrafting(
            letter: letter,
            loaded: loaded,
            force: ground.force,
            signer: LetterDrafting.Signer(
                title: post?.title ?? "",
                name: ground.names[signed.signer] ?? ""
            )
        )
        drafting.numbered = LetterDrafting.Numbered(
            number: signed.letter.number.text,
            day: signed.day,
            link: try LetterLink(
                base: ground.force.installation.base,
                code: signed.letter.code,
                facts: letter.shown(of: loaded, in: ground.force),
                keys: keys
            ).content
        )
        return drafting.sheet(at: ground.until)
    }
}
