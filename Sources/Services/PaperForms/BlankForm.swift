import Blueprints
import Cases
import Office
import Press
import Site
import Stories

/// The questions of a service as room on paper, a number for each sheet.
struct BlankForm {
    let service: PublicService
    let force: InForce
    let unit: OfficeUnit
    let forms: [PaperForm]
    let now: Instant

    func pdf() throws -> [UInt8] {
        let base = force.installation.base
        var sheet = BlankFormSheet(
            service.title.indonesian,
            from: unit.name,
            forms: forms.map { form in
                BlankFormSheet.Form(
                    number: form.number.description,
                    address: "\(base)/lacak/\(form.number.digits)"
                )
            },
            sections: sections,
            words: BlankFormSheet.Words(
                number: Words.receiptNumber.indonesian,
                forCitizen: Words.forTheCitizen.indonesian,
                tearHere: Words.tearHere.indonesian,
                notRecordedYet: Words.notRecordedYet.indonesian,
                receivedOn: "Diterima tanggal ____________  pukul ________  petugas ____________",
                signature: "Data ini benar. Tanggal dan tanda tangan pemohon:"
            ),
            facts: DocumentFacts(
                title: "Borang \(service.title.indonesian)",
                author: force.regency.name,
                createdAt: "\(force.zone.day(now))T00:00:00+0\(force.zone.hours):00"
            )
        )
        sheet.contact = [unit.address, unit.phone].filter { !$0.isEmpty }
        sheet.sample = force.regency.isDemo
        return try BlankFormPress.pdf(of: sheet)
    }

    private var sections: [BlankFormSheet.Section] {
        service.allPages.compactMap { page in
            let questions = page.questions.compactMap { id in
                service.allQuestions.first { $0.id == id && $0.type.isAsked }
            }
            guard !questions.isEmpty else { return nil }
            return BlankFormSheet.Section(
                page.title.indonesian,
                questions.flatMap { rooms(for: $0) }
            )
        }
    }

    private func rooms(for question: Question) -> [BlankFormSheet.Question] {
        guard case .group(let parts, let count) = question.type else {
            return [room(for: question, asked: question.ask.indonesian)]
        }
        // Whoever has more of them goes on behind.
        let times = min(max(count.least, 2), 3, max(count.most, 1))
        return (1...times).flatMap { number in
            parts.map { part in
                room(
                    for: part,
                    asked: "\(question.ask.indonesian) (\(number)) \(part.ask.indonesian)"
                )
            }
        }
    }

    private func room(for question: Question, asked: String) -> BlankFormSheet.Question {
        let hints = [
            question.when == nil ? nil : Words.fillInIfItApplies.indonesian,
            question.isOptional ? "Boleh kosong." : nil, question.hint?.indonesian,
        ]
        let hint = hints.compactMap { $0 }.joined(separator: " ")
        return BlankFormSheet.Question(
            asked,
            hint: hint.isEmpty ? nil : hint,
            Self.room(of: question.type)
        )
    }

    private static func room(of type: AnswerType) -> BlankFormSheet.Room {
        switch type {
        case .choice(let options): .options(options.map(\.label.indonesian))
        case .choices(let options, _): .options(options.map(\.label.indonesian))
        case .yesNo: .options(["Ya", "Tidak"])
        case .date: .letters([2, 2, 4])
        case .nik: .letters([4, 4, 4, 4])
        case .nib: .letters([13])
        case .phone: .letters([4, 4, 5])
        case .photo, .file: .options(["Dilampirkan (fotokopi atau foto)"])
        case .longText: .lines(3)
        case .area: .lines(3)
        case .person: .lines(2)
        case .text, .name, .whole, .decimal, .money, .email, .village, .point, .group, .computed:
            .line
        }
    }
}
