import Site
import Testing

struct MultipartTests {
    typealias Event = MultipartParser.Event

    static let body = [
        "--x7", "Content-Disposition: form-data; name=\"kunci\"", "", "abc", "--x7",
        "Content-Disposition: form-data; name=\"a%22b\"", "", "satu\r\n--x", "--x7",
        "Content-Disposition: form-data; name=\"foto\"; filename=\"saya.jpg\"",
        "Content-Type: image/jpeg", "", "\u{1}\r\n\r\n--x6--", "--x7--", "",
    ].joined(separator: "\r\n")

    /// Reads in pieces of so many bytes, with the pieces of files put together again.
    private func read(
        _ body: [UInt8],
        pieces: Int,
        limits: MultipartParser.Limits = .init()
    ) throws -> [Event] {
        var parser = try #require(
            MultipartParser(contentType: "multipart/form-data; boundary=x7", limits: limits)
        )
        var events: [Event] = []
        var rest = body[...]
        while !rest.isEmpty {
            for event in try parser.take(rest.prefix(pieces)) {
                if case .fileBytes(let more) = event, case .fileBytes(let last) = events.last {
                    events[events.count - 1] = .fileBytes(last + more)
                } else {
                    events.append(event)
                }
            }
            rest = rest.dropFirst(pieces)
        }
        try parser.finish()
        return events
    }

    @Test(arguments: [1, 2, 3, 5, 7, 16, 64, 10_000])
    func `a form is read the same in pieces of any size`(pieces: Int) throws {
        let events = try read(Array(Self.body.utf8), pieces: pieces)
        #expect(events.count == 5)
        #expect(
            events.prefix(2) == [
                .field(name: "kunci", value: "abc"), .field(name: "a\"b", value: "satu\r\n--x"),
            ]
        )
        guard case .fileBegins(let head) = events[2] else {
            Issue.record("no file")
            return
        }
        #expect(head.name == "foto" && head.filename == "saya.jpg" && head.type == "image/jpeg")
        #expect(events[3...] == [.fileBytes(Array("\u{1}\r\n\r\n--x6--".utf8)), .fileEnds])
    }

    @Test func `a body that was cut off anywhere is refused`() {
        let body = Array(Self.body.utf8)
        for length in 0..<(body.count - 2) {
            #expect(throws: WebRefusal.unreadable) {
                _ = try read(Array(body.prefix(length)), pieces: 50)
            }
        }
    }

    @Test(arguments: [
        ("total", WebRefusal.tooLarge), ("file", .tooLarge), ("field", .tooLarge),
        ("parts", .tooLarge), ("head", .tooLarge),
    ])
    func `every bound holds`(bound: String, refusal: WebRefusal) {
        var limits = MultipartParser.Limits()
        switch bound {
        case "total": limits.total = 100
        case "file": limits.file = 5
        case "field": limits.field = 2
        case "parts": limits.parts = 2
        case _: limits.head = 20
        }
        for pieces in [1, 1000] {
            #expect(throws: refusal) {
                _ = try read(Array(Self.body.utf8), pieces: pieces, limits: limits)
            }
        }
    }

    @Test(arguments: [
        "--x7\r\n\r\nabc\r\n--x7--\r\n",
        "--x7\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x7--\r\n",
        "--x7\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nc\r\n--x7--\r\n",
        "--x7\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nc\r\n--x7--\r\n",
        "--x7\r\nno colon\r\n\r\nc\r\n--x7--\r\n", "--x7!!", "nothing at all",
    ])
    func `a body without the grammar is refused`(body: String) {
        #expect(throws: WebRefusal.unreadable) { _ = try read(Array(body.utf8), pieces: 9) }
    }

    @Test(arguments: ["name=\"a\"\r\n\r\nb\u{0}c", "name=\"a\u{0}\"\r\n\r\nb"])
    func `the character zero is refused in a field, and in its name`(part: String) {
        let body = "--x7\r\nContent-Disposition: form-data; \(part)\r\n--x7--\r\n"
        #expect(throws: WebRefusal.unreadable) { _ = try read(Array(body.utf8), pieces: 9) }
        #expect(throws: Never.self) {
            _ = try read(Array(body.replacing("\u{0}", with: "").utf8), pieces: 9)
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "text/plain", "",
        "multipart/form-data; boundary=\"x", "a; boundary=1; boundary=2",
    ])
    func `a header without a boundary is no form`(header: String) {
        #expect(MultipartParser(contentType: header) == nil)
    }

    @Test(arguments: 0..<300)
    func `no garbage brings the parser down`(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        var body = Array(Self.body.utf8)
        for _ in 0..<(1 + next(8)) {
            switch next(3) {
            case 0: body[next(body.count)] = UInt8(next(256))
            case 1: body.remove(at: next(body.count))
            case _:
                body.insert(contentsOf: body[next(body.count)...].prefix(20), at: next(body.count))
            }
        }
        // What comes out does not depend on how it came in.
        var outcomes: [[Event]?] = []
        for pieces in [1, 13, 10_000] {
            do {
                outcomes.append(try read(body, pieces: pieces))
            } catch is WebRefusal {
                outcomes.append(nil)
            }
        }
        #expect(outcomes[0] == outcomes[1] && outcomes[1] == outcomes[2])
    }
}

struct UrlEncodedTests {
    @Test func `pairs are read in their order`() throws {
        let pairs = try UrlEncoded.read(Array("a=1&b=dua+kata&a=%C3%A9%26&kosong=&sendiri".utf8))
        #expect(pairs.map(\.name) == ["a", "b", "a", "kosong", "sendiri"])
        #expect(pairs.map(\.value) == ["1", "dua kata", "é&", "", ""])
    }

    @Test(arguments: ["a=%", "a=%2", "a=%zz", "a=%FF"])
    func `a broken escape is refused`(text: String) {
        #expect(throws: WebRefusal.unreadable) { _ = try UrlEncoded.read(Array(text.utf8)) }
    }

    @Test(arguments: ["a=b%00c", "a%00=b", "a=b\u{0}c"])
    func `the character zero, which no engine has to keep, is refused`(text: String) {
        #expect(throws: WebRefusal.unreadable) { _ = try UrlEncoded.read(Array(text.utf8)) }
    }

    @Test func `too many pairs are refused`() {
        #expect(throws: WebRefusal.tooLarge) {
            _ = try UrlEncoded.read(Array("a&b&c".utf8), mostPairs: 2)
        }
    }
}
