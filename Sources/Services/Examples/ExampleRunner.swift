package import Blueprints
import Cases
import Feel
package import Office
import Stories

/// Tries the worked examples of a blueprint against the rules, and says what does not fit.
///
/// Nothing is recorded: the same decisions are made as for a real case, by an invented official
/// at the moments that the example names.
package struct ExampleRunner: Sendable {
    private let regency: RegencyFile
    private let calendar: WorkCalendar
    private let villages: Villages?

    /// `archive` holds the tables of the regency: `wilayah.csv` and the file of its calendar.
    package init(regency: RegencyFile, archive: FolderArchive) throws {
        func text(_ path: String?) -> String? {
            archive.files.first { $0.path == path }.map {
                String(decoding: $0.bytes, as: UTF8.self)
            }
        }
        self.regency = regency
        calendar = try regency.workCalendar(csv: text(regency.calendar.file))
        villages = text("wilayah.csv").map(Villages.init(csv:))
    }

    /// Against the regency as it is in force.
    init(in force: InForce) {
        regency = force.regency
        calendar = force.calendar
        villages = force.villages
    }

    /// What does not come out as the example says, in plain sentences; empty where all fits.
    package func run(_ example: Example, of blueprint: Blueprint) -> [String] {
        do throws(ExampleComplaint) {
            let (trial, held) = try play(example, of: blueprint)
            if let expected = example.expect.refused {
                return refused(expected, held) + needless(example.acts)
            }
            guard let trial else { return held.map(Self.heldBack) }
            return ExampleComparison(trial: trial, place: place).complaints(about: example.expect)
        } catch {
            return [error.sentence]
        }
    }

    /// Plays the example to its end; no case and the sentences where the form is held back.
    func play(
        _ example: Example,
        of blueprint: Blueprint
    ) throws(ExampleComplaint) -> (case: ExampleCase?, held: [String]) {
        let service = try service(of: example, in: blueprint)
        let sent = try ExampleTime(example.sent, in: calendar.zone)
        let form = ExampleForm(
            service: service,
            sent: FeelDate(daysSince1970: calendar.zone.day(sent.instant).number),
            isVillage: isVillage
        )
        let given = form.raw(example.answers)
        let reading = form.read(given)
        guard reading.isComplete, example.expect.refused == nil else {
            return (nil, reading.sentences)
        }
        var trial = ExampleCase(form: form, calendar: calendar, office: office(for: service))
        try trial.submit(given, reading.answers, at: sent)
        for act in example.acts { try trial.perform(act) }
        return (trial, [])
    }

    private func service(
        of example: Example,
        in blueprint: Blueprint
    ) throws(ExampleComplaint) -> PublicService {
        guard let service = blueprint.services.first(where: { $0.id == example.service }) else {
            throw ExampleComplaint(
                "Layanan \"\(example.service)\" tidak ada dalam cetak biru ini. "
                    + "Pilih layanan lain pada contoh ini."
            )
        }
        guard service.elsewhere == nil else {
            throw ExampleComplaint(
                "Layanan ini berjalan di sistem lain, jadi tidak ada yang bisa dicoba. "
                    + "Hapus contoh ini."
            )
        }
        return service
    }

    private func office(for service: PublicService) -> ExampleOffice {
        ExampleOffice(map: regency.office, service: service)
    }

    /// A village of another regency counts as one: an example comes with its blueprint, and the
    /// table of the receiving regency need not know the publisher's villages.
    private var isVillage: @Sendable (String) -> Bool {
        { [villages, own = "\(regency.code)."] code in
            guard let villages, code.hasPrefix(own) else { return true }
            return villages.isVillage(code)
        }
    }

    private func place(_ code: String) -> String? { villages?.fullName(of: code) }

    private func refused(_ expected: [String], _ found: [String]) -> [String] {
        let missing = expected.filter { sentence in
            !found.contains { Self.bare($0) == Self.bare(sentence) }
        }
        let surplus = found.filter { sentence in
            !expected.contains { Self.bare($0) == Self.bare(sentence) }
        }
        if found.isEmpty {
            return ["Formulir seharusnya ditahan, ternyata boleh dikirim. Periksa jawabannya."]
        }
        return missing.map { "Kalimat ini seharusnya menahan formulir, ternyata tidak: \($0)" }
            + surplus.map(Self.heldBack)
    }

    private func needless(_ acts: [ExampleAct]) -> [String] {
        acts.isEmpty
            ? []
            : ["Formulir yang ditahan tidak punya perkara. Hapus tindakan dari contoh ini."]
    }

    private static func heldBack(_ sentence: String) -> String {
        "Formulir ditahan: \(bare(sentence)). Perbaiki jawabannya, "
            + "atau catat kalimat itu sebagai yang diharapkan."
    }

    /// A sentence without its full stop, which summaries leave out.
    private static func bare(_ sentence: String) -> String {
        let words = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}

/// What does not fit in an example, as a sentence for whoever wrote it.
struct ExampleComplaint: Error {
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}
