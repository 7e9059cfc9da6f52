import Testing

private let sources = ProjectFile.swift.filter { $0.path.hasPrefix("Sources/") }

/// Abbreviations, names and marks that are the same in both languages.
private let neutral: Set = [
    "", "IKM", "Menu", "NIK", "NIP", "PIN", "Rupiah", "Unit", "WhatsApp", "-",
]

@Test(arguments: sources)
func `every sentence on a screen is in English too`(file: ProjectFile) {
    for call in Calls(of: "Words", in: file) {
        guard let indonesian = call.literal(0) else { continue }
        guard call.arguments.count > 1 else {
            if !neutral.contains(indonesian) {
                Issue.record("\(file.path):\(call.line) has no English: \(indonesian)")
            }
            continue
        }
        guard let english = call.literal(1), !neutral.contains(english) else { continue }
        #expect(english != indonesian, "\(file.path):\(call.line): \(indonesian)")
    }
}

/// Files that spell out the sentences of refusals.
private let refusing = sources.filter {
    $0.lines.contains("    package var sentenceInEnglish: String {")
}

@Test(arguments: refusing)
func `every refusal is said in English, and differently`(file: ProjectFile) {
    let (indonesian, english) = (said("sentence", in: file), said("sentenceInEnglish", in: file))
    #expect(!english.isEmpty, "\(file.path)")
    #expect(indonesian.isDisjoint(with: english), "\(indonesian.intersection(english))")
}

@Test func `refusals are looked for where they are`() {
    #expect(refusing.count > 10)
}

/// The sentences between quotation marks that a property of that name spells out.
private func said(_ name: String, in file: ProjectFile) -> Set<String> {
    let body = file.lines.drop { $0 != "    package var \(name): String {" }
        .prefix { $0 != "    }" }
    return Set(
        body.flatMap { $0.split(separator: "\"") }.map(String.init)
            .filter { $0.contains(" ") && $0.first?.isUppercase == true }
    )
}

@Test(arguments: [
    ("Words(\"Kirim\", \"Send\")", ["\"Kirim\"", "\"Send\""]),
    ("Words(\"a, (b\" + \" c\", x)", ["\"a, (b c\"", "x"]),
    ("Words(\"\\(f(\"a, b\")) c\")", ["\"\\(f(\"a, b\")) c\""]),
    ("Words(a ? \"b\" : \"c\")", ["a ? \"b\" : \"c\""]), ("Words(", []), ("otherWords(1)", []),
])
func `the arguments of a call are found`(source: String, arguments: [String]) {
    let file = ProjectFile(path: "Sources/A/B.swift", lines: [source])
    #expect(Calls(of: "Words", in: file).map(\.arguments).first ?? [] == arguments)
}

/// A call in a source, with its arguments as they are written.
private struct Call {
    let line: Int
    let arguments: [String]

    /// What an argument says, if it is a string and nothing else.
    func literal(_ number: Int) -> String? {
        let text = arguments[number]
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
        return String(text.dropFirst().dropLast())
    }
}

/// Finds the calls of one name; strings, and what is interpolated in them, stay whole.
private struct Calls: Sequence, IteratorProtocol {
    private let text: [Character]
    private let name: [Character]
    private var place = 0

    init(of name: String, in file: ProjectFile) {
        text = Array(file.lines.joined(separator: "\n"))
        self.name = Array(name + "(")
    }

    mutating func next() -> Call? {
        while place + name.count < text.count {
            defer { place += 1 }
            guard text[place..<(place + name.count)].elementsEqual(name),
                place == 0 || !(text[place - 1].isLetter || text[place - 1].isNumber)
            else { continue }
            let arguments = arguments(after: place + name.count)
            let line = text[..<place].count { $0 == "\n" } + 1
            if let first = arguments.first, !first.isEmpty {
                return Call(line: line, arguments: arguments)
            }
        }
        return nil
    }

    private func arguments(after start: Int) -> [String] {
        var (found, from, index) = ([String](), start, start)
        func take() {
            let words = text[from..<index].split { $0.isWhitespace }.map { String($0) }
            found.append(words.joined(separator: " ").replacing("\" + \"", with: ""))
            from = index + 1
        }
        while index < text.count {
            switch text[index] {
            case "\"": index = afterString(index)
            case "(", "[", "{": index = afterBrackets(index)
            case ",":
                take()
                index += 1
            case ")":
                take()
                // A comma before the closing mark ends the last argument.
                return found.filter { !$0.isEmpty }
            case _: index += 1
            }
        }
        return []
    }

    private func afterBrackets(_ start: Int) -> Int {
        var index = start + 1
        while index < text.count {
            switch text[index] {
            case "\"": index = afterString(index)
            case "(", "[", "{": index = afterBrackets(index)
            case ")", "]", "}": return index + 1
            case _: index += 1
            }
        }
        return index
    }

    private func afterString(_ start: Int) -> Int {
        if text[start...].starts(with: "\"\"\"") {
            var index = start + 3
            while index < text.count, !text[index...].starts(with: "\"\"\"") { index += 1 }
            return index + 3
        }
        var index = start + 1
        while index < text.count, text[index] != "\"" {
            guard text[index] == "\\" else {
                index += 1
                continue
            }
            let opens = index + 1 < text.count && text[index + 1] == "("
            index = opens ? afterBrackets(index + 1) : index + 2
        }
        return index + 1
    }
}
