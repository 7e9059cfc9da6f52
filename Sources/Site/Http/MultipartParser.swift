/// Reads `multipart/form-data` piece by piece, within bounds.
///
/// Pure: bytes in, events out. A part with a file is never held whole; a part without one is, up
/// to its bound. Whatever breaks the grammar or a bound ends the reading.
package struct MultipartParser {
    /// How much is taken in.
    package struct Limits: Sendable {
        // More than a question takes: only a photo that came whole can be told its size in a
        // sentence at its question.
        package var total = 18_000_000
        package var file = 16_000_000
        package var field = 64_000
        package var parts = 200
        package var head = 4_096

        package init() {}
    }

    /// What a part says about itself.
    package struct Head: Hashable, Sendable {
        package let name: String
        /// Nil for a part that is no file; empty where no file was chosen.
        package let filename: String?
        package let type: String
    }

    /// What was read.
    package enum Event: Hashable, Sendable {
        case field(name: String, value: String)
        case fileBegins(Head)
        case fileBytes([UInt8])
        case fileEnds
    }

    private enum State {
        /// Before the first boundary, which may lack its line break.
        case preamble
        case head
        case field(Head, [UInt8])
        case file(size: Int)
        case done
    }

    private let delimiter: [UInt8]
    private let limits: Limits
    private var state = State.preamble
    private var waiting: [UInt8] = Array("\r\n".utf8)
    private var total = 0
    private var parts = 0

    /// Nil where the header names no boundary.
    package init?(contentType: String, limits: Limits = Limits()) {
        guard let boundary = HeaderValue(contentType)?.parameters["boundary"],
            (1...70).contains(boundary.utf8.count)
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
    }

    /// Takes in more bytes.
    package mutating func take(_ bytes: some Collection<UInt8>) throws(WebRefusal) -> [Event] {
        total += bytes.count
        guard total <= limits.total else { throw .tooLarge }
        waiting.append(contentsOf: bytes)
        var events: [Event] = []
        var from = 0
        while try step(&from, &events) {}
        waiting.removeFirst(from)
        return events
    }

    /// Says that no more comes; refuses a body that was cut off.
    package func finish() throws(WebRefusal) {
        guard case .done = state else { throw .unreadable }
    }

    /// One boundary, head or piece of content; false when more bytes are needed.
    private mutating func step(_ from: inout Int, _ events: inout [Event]) throws(WebRefusal)
        -> Bool
    {
        switch state {
        case .done:
            // What follows the last boundary means nothing.
            from = waiting.count
            return false
        case .head: return try readHead(&from, &events)
        case .preamble, .field, .file: return try readContent(&from, &events)
        }
    }

    private mutating func readContent(
        _ from: inout Int,
        _ events: inout [Event]
    ) throws(WebRefusal) -> Bool {
        let (end, isWhole) = nextDelimiter(from)
        // The two bytes behind a boundary say whether another part follows.
        guard !isWhole || end + delimiter.count + 2 <= waiting.count else {
            try consume(waiting[from..<end], &events)
            from = end
            return false
        }
        try consume(waiting[from..<end], &events)
        from = end
        guard isWhole else { return false }
        let tail = waiting[(end + delimiter.count)..<(end + delimiter.count + 2)]
        from = end + delimiter.count + 2
        try close(&events)
        if tail.elementsEqual("--".utf8) {
            state = .done
        } else if tail.elementsEqual("\r\n".utf8) {
            state = .head
        } else {
            throw .unreadable
        }
        return true
    }

    /// Where the next boundary begins, or where one may begin that is not whole yet.
    private func nextDelimiter(_ from: Int) -> (at: Int, isWhole: Bool) {
        var index = from
        while let start = waiting[index...].firstIndex(of: 13) {
            let rest = waiting[start...].prefix(delimiter.count)
            if delimiter.starts(with: rest) { return (start, rest.count == delimiter.count) }
            index = start + 1
        }
        return (waiting.count, false)
    }

    private mutating func consume(
        _ bytes: ArraySlice<UInt8>,
        _ events: inout [Event]
    ) throws(WebRefusal) {
        guard !bytes.isEmpty else { return }
        switch state {
        case .field(let head, var value):
            guard value.count + bytes.count <= limits.field else { throw .tooLarge }
            state = .preamble
            value.append(contentsOf: bytes)
            state = .field(head, value)
        case .file(let size):
            guard size + bytes.count <= limits.file else { throw .tooLarge }
            state = .file(size: size + bytes.count)
            events.append(.fileBytes(Array(bytes)))
        case .preamble, .head, .done: break
        }
    }

    private func close(_ events: inout [Event]) throws(WebRefusal) {
        switch state {
        case .field(let head, let value):
            guard let text = SentText.read(value) else { throw .unreadable }
            events.append(.field(name: head.name, value: text))
        case .file: events.append(.fileEnds)
        case .preamble, .head, .done: break
        }
    }

    private mutating func readHead(
        _ from: inout Int,
        _ events: inout [Event]
    ) throws(WebRefusal) -> Bool {
        let window = waiting[from...].prefix(limits.head + 4)
        guard let end = window.firstIndex(of: [13, 10, 13, 10]) else {
            guard window.count < limits.head + 4 else { throw .tooLarge }
            return false
        }
        guard let text = SentText.read(waiting[from..<end]), let head = Head(lines: text)
        else { throw .unreadable }
        parts += 1
        guard parts <= limits.parts else { throw .tooLarge }
        from = end + 4
        if head.filename == nil {
            state = .field(head, [])
        } else {
            state = .file(size: 0)
            events.append(.fileBegins(head))
        }
        return true
    }
}

extension ArraySlice<UInt8> {
    /// Where these bytes begin.
    fileprivate func firstIndex(of bytes: [UInt8]) -> Int? {
        guard count >= bytes.count else { return nil }
        return (startIndex...(endIndex - bytes.count)).first { self[$0...].starts(with: bytes) }
    }
}

extension MultipartParser.Head {
    /// Reads the lines before a part; nil without a name.
    fileprivate init?(lines: String) {
        var disposition: HeaderValue?
        var type = ""
        for line in lines.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = String(line[line.index(after: colon)...])
            switch line[..<colon].lowercased() {
            case "content-disposition": disposition = HeaderValue(value)
            case "content-type": type = HeaderValue(value)?.value ?? ""
            case _: continue
            }
        }
        guard let disposition, disposition.value == "form-data",
            let name = disposition.parameters["name"]
        else { return nil }
        self.init(
            name: Self.plain(name),
            filename: disposition.parameters["filename"].map(Self.plain),
            type: type
        )
    }

    /// Browsers write three characters of a name as references.
    private static func plain(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}
