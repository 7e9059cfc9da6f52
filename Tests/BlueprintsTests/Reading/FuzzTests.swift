import Blueprints
import Testing

/// A small generator of the same numbers every time.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite struct FuzzTests {
    private static let marks =
        Array("[]{},:'\"&*!|>-? \n#%@~<=\\\tax1\u{0}\u{FF}".utf8) + [0xC3, 0xFF]

    private static func mutated(_ bytes: [UInt8], with dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &dice) {
            guard let at = bytes.indices.randomElement(using: &dice),
                let mark = marks.randomElement(using: &dice)
            else { break }
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[at] = mark
            case 1: bytes.insert(mark, at: at)
            case 2: bytes.remove(at: at)
            case 3: bytes.removeSubrange(at..<min(bytes.count, at + 40))
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 60)], at: at)
            }
        }
        return bytes
    }

    private static func check(_ file: SourceFile) {
        let read = readBlueprint([file], at: "")
        let lines = file.bytes.count { $0 == UInt8(ascii: "\n") } + 1
        let places =
            read.diagnostics.filter { $0.place.file == file.path }.map(\.place)
            + read.places.values
        for place in places {
            let isInside =
                place.line >= 1 && place.line <= lines && place.column >= 1
                && place.column <= file.bytes.count + 1
            if !isInside { Issue.record("\(place) is outside the file") }
        }
        for (slot, _) in read.places {
            if let range = read.files.first?.source.range(of: slot) {
                #expect(range.lowerBound >= 0 && range.upperBound <= file.bytes.count)
            }
        }
    }

    @Test(arguments: 0..<4)
    func `a good file that is bitten never brings the reader down`(seed: Int) throws {
        var dice = Dice(UInt64(seed) + 1)
        let files = try Fixture.files()
        for _ in 0..<60 {
            guard let file = files.randomElement(using: &dice) else { return }
            Self.check(SourceFile(path: file.path, bytes: Self.mutated(file.bytes, with: &dice)))
        }
    }

    /// Nothing but marks: whatever the guard lets through, the parser must come back from.
    @Test(arguments: 0..<4)
    func `nonsense of nothing but marks is answered`(seed: Int) {
        var dice = Dice(UInt64(seed) + 77)
        let pieces = [
            "[", "]", "{", "}", ", ", ": ", ":", "'", "\"", "&a ", "*a", "*a ", "!t ", "|\n", ">\n",
            "- ",
            "? ", " ", "\n", "\n ", "\n  ", "#", "a", "b", "a: ", "<<: ", "\\", "''", "---\n",
        ]
        for _ in 0..<1500 {
            var text = "a: &a x\n"
            if Bool.random(using: &dice) { text = "" }
            for _ in 0..<Int.random(in: 1...14, using: &dice) {
                text += pieces.randomElement(using: &dice) ?? ""
            }
            Self.check(SourceFile(path: "registers/usaha.yaml", text: text))
        }
    }
}
