import Press
import Testing

@Suite struct QRCodeTests {
    /// The squares that an SVG of ours paints, read from its path alone.
    private func painted(_ svg: String, side: Int) throws -> [Bool] {
        let data = try #require(svg.split(separator: " d=\"").last?.split(separator: "\"").first)
        var modules = [Bool](repeating: false, count: side * side)
        var at = (x: 0, y: 0)
        for command in data.dropFirst().split(separator: "m") {
            let parts = command.split(separator: "h")
            let move = parts[0].split(separator: " ")
            at.x += try #require(Int(move[0]))
            at.y += try #require(move[1].split(separator: ".").first.flatMap { Int($0) })
            let run = try #require(Int(parts[1]))
            for x in at.x..<at.x + run { modules[(at.y - 4) * side + x - 4] = true }
            at.x += run
        }
        return modules
    }

    @Test(arguments: ["https://contoh.go.id/t/5JX2Q8MW4RNB7KTD", "4829-1037-5527", "é ☕"])
    func `the picture paints exactly the squares of the code`(text: String) throws {
        let code = try QRCode(text)
        let svg = String(decoding: code.svg(size: 200, label: "Kode QR"), as: UTF8.self)
        try #expect(painted(svg, side: code.side) == code.modules)
        #expect(svg.contains("viewBox=\"0 0 \(code.side + 8) \(code.side + 8)\""))
        #expect(svg.contains("role=\"img\" aria-label=\"Kode QR\""))
    }

    @Test func `a label cannot leave its attribute`() throws {
        let svg = try QRCode("x").svg(size: 10, label: "\"><script>&\u{0}")
        #expect(
            String(decoding: svg, as: UTF8.self)
                .contains("aria-label=\"&quot;&gt;&lt;script&gt;&amp;\"")
        )
    }

    @Test(arguments: ["", String(repeating: "x", count: 2332)])
    func `what no code can hold is refused`(text: String) {
        #expect(throws: PressError.codeTooLong) { try QRCode(text) }
    }

    @Test func `the longest code still fits beside a signature`() throws {
        var letter = Samples.certificate
        letter.code?.content = String(repeating: "x", count: 2331)
        let codes = try SecondTool.reading(LetterPress.pdf(of: letter)) { try $0.info("Pages") }
        #expect(codes == "1")
    }
}
