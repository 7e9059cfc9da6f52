import Blueprints
import Cases
import Feel
import Office
import Press
import Site
import Stories

/// Fills a letter of a service with the answers of a case.
struct LetterDrafting {
    let letter: Letter
    let loaded: LoadedCase
    let force: InForce

    /// Nil for a draft print: it carries KONSEP and has neither number nor code.
    var numbered: Numbered?
    var signer: Signer

    /// What a letter has once it is numbered.
    struct Numbered {
        let number: String
        let day: Day

        /// What the QR leads to, and what it proves without a network.
        let link: String
    }

    /// Who signs, as it stands under the letter.
    struct Signer {
        let title: String
        let name: String

        /// Grouped as it is printed; nil for who has none.
        var nip: String?
    }

    /// The sheet to print.
    func sheet(at now: Instant) -> LetterSheet {
        let day = numbered?.day ?? force.zone.day(now)
        var sheet = LetterSheet(
            layout: layout,
            letterhead: Letterhead(names: head.names, details: head.details),
            dateLine: "\(force.regency.shortName), \(DateWords.date(day, in: .indonesian))",
            facts: DocumentFacts(
                title: letter.title.indonesian,
                author: unit?.name ?? force.regency.name,
                createdAt: "\(day)T00:00:00+0\(force.zone.hours):00"
            )
        )
        sheet.paper = letter.paper == .a4 ? .a4 : .f4
        sheet.number = numbered?.number
        sheet.passages = letter.blocks.compactMap(passage)
        sheet.signatures = [Signature(post: signer.title, name: signer.name, nip: signer.nip)]
        sheet.mark = numbered == nil ? .konsep : .none
        sheet.sample = force.regency.isDemo
        sheet.isPractice = force.installation.isPractice
        if let numbered {
            sheet.code = CodeStamp(
                numbered.link,
                caption: "Pindai untuk memeriksa surat ini"
            )
        }
        return sheet
    }

    private var unit: OfficeUnit? {
        loaded.state.place.flatMap { force.office.unit($0.unit) }
    }

    private var head: (names: [String], details: [String]) {
        let lines = unit?.letterhead ?? []
        let names = lines.isEmpty ? ["PEMERINTAH \(force.regency.name.uppercased())"] : lines
        let details = [unit?.address, unit.map { "Telp. \($0.phone)" }].compactMap(\.self)
        return (names, details.filter { !$0.isEmpty && $0 != "Telp. " })
    }

    private var layout: LetterSheet.Layout {
        switch letter.layout {
        case .correspondence:
            .korespondensi(
                Correspondence(
                    subject: letter.subject.map(filled) ?? letter.title.indonesian,
                    addressee: letter.to.map { [filled($0)] } ?? []
                )
            )
        case .centredTitle: .judulTengah(CentredTitle(letter.title.indonesian.uppercased()))
        }
    }

    private func passage(_ block: Letter.Block) -> Passage? {
        if let when = block.when, !when.value(values.names).isTrue { return nil }
        switch block.content {
        case .paragraph(let sentence): return .paragraph(filled(sentence))
        case .rows(let rows):
            return .facts(rows.map { Passage.Fact($0.label.indonesian, filled($0.value)) })
        case .numbered(let sentences): return .numbered(sentences.map(filled))
        case .table(let each, let columns):
            guard case .list(let entries) = each.value(values.names) else { return nil }
            return .table(
                SheetTable(
                    head: columns.map(\.title.indonesian),
                    rows: entries.map { entry in
                        columns.map { values.entered(entry).text(of: $0.value) }
                    }
                )
            )
        }
    }

    private func filled(_ sentence: Sentence) -> String { values.text(of: sentence) }

    private var values: SentenceValues {
        SentenceValues(
            service: loaded.service,
            answers: loaded.answers ?? TypedAnswers(),
            force: force,
            letter: (
                number: numbered?.number ?? "…",
                day: numbered?.day ?? force.zone.day(loaded.subject.received)
            ),
            unit: unit?.name ?? ""
        )
    }
}

/// What may stand in the braces of a letter or notice, as words.
///
/// A name of a question by itself gives its answer as a person reads it: the label of a choice,
/// the name of a village, a date in words. Any other expression gives its value.
struct SentenceValues {
    let service: PublicService
    let answers: TypedAnswers
    let force: InForce
    let letter: (number: String, day: Day)
    let unit: String

    /// The fields of one entry of a list, inside a table's row.
    var entry: [String: FeelValue] = [:]

    /// What a notice knows besides the answers.
    var extra: [String: FeelValue] = [:]

    var names: [String: FeelValue] {
        var names = service.names(answers, today: FeelDate(letter.day))
        names["nomor_surat"] = .string(letter.number)
        names["tanggal_surat"] = .date(FeelDate(letter.day))
        names["unit"] = .string(unit)
        names["kabupaten"] = .string(force.regency.name)
        for (name, value) in extra { names[name] = value }
        for (name, value) in entry { names[name] = value }
        return names
    }

    func entered(_ value: FeelValue) -> SentenceValues {
        var values = self
        values.entry = value.fields ?? [:]
        return values
    }

    func text(of sentence: Sentence) -> String {
        sentence.parts.map { part in
            switch part {
            case .text(let text): text
            case .value(let formula): text(of: formula)
            }
        }
        .joined()
    }

    func text(of formula: Formula) -> String {
        let value = formula.value(names)
        guard formula.names == [formula.source], let question = question(formula.source) else {
            return value.text()
        }
        return question.text(of: value) { force.villages.fullName(of: $0) }
    }

    private func question(_ name: String) -> Question? {
        if !entry.isEmpty {
            for case .group(let parts, _) in service.allQuestions.map(\.type) {
                if let part = parts.first(where: { $0.id.text == name }) { return part }
            }
        }
        return service.allQuestions.first { $0.id.text == name }
    }
}

extension RegencyFile {
    /// "Muara Enim" of "Kabupaten Muara Enim", for the place before a date.
    var shortName: String {
        name.hasPrefix("Kabupaten ") ? String(name.dropFirst("Kabupaten ".count)) : name
    }
}

extension Letter {
    /// What it declares for comparison, label and value; nothing once the answers are erased.
    func shown(of loaded: LoadedCase, in force: InForce) -> [(label: String, value: String)] {
        guard let answers = loaded.answers else { return [] }
        let values = SentenceValues(
            service: loaded.service,
            answers: answers,
            force: force,
            letter: ("", force.zone.day(loaded.subject.received)),
            unit: ""
        )
        return shows.map { ($0.label.indonesian, values.text(of: $0.value)) }
    }
}
