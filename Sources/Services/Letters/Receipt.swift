import Blueprints
import Cases
import Ledger
import Office
import Press
import Site
import Stories

/// What a person takes home from an application, as a value for page, paper and till strip.
struct Receipt {
    let loaded: LoadedCase
    let force: InForce

    /// The secret link: whoever holds it is the applicant.
    let link: String

    /// What opens it where no phone does; printed only on paper.
    var pin: ReceiptPIN?

    /// What stands under the code.
    var caption = Words.receiptLink

    /// Where it stands in the record; printed only on paper.
    var place: PlaceInLog?

    /// How that is proven; on a page of its own.
    var proof: ReceiptProof?

    /// Whether the proof, answers and all, also lies in the PDF: only in what goes to the applicant.
    var carriesProof = false

    var number: String { loaded.subject.tracking.description }

    var office: String { force.office.unit(loaded.subject.owner)?.name ?? force.regency.name }

    /// The dates of the promise, by step: what happens next, and until when.
    var next: [Words] {
        let service = loaded.service
        let calendars = force.calendars
        var lines: [Words] = []
        if let since = loaded.state.clockStandsSince, loaded.state.phase != .ended {
            lines.append(CaseStatus.standing(since, force.zone))
        }
        if let first = service.steps.first, let due = loaded.state.stepDue(calendars) {
            let title = first.title.indonesian.lowercased()
            lines.append(
                Words(
                    "Petugas: \(title), paling lambat \(date(due, .indonesian)).",
                    "Step \"\(first.title.text(in: .english).text)\" by \(date(due, .english))."
                )
            )
        }
        for step in service.steps.dropFirst() {
            lines.append(
                Words(
                    "Lalu: \(step.title.indonesian.lowercased()).",
                    "Then: \(step.title.text(in: .english).text)."
                )
            )
        }
        if let due = loaded.state.due(calendars) {
            // Who left no name or has no phone is told nothing: they look for themselves.
            let (indonesian, english) =
                loaded.subject.isAnonymous || loaded.subject.hasPIN
                ? ("Selesai", "Finished") : ("Kami kabari Anda", "We tell you")
            lines.append(
                Words(
                    "\(indonesian), paling lambat \(date(due, .indonesian)).",
                    "\(english) by \(date(due, .english))."
                )
            )
        }
        return lines
    }

    /// The receipt as a PDF.
    func pdf(_ form: ReceiptSheet.Form, in language: Language) throws -> [UInt8] {
        var sheet = ReceiptSheet(
            language == .english ? "Receipt of a request" : "Tanda terima permohonan",
            number: number,
            for: loaded.service.title.text(in: language.ofFiles).text,
            from: office,
            facts: DocumentFacts(
                title: "Tanda terima \(number)",
                author: force.regency.name,
                createdAt:
                    "\(force.zone.day(loaded.subject.recorded))T00:00:00+0\(force.zone.hours):00",
                language: language.rawValue
            )
        )
        sheet.form = form
        sheet.code = CodeStamp(link, caption: caption.text(in: language))
        sheet.next = next.map { $0.text(in: language) }
        sheet.nextTitle = Words.whatNext.text(in: language)
        let received = loaded.subject.received
        sheet.dates = [
            Passage.Fact(
                Words.received.text(in: language),
                DateWords.longDate(force.zone.day(received), in: language) + ", "
                    + DateWords.time(received, zone: force.zone, in: language)
            )
        ]
        if let fee = FeeWords(loaded.state)?.words.text(in: language) {
            sheet.dates.append(Passage.Fact(Words.howMuch.text(in: language), fee))
        }
        if let pin { sheet.dates.append(Passage.Fact(Words.pin.text(in: language), pin.spaced)) }
        if let unit = force.office.unit(loaded.subject.owner) {
            sheet.contact = [unit.address, unit.phone].filter { !$0.isEmpty }
        }
        if let place { sheet.contact.append(place.line.text(in: language)) }
        sheet.sample = force.regency.isDemo
        sheet.isPractice = force.installation.isPractice
        if form == .a4, let proof {
            sheet.proof = try ProofOnPaper(proof: proof, language: language).printed()
            if carriesProof {
                sheet.attached = AttachedFile(
                    name: "bukti-\(number).json",
                    type: "application/json",
                    bytes: try proof.file
                )
            }
        }
        return try ReceiptPress.pdf(of: sheet)
    }

    private func date(_ due: Due, _ language: Language) -> String {
        let text = DateWords.longDate(due.day, in: language)
        guard due.isEstimate else { return text }
        return text + (language == .english ? " (estimate)" : " (perkiraan)")
    }
}
