import Cases
import Stories
import Testing

let rightsRequest = OpaqueID(high: 0x46, low: 7)

let correction = CorrectionOrder(
    answers: Array("{}".utf8),
    questions: ["nama"],
    asker: "Kanari Burungwati",
    decider: Actor(OpaqueID(high: 9, low: 1)),
    request: rightsRequest
)

extension World {
    static func restricted() throws -> World {
        var world = try World.submitted()
        try world.give(.restrict(.asked, reason: "Diminta.", rightsRequest), by: head)
        return world
    }

    static func withoutConsent() throws -> World {
        var world = try World.submitted()
        try world.give(.restrict(.consentWithdrawn, reason: "Dicabut.", rightsRequest), by: head)
        return world
    }
}

struct DataRightsTests {
    @Test func `a correction is the newest answers, and the old ones stay`() throws {
        var world = try World.submitted()
        let before = world.state.answers
        try world.give(.correct(correction), by: head)
        #expect(world.state.answers.dropLast() == before[...])
        #expect(world.state.history.last?.what == .corrected)
    }

    @Test func `a restriction stops everything but keeping until it is lifted`() throws {
        var world = try World.restricted()
        #expect(world.state.restriction?.cause == .asked)
        let again = world.state
        try world.give(.restrict(.asked, reason: "Lagi.", rightsRequest), by: head)
        #expect(world.state == again, "asked twice is asked once")
        try world.give(.correct(correction), by: head)
        try world.give(.changeLink, by: .applicant)
        try world.give(.liftRestriction(reason: "Sudah dibetulkan."), by: head)
        #expect(world.state.restriction == nil)
        try world.give(.take, by: clerk)
    }

    @Test func `without consent a case ends and is kept, and may be erased`() throws {
        var world = try World.withoutConsent()
        #expect(world.state.phase == .ended)
        #expect(world.state.restriction?.cause == .consentWithdrawn)
        try world.give(.erase(ErasedAnswers(basis: "permintaan")), by: head)
        #expect(world.state.isErased && world.state.restriction == nil)
    }
}
