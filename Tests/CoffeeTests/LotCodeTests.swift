import Coffee
import Stories
import Testing

struct LotCodeTests {
    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXY")

    @Test func `a code is read as it was issued`() {
        for _ in 0..<200 {
            let code = LotCode(.random)
            #expect(code.text.count == 8)
            #expect(LotCode(code.text) == code)
            #expect(LotCode(code.text.lowercased()) == code)
            #expect(LotCode("\(code.text.prefix(4)) \(code.text.suffix(4))") == code)
        }
    }

    @Test func `a sign that was mistyped is found, whichever it is`() {
        let code = Array(LotCode(.random).text)
        for place in code.indices {
            for sign in Self.signs where sign != code[place] {
                var wrong = code
                wrong[place] = sign
                #expect(LotCode(String(wrong)) == nil)
            }
        }
    }

    @Test func `two signs that were swapped are found`() {
        for _ in 0..<50 {
            let code = Array(LotCode(.random).text)
            for first in code.indices {
                for second in code.indices where code[first] != code[second] {
                    var wrong = code
                    wrong.swapAt(first, second)
                    #expect(LotCode(String(wrong)) == nil || first == second)
                }
            }
        }
    }

    @Test func `letters that look like digits are read as those`() throws {
        let code = try #require(
            (0..<2000).lazy.map { _ in LotCode(.random) }.first {
                $0.text.contains("0") && $0.text.contains("1") && $0.text.contains("2")
            }
        )
        let typed = code.text.replacing("0", with: "O").replacing("1", with: "l")
            .replacing("2", with: "z")
        #expect(LotCode(typed) == code)
    }

    @Test(arguments: ["", "7F3K92", "7F3K92QDX", "7F3K-92Q!", "ÄÖÜ12345", "        "])
    func `what was never a code is none`(_ typed: String) {
        #expect(LotCode(typed) == nil)
    }
}
