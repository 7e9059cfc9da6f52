import Ledger
import Office
import Stories
import Testing

struct PublicationTests {
    private func edition(_ version: Code, _ byte: UInt8, _ services: [Code] = ["sku"]) -> Edition {
        Edition(
            name: "16.03/umkm",
            version: version,
            content: Public(digest: [UInt8](repeating: byte, count: 32)),
            services: services
        )
    }

    private func state(_ facts: PublicationFact...) -> Publication {
        PublicationStory.state(after: facts)
    }

    @Test func `the newest edition is the one in force`() throws {
        let first = edition("1.0.0", 1)
        let next = edition("1.1.0", 2, ["sku", "izin"])
        #expect(state().current == nil)
        let decision = try PublicationStory.decide(state(.published(first)), .publish(next), ())
        #expect(decision.facts == [.published(next)])
        #expect(state(.published(first), .published(next)).current == next)
    }

    @Test func `nothing is published twice`() {
        let published = state(.published(edition("1.0.0", 1)))
        #expect(throws: PublicationRefusal.unchanged) {
            try PublicationStory.decide(published, .publish(edition("1.0.0", 1)), ())
        }
        #expect(throws: PublicationRefusal.unchanged) {
            try PublicationStory.decide(published, .publish(edition("2.0.0", 1)), ())
        }
    }

    @Test func `a version names one content for ever`() {
        let published = state(.published(edition("1.0.0", 1)), .published(edition("1.1.0", 2)))
        for version: Code in ["1.0.0", "1.1.0"] {
            #expect(throws: PublicationRefusal.versionTaken(version)) {
                try PublicationStory.decide(published, .publish(edition(version, 3)), ())
            }
        }
    }

    @Test func `an earlier edition comes back as it was`() throws {
        let first = edition("1.0.0", 1)
        let published = state(.published(first), .published(edition("1.1.0", 2)))
        let decision = try PublicationStory.decide(published, .publish(first), ())
        #expect(decision.facts == [.published(first)])
        #expect(
            state(.published(first), .published(edition("1.1.0", 2)), .published(first))
                .current == first
        )
    }

    @Test func `an earlier content may come back under a new version`() throws {
        let published = state(.published(edition("1.0.0", 1)), .published(edition("1.1.0", 2)))
        let back = edition("1.2.0", 1)
        let decision = try PublicationStory.decide(published, .publish(back), ())
        #expect(decision.facts == [.published(back)])
    }

    @Test func `a service is switched off once, and on again`() throws {
        let on = state(.published(edition("1.0.0", 1)))
        let off = state(.published(edition("1.0.0", 1)), .switchedOff("sku"))
        func facts(_ state: Publication, _ command: PublicationCommand) throws -> [PublicationFact]
        {
            try PublicationStory.decide(state, command, ()).facts
        }
        #expect(try facts(on, .switchOff(service: "sku")) == [.switchedOff("sku")])
        #expect(try facts(off, .switchOff(service: "sku")) == [])
        #expect(try facts(off, .switchOn(service: "sku")) == [.switchedOn("sku")])
        #expect(try facts(on, .switchOn(service: "sku")) == [])
        #expect(off.switchedOff == ["sku"])
    }

    @Test func `a service that is not in force cannot be switched`() {
        let published = state(
            .published(edition("1.0.0", 1, ["izin"])),
            .published(edition("1.1.0", 2))
        )
        for state in [state(), published] {
            #expect(throws: PublicationRefusal.unknownService) {
                try PublicationStory.decide(state, .switchOff(service: "izin"), ())
            }
            #expect(throws: PublicationRefusal.unknownService) {
                try PublicationStory.decide(state, .switchOn(service: "izin"), ())
            }
        }
    }

    @Test func `every refusal of a publication says something in both languages`() {
        let refusals: [PublicationRefusal] = [.unchanged, .versionTaken("1.0.0"), .unknownService]
        #expect(Set(refusals.map(\.sentence)).count == 3)
        #expect(Set(refusals.map(\.sentenceInEnglish)).count == 3)
        #expect(refusals.map(\.status) == [409, 409, 404])
    }

    @Test func `a record gives back every edition and what is switched off`() async throws {
        let bench = try await OfficeBench()
        let content = Public(digest: [UInt8](repeating: 9, count: 32))
        let first = Edition(
            name: "16.03/umkm",
            version: "1.0.0",
            content: content,
            services: ["sku", "izin"]
        )
        let stream = Stream(PublicationStory.kind, OpaqueID(high: 1, low: 2))
        let facts: [PublicationFact] = [
            .published(first), .switchedOff("sku"), .switchedOff("izin"), .switchedOn("sku"),
        ]
        let append = try Append(
            Decision(facts),
            to: stream,
            at: .second(0),
            by: .system,
            expecting: [stream: 0]
        )
        _ = try await bench.store.append(append)
        let editions = try await bench.store.read { try $0.editions() }
        #expect(editions.map(\.version) == ["1.0.0"] && editions.map(\.content) == [content])
        #expect(try await bench.store.read { try $0.servicesOff() } == ["izin"])
        try await bench.store.close()
    }
}
