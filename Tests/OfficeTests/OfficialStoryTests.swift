import Ledger
import Office
import Stories
import Testing

private func known() -> KnownOfOfficial {
    KnownOfOfficial(
        draw: .counted(),
        sealer: .sha256,
        posts: Set(SampleOffice.map.posts.map(\.id))
    )
}

private func serving(_ holdings: Holding...) -> Official {
    var state = Official()
    state.isKnown = true
    state.holdings = holdings
    return state
}

private func left() -> Official {
    var state = serving()
    state.hasLeft = true
    return state
}

struct OfficialStoryTests {
    /// A command in a situation, and why it is refused.
    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let state: Official
        let command: OfficialCommand
        let refusal: OfficeRefusal

        init(
            _ what: String,
            _ state: Official,
            _ command: OfficialCommand,
            _ refusal: OfficeRefusal
        ) {
            testDescription = what
            self.state = state
            self.command = command
            self.refusal = refusal
        }

        static func all() throws -> [Refused] {
            let logIn = try #require(LogInName("rina"))
            return [
                Refused(
                    "added twice",
                    serving(),
                    .add(name: "Rina", logIn: logIn),
                    .alreadyKnown
                ),
                Refused(
                    "added after leaving",
                    left(),
                    .add(name: "Rina", logIn: logIn),
                    .alreadyKnown
                ),
                Refused(
                    "placed without being there",
                    Official(),
                    .place(Holding("lurah-ulu", 1)),
                    .unknownOfficial
                ),
                Refused(
                    "placed after leaving",
                    left(),
                    .place(Holding("lurah-ulu", 1)),
                    .unknownOfficial
                ),
                Refused(
                    "placed nowhere",
                    serving(),
                    .place(Holding("camat", 1)),
                    .unknownPost
                ),
                Refused(
                    "placed backwards",
                    serving(),
                    .place(Holding("lurah-ulu", .standIn, 9, 8)),
                    .endsBeforeItBegins
                ),
                Refused(
                    "relieved without being there",
                    Official(),
                    .relieve(post: "lurah-ulu", last: Day(number: 1)),
                    .unknownOfficial
                ),
                Refused(
                    "relieved of a post not held",
                    serving(Holding("petugas-ulu", 1)),
                    .relieve(post: "lurah-ulu", last: Day(number: 1)),
                    .unknownPost
                ),
                Refused(
                    "relieved before it begins",
                    serving(Holding("lurah-ulu", 10)),
                    .relieve(post: "lurah-ulu", last: Day(number: 9)),
                    .endsBeforeItBegins
                ),
                Refused("leaving without being there", Official(), .leave, .unknownOfficial),
                Refused("leaving twice", left(), .leave, .unknownOfficial),
            ]
        }
    }

    @Test func `what an official's situation does not allow is refused`() throws {
        for refused in try Refused.all() {
            #expect(throws: refused.refusal, "\(refused.testDescription)") {
                try OfficialStory.decide(refused.state, refused.command, known())
            }
        }
    }

    @Test func `whoever is added has names that only a dossier can open`() throws {
        let logIn = try #require(LogInName("Rina.K"))
        let decision = try OfficialStory.decide(
            OfficialStory.beginning,
            .add(name: "Rina Kartika", logIn: logIn),
            known()
        )
        let state = OfficialStory.state(after: decision.facts)
        #expect(state.isKnown && !state.hasLeft && state.holdings.isEmpty)
        #expect(decision.sealed.map(\.bytes) == ["Rina Kartika", "rina.k"].map { Array($0.utf8) })
        #expect(decision.sealed.map(\.id) == [state.name?.id, state.logIn?.id])
        #expect(Set(decision.sealed.map(\.dossier)) == Set([state.dossier].compactMap(\.self)))
        #expect(decision.claims == [.unique(space: "login", key: Array("rina.k".utf8))])
    }

    @Test func `a civil servant's number is sealed beside the name`() throws {
        let nip = try #require(NIP("19850817 201001 1 002"))
        let decision = try OfficialStory.decide(
            OfficialStory.beginning,
            .add(name: "Rina", logIn: try #require(LogInName("rina")), nip: nip),
            known()
        )
        let state = OfficialStory.state(after: decision.facts)
        guard case .added(let added)? = decision.facts.first else {
            Issue.record("nobody was added")
            return
        }
        #expect(decision.sealed.map(\.id) == [state.name?.id, state.logIn?.id, added.nip?.id])
        #expect(decision.sealed.last?.bytes == Array("198508172010011002".utf8))
    }

    @Test(arguments: [
        ("198508172010011002", "19850817 201001 1 002"),
        ("19850817 201021 2 002", "19850817 201021 2 002"),
        ("19850817.201001.1.002", "19850817 201001 1 002"),
        ("19850817201001100", nil), ("1985081720100110022", nil), ("198513172010011002", nil),
        ("198502302010011002", nil), ("198508172010131002", nil), ("198508172010013002", nil),
        ("198508171980011002", nil), ("19850817201001100A", nil), ("", nil),
    ])
    func `a civil servant's number is eighteen digits that can be one`(
        text: String,
        printed: String?
    ) {
        #expect(NIP(text)?.description == printed)
    }

    @Test func `one day in a post is long enough`() throws {
        let holding = Holding("lurah-ulu", .standIn, 8, 8)
        let decision = try OfficialStory.decide(serving(), .place(holding), known())
        #expect(decision.facts == [.placed(holding)])
        let end = OfficialCommand.relieve(post: "lurah-ulu", last: Day(number: 8))
        let relieved = try OfficialStory.decide(serving(holding), end, known())
        #expect(relieved.facts == [.relieved("lurah-ulu", last: Day(number: 8))])
    }

    @Test func `a post is held once in each capacity`() {
        var state = serving(Holding("lurah-ulu", .standIn, 1, 5))
        OfficialStory.evolve(&state, .placed(Holding("lurah-ulu", .standIn, 7, 9)))
        OfficialStory.evolve(&state, .placed(Holding("lurah-ulu", .acting, 10)))
        #expect(
            state.holdings == [
                Holding("lurah-ulu", .standIn, 7, 9), Holding("lurah-ulu", .acting, 10),
            ]
        )
    }

    @Test func `being relieved shortens a post and never lengthens it`() {
        var state = serving(
            Holding("lurah-ulu", .standIn, 1, 5),
            Holding("lurah-ulu", 10),
            Holding("petugas-ulu", 1)
        )
        OfficialStory.evolve(&state, .relieved("lurah-ulu", last: Day(number: 30)))
        #expect(
            state.holdings == [
                Holding("lurah-ulu", .standIn, 1, 5), Holding("lurah-ulu", .definitive, 10, 30),
                Holding("petugas-ulu", 1),
            ]
        )
    }

    @Test func `a log-in name is short, plain and without capitals`() {
        #expect(LogInName("Rina.K-2_x")?.word == "rina.k-2_x")
        #expect(LogInName("abc") != nil && LogInName(String(repeating: "a", count: 40)) != nil)
        let wrong = [
            "", "ab", String(repeating: "a", count: 41), "rina k", "riña", "rina@x", "rina\0",
        ]
        for text in wrong { #expect(LogInName(text) == nil, "\(text)") }
    }

    @Test func `every refusal of the office says something in both languages`() {
        let refusals: [OfficeRefusal] = [
            .alreadyKnown, .logInTaken, .unknownOfficial, .unknownPost, .endsBeforeItBegins,
            .wrongPassword, .waitAfterFailures(seconds: 15), .tooManyAtOnce, .passwordTooShort,
            .notPublished,
        ]
        #expect(Set(refusals.map(\.sentence)).count == refusals.count)
        #expect(Set(refusals.map(\.sentenceInEnglish)).count == refusals.count)
        #expect(refusals.allSatisfy { (400...599).contains($0.status) })
    }

    @Test(arguments: [
        (15, "15 detik", "15 seconds"), (119, "119 detik", "119 seconds"),
        (121, "3 menit", "3 minutes"), (3600, "60 menit", "60 minutes"),
    ])
    func `a wait is never told shorter than it is`(
        seconds: Int64,
        indonesian: String,
        english: String
    ) {
        let refusal = OfficeRefusal.waitAfterFailures(seconds: seconds)
        #expect(refusal.sentence.contains("Tunggu \(indonesian),"))
        #expect(refusal.sentenceInEnglish.contains("Wait \(english),"))
    }
}
