import Crypto
import Exchange
import Stories
import Testing

@Suite struct RootWordsTests {
    @Test func `there are 2048 words, each of its own, each of two syllables`() {
        #expect(RootWords.list.count == 2048)
        #expect(Set(RootWords.list).count == 2048)
        for word in RootWords.list {
            let letters = Array(word)
            let vowels: Set<Character> = ["a", "i", "o", "u"]
            #expect(letters.count == 4, "\(word)")
            #expect(letters.map { vowels.contains($0) } == [false, true, false, true], "\(word)")
        }
    }

    /// Printed agreements hold these words, so the list may never change.
    @Test func `the list is the one that was printed`() {
        let whole = RootWords.list.joined(separator: " ")
        #expect(digestText(Array(whole.utf8)) == Self.digest)
        #expect(Array(RootWords.list.prefix(4)) == ["bada", "badi", "bado", "badu"])
    }

    private static let digest = "1e625eb0a7b2ecbbca6b54c82699a30500369da9beacc6bafea87cd5363f9f16"

    private static func digest(_ seed: UInt64) -> [UInt8] {
        var numbers = SeededNumbers(seed)
        return (0..<32).map { _ in UInt8(numbers.whole(0...255)) }
    }

    @Test(arguments: 0..<50)
    func `words give their digest back`(seed: UInt64) throws {
        let digest = Self.digest(seed)
        let words = RootWords.words(of: digest)
        #expect(words.count == 12)
        #expect(
            try RootWords.start(reading: words.joined(separator: " ")) == Array(digest.prefix(16))
        )
        let shouted = words.map { $0.uppercased() }.joined(separator: "\n 3. ")
        #expect(try RootWords.start(reading: "1. " + shouted) == Array(digest.prefix(16)))
    }

    @Test func `a slip is noticed, or gives another root`() throws {
        let words = RootWords.words(of: Self.digest(3))
        var noticed = 0
        for place in 0..<12 {
            for step in 1...40 {
                var wrong = words
                let at = try #require(RootWords.list.firstIndex(of: words[place]))
                wrong[place] = RootWords.list[(at + step * 37) % 2048]
                do {
                    let start = try RootWords.start(reading: wrong.joined(separator: " "))
                    #expect(start != Array(Self.digest(3).prefix(16)))
                } catch {
                    noticed += 1
                }
            }
        }
        #expect(noticed > 400)
    }

    @Test(arguments: [
        ("", TrustRefusal.wordsNotTwelve), ("bada badi", .wordsNotTwelve),
        ("bada bada bada bada bada bada bada bada bada bada bada rumah", .wordsUnknown),
        ("bada bada bada bada bada bada bada bada bada bada bada badi", .wordsMistyped),
        ("SERASAN-AKAR:12", .wordsMistyped),
    ])
    func `what are no words is refused`(text: String, refusal: TrustRefusal) {
        #expect(throws: refusal) { try RootPin(reading: text) }
    }

    @Test func `words and code fit one root only`() throws {
        let one = Public(digest: Self.digest(1))
        let other = Public(digest: Self.digest(2))
        let words = try RootPin(reading: RootWords.words(of: one.digest).joined(separator: " "))
        let code = try RootPin(reading: RootPin.code(of: one))
        for pin in [words, code] {
            #expect(pin.fits(one))
            #expect(!pin.fits(other))
        }
    }

    @Test func `a key file is read as it was written, and no other way`() throws {
        for use in KeyFile.Use.allCases {
            let file = KeyFile(use, .init())
            let again = try #require(KeyFile(file.text))
            #expect(again.use == use && again.publicKey == file.publicKey)
            let other = KeyFile(use, .init())
            let mixed = file.text.replacing(file.publicKey.text, with: other.publicKey.text)
            #expect(KeyFile(mixed) == nil)
            #expect(KeyFile(file.text.replacing("kunci 1", with: "kunci 2")) == nil)
        }
        #expect(KeyFile("") == nil)
    }
}
