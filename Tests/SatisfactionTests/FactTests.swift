import Ledger
import Satisfaction
import Stories
import Testing

/// Facts of surveys as tests need them.
enum Samples {
    static let dossier = DossierID(OpaqueID(high: 3, low: 4))

    static func finished(_ quarter: String = "2026-t4") throws -> FinishedCase {
        FinishedCase(
            service: "surat-keterangan-usaha",
            unit: "kel-contoh",
            quarter: try #require(Period(quarter)),
            dossier: dossier
        )
    }

    static func grades(_ grade: Grade) throws -> Grades {
        let all = SurveyElement.allCases.map { ($0, grade) }
        return try #require(Grades(Dictionary(uniqueKeysWithValues: all)))
    }

    static func mixed() throws -> Grades {
        var all = Dictionary(uniqueKeysWithValues: SurveyElement.allCases.map { ($0, Grade.good) })
        all[.time] = .fair
        all[.cost] = .excellent
        all[.complaints] = .poor
        return try #require(Grades(all))
    }

    static func known() throws -> KnownOfSurvey {
        KnownOfSurvey(
            finished: try finished(),
            sealer: Sealer { _ in [UInt8](repeating: 0xAB, count: 32) },
            draw: Draw { OpaqueID(high: 5, low: 6) }
        )
    }

    static func publication(
        _ answers: Int = 29,
        of population: Int = 30,
        plan: Public? = nil
    ) throws -> Publication {
        let scope = ReportScope(
            unit: "kel-contoh",
            service: nil,
            try #require(Period("2026-t4"))
        )
        let tally = try WorkedExample.questionnaires().prefix(answers)
            .reduce(into: Tally()) { $0.add($1) }
        let figures = ReportFigures(tally, of: population, by: .exact)
        return Publication(scope, figures, through: 812, plan: plan)
    }
}

/// Reads a fact's bytes and writes them again.
///
/// The bytes in these tests never change: they are what records out there hold.
private func hold<F: FactShape & Equatable>(_ fact: F, _ kind: Code, _ bytes: String) throws {
    var writer = FactWriter()
    fact.write(to: &writer)
    #expect(fact.kind == kind)
    let written = try CanonicalJSON.write(.object(writer.fields))
    #expect(String(decoding: written, as: UTF8.self) == bytes)
    guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
        throw FactUnreadable("an event is an object")
    }
    #expect(try F(kind: kind, from: FactReader(fields)) == fact)
}

struct FactTests {
    @Test func `the facts of a survey are written and read as they always were`() throws {
        let known = try Samples.known()
        let everything = Respondent(
            sex: .woman,
            age: .thirties,
            education: .primary,
            work: .farming
        )
        var answer = SurveyAnswer(about: known.finished, try Samples.mixed(), everything)
        answer.remark = Sealed(
            id: PayloadID(OpaqueID(high: 5, low: 6)),
            commitment: [UInt8](repeating: 0xAB, count: 32)
        )
        let grades =
            #"{"biaya":4,"kompetensi":3,"pengaduan":1,"perilaku":3,"persyaratan":3,"produk":3,"#
            + #""prosedur":3,"sarana":3,"waktu":2}"#
        try hold(
            SurveyFact.answered(answer),
            "answered",
            #"{"age":"30-39","education":"sd","grades":"# + grades + #","quarter":4,"#
                + #""remark":{"c":"abababababababababababababababababababababababababababababababab","#
                + #""id":"00000000000000050000000000000006"},"#
                + #""service":"surat-keterangan-usaha","sex":"perempuan","unit":"kel-contoh","#
                + #""work":"tani","year":2026}"#
        )
        try hold(
            SurveyFact.answered(
                SurveyAnswer(about: known.finished, try Samples.mixed(), Respondent())
            ),
            "answered",
            #"{"grades":"# + grades
                + #","quarter":4,"service":"surat-keterangan-usaha","unit":"kel-contoh","#
                + #""year":2026}"#
        )
    }

    @Test func `the facts of a report are written and read as they always were`() throws {
        let tally =
            #"{"count":29,"sums":{"biaya":116,"kompetensi":105,"pengaduan":105,"perilaku":106,"#
            + #""persyaratan":105,"produk":102,"prosedur":101,"sarana":115,"waktu":100}}"#
        let plan = Public(digest: [UInt8](repeating: 0xCD, count: 32))
        try hold(
            ReportFact.published(try Samples.publication(plan: plan)),
            "published",
            #"{"plan":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","#
                + #""population":30,"quarter":4,"tally":"# + tally
                + #","through":812,"unit":"kel-contoh","weight":"tepat","year":2026}"#
        )
        let year = try #require(Period("2026"))
        let figures = ReportFigures(try WorkedExample.tally(), of: 30, by: .thousandths)
        try hold(
            ReportFact.published(
                Publication(
                    ReportScope(unit: nil, service: "surat-keterangan-usaha", year),
                    figures,
                    through: 900
                )
            ),
            "published",
            #"{"population":30,"service":"surat-keterangan-usaha","tally":"# + tally
                + #","through":900,"weight":"0.111","year":2026}"#
        )
    }

    @Test(arguments: [("answered", "{}"), ("asked", "{}"), ("published", #"{"year":2026}"#)])
    func `what is no fact is unreadable`(kind: String, bytes: String) throws {
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else { return }
        let kind = try #require(Code(kind))
        #expect(throws: FactUnreadable.self) {
            try SurveyFact(kind: kind, from: FactReader(fields))
        }
        #expect(throws: FactUnreadable.self) {
            try ReportFact(kind: kind, from: FactReader(fields))
        }
    }
}

struct StoryTests {
    @Test func `an answer holds grades, and what was written only sealed`() throws {
        let known = try Samples.known()
        let decision = try SurveyStory.decide(
            SurveyStory.beginning,
            .answer(try Samples.mixed(), Respondent(sex: .man), remark: "Antreannya lama."),
            known
        )
        #expect(decision.sealed.map(\.bytes) == [Array("Antreannya lama.".utf8)])
        #expect(decision.sealed.map(\.dossier) == [Samples.dossier])
        let state = SurveyStory.state(after: decision.facts)
        #expect(state.answer?.grades == (try Samples.mixed()))
        #expect(state.answer?.remark?.id == decision.sealed.first?.id)
    }

    @Test func `without a remark nothing is sealed`() throws {
        let decision = try SurveyStory.decide(
            SurveyStory.beginning,
            .answer(try Samples.grades(.good), Respondent(), remark: ""),
            try Samples.known()
        )
        #expect(decision.sealed.isEmpty && decision.facts.count == 1)
    }

    @Test func `a questionnaire is answered once, for ever`() throws {
        let known = try Samples.known()
        let command = SurveyCommand.answer(try Samples.grades(.good), Respondent(), remark: "")
        let first = try SurveyStory.decide(SurveyStory.beginning, command, known)
        let state = SurveyStory.state(after: first.facts)
        #expect(throws: SurveyRefusal.alreadyAnswered) {
            try SurveyStory.decide(state, command, known)
        }
    }

    @Test func `only a leader publishes, only enough answers, and nothing twice`() throws {
        let publication = try Samples.publication()
        let leader = KnownOfReport(isLeader: true)
        let start = ReportStory.beginning
        #expect(throws: SurveyRefusal.onlyLeaders) {
            try ReportStory.decide(start, .publish(publication), KnownOfReport(isLeader: false))
        }
        let few = try Samples.publication(12, of: 32)
        #expect(throws: SurveyRefusal.tooFewAnswers(12, needed: 30)) {
            try ReportStory.decide(start, .publish(few), leader)
        }
        let decision = try ReportStory.decide(start, .publish(publication), leader)
        let state = ReportStory.state(after: decision.facts)
        #expect(state.publications == [publication])
        #expect(throws: SurveyRefusal.nothingNew) {
            try ReportStory.decide(state, .publish(publication), leader)
        }
        let planned = try Samples.publication(
            plan: Public(digest: [UInt8](repeating: 1, count: 32))
        )
        #expect(try ReportStory.decide(state, .publish(planned), leader).facts.count == 1)
    }

    @Test func `every refusal says something in both languages`() {
        let refusals: [SurveyRefusal] = [
            .noSuchSurvey, .notOffered, .closed, .alreadyAnswered, .noSuchReport, .notYourUnit,
            .onlyLeaders, .tooFewAnswers(12, needed: 30), .tooFewLeft(3), .nothingNew, .movedOn,
        ]
        #expect(Set(refusals.map(\.sentence)).count == refusals.count)
        #expect(Set(refusals.map(\.sentenceInEnglish)).count == refusals.count)
        #expect(refusals.allSatisfy { (400..<500).contains($0.status) })
    }
}
