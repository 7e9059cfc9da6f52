import Blueprints
import Cases
import Feel
import Stories

/// Compares where a case of an example stands with what the example says.
struct ExampleComparison {
    let trial: ExampleCase

    /// The name of a village, by its code.
    let place: (String) -> String?

    func complaints(about expect: ExampleExpectation) -> [String] {
        let state = trial.state
        let isEnded = state.phase == .ended
        let ending = isEnded ? state.end?.ending.text : nil
        let step = isEnded ? nil : state.place?.step.text
        let found: [String?] = [
            compare("Hasil akhir", expect.ending?.text, ending ?? stillOpen),
            compare("Langkah", expect.step?.text, step ?? ended),
            compare("Tahap", expect.stage?.rawValue, state.publicStage?.rawValue),
            compare("Tenggat", expect.due, due ?? noDue),
            compare(
                "Biaya",
                expect.fee.map { String($0) },
                state.subject.map { String($0.fee) }
            ),
        ]
        return found.compactMap(\.self)
            + expect.values.sorted { $0.key < $1.key }.compactMap(compare)
    }

    private func compare(_ what: String, _ expected: String?, _ found: String?) -> String? {
        guard let expected, expected != found else { return nil }
        return "\(what): seharusnya \(expected), ternyata \(found ?? "tidak ada")."
    }

    private var due: String? { trial.state.due(trial.calendars)?.day.description }

    private var noDue: String {
        trial.state.phase == .waiting
            ? "tidak ada, karena perkara menunggu warga" : "tidak ada"
    }

    private var stillOpen: String {
        switch trial.state.phase {
        case .waiting: "belum berakhir, menunggu warga melengkapi"
        case .signing: "belum berakhir, suratnya menunggu tanda tangan"
        case .open, .unborn, .ended:
            "belum berakhir, ada di langkah \(trial.state.place?.step.text ?? "pertama")"
        }
    }

    private var ended: String {
        "sudah berakhir: \(trial.state.end?.ending.text ?? "tanpa hasil")"
    }

    /// An answer fits as the rule language writes it and as a letter shows it.
    private func compare(_ name: ID, _ expected: String) -> String? {
        guard let (written, shown) = texts(of: name) else {
            return "Nilai \"\(name)\" tidak ada. Periksa namanya, "
                + "atau jawaban yang dibutuhkan untuk menghitungnya."
        }
        guard expected != written, expected != shown else { return nil }
        let found = written == shown ? written : "\(written) (\(shown))"
        return "Nilai \"\(name)\": seharusnya \(expected), ternyata \(found)."
    }

    private func texts(of name: ID) -> (written: String, shown: String)? {
        if name == "nomor_surat" {
            return trial.state.letters.last.map { ($0.number.text, $0.number.text) }
        }
        let today = FeelDate(daysSince1970: trial.today.number)
        let names = trial.service.names(trial.answers, today: today)
        guard let value = names[name.text], let written = value.written else { return nil }
        let question = trial.service.allQuestions.first { $0.id == name }
        let shown = question.map { question in
            question.text(of: value, place: place)
        }
        return (written, shown ?? value.text())
    }
}
