import Foundation
import Ledger
import Stories
import Testing

/// Secret links: of a receipt that its owner may change, and of a survey.
struct LinkTokenTests {
    private func keys() throws -> Keys {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        return try Keys.make(in: folder.path)
    }

    private let thing = OpaqueID(high: 1, low: 2)

    @Test func `a changed link opens nothing of the one before, nor of another purpose`() throws {
        let keys = try keys()
        let first = LinkToken(of: thing, for: "receipt", keys)
        let changed = LinkToken(of: thing, for: "receipt", changes: 1, keys)
        let survey = LinkToken(of: thing, for: "survey-link", keys)
        #expect(Set([first.text, changed.text, survey.text]).count == 3)
        #expect(first.matches(first.text.uppercased()))
        for other in [changed.text, survey.text, "", String(first.text.dropLast())] {
            #expect(!first.matches(other))
        }
        #expect(LinkToken(first.text, for: "receipt", keys) == first)
        #expect(LinkToken(first.text, for: "survey-link", keys) == nil)
    }

    @Test func `it says which thing, and letters of other alphabets break nothing`() throws {
        let token = LinkToken(of: thing, for: "receipt", try keys())
        #expect(LinkToken.id(in: token.text) == thing)
        for odd in ["", "x", String(repeating: "\u{130}", count: 32), token.text + "0"] {
            #expect(LinkToken.id(in: odd) == nil)
            #expect(!token.matches(odd))
        }
    }
}
