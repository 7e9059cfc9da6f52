import Blueprints
import Cases
import Feel
import Foundation
import Stories
import Testing

/// Every shape of fact that was ever written, one line each.
///
/// Lines are added and never changed or removed: a record that holds them must stay readable.
@Suite struct CorpusTests {
    private static let corpus = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "Corpus/facts.jsonl")

    private func lines() throws -> [String] {
        try String(contentsOf: Self.corpus, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func fact(_ line: String) throws -> CaseFact {
        guard case .object(let fields) = try CanonicalJSON.read(Array(line.utf8)),
            case .text(let word)? = fields["kind"], let kind = Code(word)
        else { throw FactUnreadable("no fact: \(line)") }
        return try CaseFact(kind: kind, from: FactReader(fields))
    }

    private func line(_ fact: CaseFact) throws -> String {
        var writer = FactWriter()
        fact.write(to: &writer)
        var fields = writer.fields
        fields["kind"] = fact.kind.json
        return String(decoding: try CanonicalJSON.write(.object(fields)), as: UTF8.self)
    }

    @Test func `every shape that was ever written is read, and written the same`() throws {
        for line in try lines() { #expect(try self.line(fact(line)) == line) }
    }

    @Test func `every kind of fact stands in the corpus`() throws {
        let kinds = Set(try lines().map { try fact($0).what.word })
        #expect(kinds == Set(CaseEvent.Kind.allCases))
    }

    @Test func `a field that is missing or of another type is told`() throws {
        let line = try #require(try lines().first { $0.contains("\"kind\":\"submitted\"") })
        let wrong = [
            line.replacing("\"fee\":", with: "\"fees\":"),
            line.replacing("\"channel\":\"", with: "\"channel\":\"x"),
            line.replacing("\"kind\":\"submitted\"", with: "\"kind\":\"sent\""),
        ]
        for line in wrong {
            #expect(line != wrong.first || line.contains("fees"))
            #expect(throws: FactUnreadable.self) { try fact(line) }
        }
    }

    @Test func `what the story writes today has the shapes of the corpus`() throws {
        let known = Set(try lines().map(shape))
        for fact in try longStory() { #expect(known.contains(try shape(line(fact)))) }
    }

    /// Kind and names of fields, without what may be absent.
    private func shape(_ line: String) throws -> String {
        let fact = try fact(line)
        var writer = FactWriter()
        fact.write(to: &writer)
        return "\(fact.kind): " + writer.fields.map(\.name).sorted().joined(separator: " ")
    }

    /// Cases in which everything happens that can.
    private func longStory() throws -> [CaseFact] {
        var one = try World()
        try one.submit { new in
            (new.channel, new.village) = (.paper, "16.03.05.2003")
            (new.received, new.delay) = (wib("2026-11-20 15.00"), "Listrik padam.")
        }
        try one.give(.take, by: clerk)
        try one.give(.assign(to: colleague), by: clerk)
        try one.give(.returnToUnit, by: colleague)
        try one.give(.consult(unit: "dinas-koperasi", question: "?"), by: clerk)
        try one.give(.advise(unit: "dinkop", answer: "!"), by: adviser)
        try one.give(.note("Halo.", for: .citizen), by: clerk)
        try one.give(.open(field: "nik"), by: clerk)
        try one.give(.tell(notice: "lengkapi", channel: "wa"), by: clerk)
        try one.pass(to: "2026-12-01 10.00")
        try one.give(.act(World.returning()), by: clerk)
        try one.give(.complete(answers: [2], files: [file]), by: .applicant)
        try one.give(.act(ActRequest("lengkap", in: "periksa")), by: clerk)
        try one.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
        try one.give(.void(letter: one.letter, reason: "Salah."), by: head)
        try one.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
        try one.give(.sign(letter: one.letter, way: .scan, file: file), by: head)
        try one.give(.reopen(reason: "Salah alamat."), by: .applicant)
        let digest = one.state.subject?.digest ?? "a"
        let plan = Migration(from: digest, to: digest, plan: "rencana", step: "periksa")
        try one.give(.migrate(plan), by: head)
        one.calendar = try WorkCalendar(closedAfter(day("2026-12-01")))
        try one.give(.recount(cause: "kalender/2"), by: .clock)
        try one.give(.withdraw(reason: "Tidak jadi."), by: .applicant)
        var two = try World.refused()
        try two.pass(to: "2027-01-20")
        var three = try World.waiting()
        try three.pass(to: "2027-01-20")
        var rights = try World.submitted()
        try rights.give(.correct(correction), by: head)
        try rights.give(.restrict(.asked, reason: "Diminta.", rightsRequest), by: head)
        try rights.give(.liftRestriction(reason: "Selesai."), by: head)
        try rights.give(.restrict(.objection, reason: "Keberatan.", nil), by: head)
        var asked = try World.waiting()
        try asked.give(.restrict(.asked, reason: "Diminta.", rightsRequest), by: head)
        try asked.give(.liftRestriction(reason: "Selesai."), by: head)
        var over = try World.withoutConsent()
        try over.give(.erase(ErasedAnswers(basis: "permintaan")), by: head)
        var four = try World.erased()
        try four.give(.close, by: head)
        var five = try World.refused()
        try five.give(.object(reason: "Ada."), by: .applicant)
        try five.give(.answerObjection("Tidak ada."), by: clerk)
        try five.give(.changeLink, by: .applicant)
        return [one, two, three, four, five, rights, asked, over].flatMap(\.facts) + (try besides())
    }

    /// What officials write beside a decision, and papers and helpers.
    private func besides() throws -> [CaseFact] {
        try away() + (try written())
    }

    /// Cases that went to another version and came back.
    private func away() throws -> [CaseFact] {
        let steps: [Code?] = ["cek", nil]
        return try steps.flatMap { step in
            var one = try World.submitted()
            let digest = one.state.subject?.digest ?? "a"
            let plan = Migration(from: digest, to: "b2b2", plan: "rencana", step: step)
            try one.give(.migrate(plan), by: .clock)
            try one.give(.undoMigration(plan: "rencana"), by: .clock)
            return one.facts
        }
    }

    private func written() throws -> [CaseFact] {
        var one = try owing()
        try one.give(.pay(receipt: "K-1", day: day("2026-11-23")), by: clerk)
        try one.give(.link(to: CaseID(file)), by: clerk)
        try one.give(.snooze(until: tomorrow, reason: "Tunggu RT."), by: clerk)
        try one.give(.unlink(from: CaseID(file), reason: "Salah orang."), by: clerk)
        try one.give(.undoPayment(reason: "Bukti orang lain."), by: clerk)
        var two = try owing()
        try two.give(.pay(receipt: "", day: day("2026-11-23")), by: clerk)
        var three = try World()
        let help = Assistance(
            by: person(7),
            post: "kadus-ii",
            agreed: three.now,
            script: "setuju-1"
        )
        try three.submit { $0.helped = help }
        var four = try World()
        try four.submit { new in
            (new.channel, new.village, new.helped) = (.paper, "16.03.05.2003", help)
            (new.received, new.delay) = (wib("2026-11-20 15.00"), "Listrik padam.")
            new.scan = "0f.pdf.1200"
        }
        return [one, two, three, four].flatMap(\.facts) + (try broughtBack())
    }

    /// Cases that a restore had lost, at the counter and by their citizen.
    private func broughtBack() throws -> [CaseFact] {
        try [person(1), nil].flatMap { official in
            var world = try World()
            let lost = try world.lost(world.brought(.online), official: official)
            try world.submit { ($0.tracking, $0.lost) = (lost.was.tracking, lost) }
            return world.facts
        }
    }

    private func closedAfter(_ first: Day) -> WorkCalendar.Parts {
        var parts = WorkCalendar.Parts()
        parts.holidays = (1...5).map {
            Holiday(day: first.adding(days: $0), kind: .closure, name: "Tutup")
        }
        return parts
    }

    /// `RECORD=1` adds the shapes that are new; it never changes a line.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["RECORD"] == "1"))
    func `new shapes are added`() throws {
        var all = try FileManager.default.fileExists(atPath: Self.corpus.path()) ? lines() : []
        var known = Set(try all.map(shape))
        for fact in try longStory() {
            let line = try line(fact)
            if try known.insert(shape(line)).inserted { all.append(line) }
        }
        let text = all.joined(separator: "\n") + "\n"
        try text.write(to: Self.corpus, atomically: true, encoding: .utf8)
    }
}
