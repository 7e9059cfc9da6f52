/// Reads a file line by line before the YAML parser may see it.
///
/// The parser follows aliases without a limit and never comes back from one inside a key. This
/// guard therefore looks at everything that could begin a value and refuses what our files never
/// need. Where it cannot be sure it refuses too: a quote ends on its line, a key is a word, text
/// between brackets stays on one line.
struct LineGuard {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var comments: [Comment] = []

    /// Keys that stand twice: where their bytes are.
    private(set) var doubles: [Range<Int>] = []

    private var nesting = Nesting()
    private var block: BlockText?
    private var endedInFlowText = false
    private var hasContent = false
    private var isTooDeep = false

    // Of the line that is read now.
    private var line: ByteScan.Line
    private var at = 0
    private var isFresh = true
    /// The column behind which a text block would have to stand; nil at the beginning of a line.
    private var parentColumn: Int?

    /// A `|` or `>` text that is being skipped.
    private struct BlockText {
        let parent: Int
        var blanks = 0
        var indent: Int?
    }

    init(_ scan: ByteScan) {
        path = scan.path
        line = ByteScan.Line(number: 1, start: 0, bytes: [])
        for next in scan.lines {
            line = next
            readLine()
            if diagnostics.count >= FileLimits.diagnostics { return }
        }
        if nesting.flowDepth > 0 {
            reportOpenBracket()
        }
    }

    private func byte(_ index: Int) -> UInt8? {
        index < line.bytes.count ? line.bytes[line.bytes.startIndex + index] : nil
    }

    private func isBlank(_ index: Int) -> Bool {
        byte(index).map { $0 == UInt8(ascii: " ") } ?? true
    }

    private mutating func readLine() {
        let indent = line.bytes.prefix { $0 == UInt8(ascii: " ") }.count
        if skipsBlockText(indent) || indent == line.bytes.count { return }
        at = indent
        isFresh = true
        parentColumn = nil
        if byte(at) == UInt8(ascii: "#") {
            takeComment(isBehind: false)
            return
        }
        if indent == 0, isMarkOfDocument() { return }
        hasContent = true
        if endedInFlowText, nesting.flowDepth > 0,
            ![UInt8](",]}".utf8).contains(byte(at) ?? 0)
        {
            report(
                .brokenLine,
                at: at,
                "Teks di dalam kurung tidak boleh bersambung ke baris berikut.",
                "Tulis teks itu dalam satu baris."
            )
        }
        endedInFlowText = false
        readTokens()
    }

    private mutating func skipsBlockText(_ indent: Int) -> Bool {
        guard var text = block else { return false }
        if indent == line.bytes.count {
            text.blanks = max(text.blanks, text.indent == nil ? indent : 0)
            block = text
            return true
        }
        if let known = text.indent {
            if indent >= known { return true }
        } else if indent > text.parent {
            if text.blanks > indent {
                report(
                    .blockText,
                    at: 0,
                    "Baris kosong di awal teks lebih menjorok daripada teksnya.",
                    "Hapus spasi di baris kosong itu."
                )
            }
            text.indent = indent
            block = text
            return true
        }
        block = nil
        return false
    }

    private mutating func isMarkOfDocument() -> Bool {
        let text = String(decoding: line.bytes, as: UTF8.self)
        if text.hasPrefix("%") || text.hasPrefix("...") || (text.hasPrefix("---") && isBlank(3)) {
            let isFirst =
                text.hasPrefix("---") && !hasContent && text.allSatisfy { "- ".contains($0) }
            if !isFirst {
                report(
                    .secondDocument,
                    at: 0,
                    "Satu berkas hanya memuat satu dokumen YAML, tanpa perintah % dan tanpa penutup.",
                    "Hapus baris ini, atau pindahkan isinya ke berkas lain."
                )
            }
            hasContent = true
            return true
        }
        return false
    }
}

extension LineGuard {
    private mutating func readTokens() {
        while let next = byte(at) {
            if next == UInt8(ascii: " ") {
                at += 1
            } else if next == UInt8(ascii: "#"), at == 0 || byte(at - 1) == UInt8(ascii: " ") {
                takeComment(isBehind: true)
                return
            } else {
                readToken(next)
            }
        }
    }

    private mutating func readToken(_ first: UInt8) {
        endedInFlowText = false
        switch first {
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): refuseMark(first)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted(first)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            nesting.open(first, at: place(at: at))
            checkDepth()
            at += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): closeFlow(first)
        case UInt8(ascii: ",") where nesting.flowDepth > 0: at += 1
        case UInt8(ascii: "-") where isBlank(at + 1) && nesting.flowDepth == 0:
            nesting.item(at: at)
            checkDepth()
            parentColumn = at
            at += 1
        case UInt8(ascii: "?") where isBlank(at + 1) || nesting.flowDepth > 0: refuseComplexKey()
        case UInt8(ascii: ":") where isBlank(at + 1): at += 1
        case UInt8(ascii: "|"), UInt8(ascii: ">"): readBlockHeader()
        default: readPlain()
        }
    }

    private mutating func refuseMark(_ mark: UInt8) {
        let quote = "Kalau tanda itu bagian dari teks, tulis teksnya dalam tanda kutip."
        switch mark {
        case UInt8(ascii: "&"):
            report(.anchor, at: at, "Jangkar (&) tidak dipakai di berkas ini.", quote)
        case UInt8(ascii: "*"):
            report(.alias, at: at, "Rujukan (*) tidak dipakai di berkas ini.", quote)
        default:
            report(.tag, at: at, "Penanda jenis (!) tidak dipakai di berkas ini.", quote)
        }
        // Its name ends here; what comes behind it is looked at as before.
        at += 1
        while let next = byte(at), !([UInt8](" ,[]{}".utf8).contains(next)) { at += 1 }
    }

    private mutating func refuseComplexKey() {
        report(
            .complexKey,
            at: at,
            "Kunci harus satu kata yang diikuti titik dua.",
            "Kalau tanda ? bagian dari teks, tulis teksnya dalam tanda kutip."
        )
        at += 1
    }

    private mutating func readQuoted(_ quote: UInt8) {
        let start = at
        var index = at + 1
        while let next = byte(index) {
            if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
            } else if next == quote {
                guard quote == UInt8(ascii: "'"), byte(index + 1) == quote else {
                    break
                }
                index += 2
            } else {
                index += 1
            }
        }
        guard byte(index) != nil else {
            report(
                .openQuote,
                at: start,
                "Tanda kutip ini tidak ditutup di baris yang sama.",
                "Tutup tanda kutipnya, atau tulis teks panjang sesudah tanda |."
            )
            at = line.bytes.count
            return
        }
        at = index + 1
        takeKey(start..<at)
    }

    private mutating func readPlain() {
        let start = at
        let inFlow = nesting.flowDepth > 0
        while let next = byte(at) {
            if next == UInt8(ascii: ":"), isBlank(at + 1) { break }
            if next == UInt8(ascii: "#"), at > 0, byte(at - 1) == UInt8(ascii: " ") { break }
            if inFlow, [UInt8](",[]{}".utf8).contains(next) { break }
            if inFlow, next == UInt8(ascii: "?") { refuseMarkBehindQuestion() }
            at += 1
        }
        endedInFlowText = inFlow
        if at == start { at += 1 }
        takeKey(start..<at)
    }

    /// Some parsers end a text between brackets at a question mark.
    private mutating func refuseMarkBehindQuestion() {
        var index = at + 1
        while byte(index) == UInt8(ascii: " ") { index += 1 }
        guard let next = byte(index), next == UInt8(ascii: "&") || next == UInt8(ascii: "*") else {
            return
        }
        at = index
        refuseMark(next)
    }

    /// Takes the token as a key if a colon follows.
    private mutating func takeKey(_ token: Range<Int>) {
        var index = token.upperBound
        while byte(index) == UInt8(ascii: " ") { index += 1 }
        guard byte(index) == UInt8(ascii: ":"), isBlank(index + 1) || nesting.flowDepth > 0 else {
            return
        }
        endedInFlowText = false
        let start = line.bytes.startIndex
        let bytes = line.bytes[start + token.lowerBound..<start + token.upperBound]
        var key = String(decoding: bytes, as: UTF8.self)
        while key.hasSuffix(" ") { key.removeLast() }
        if key == "<<" {
            report(
                .mergeKey,
                at: token.lowerBound,
                "Kunci gabungan (<<) tidak dipakai di berkas ini.",
                "Tulis isinya langsung."
            )
        }
        let place = place(at: token.lowerBound)
        if let first = nesting.key(Self.unquoted(key), column: token.lowerBound, place: place) {
            let length = key.utf8.count
            doubles.append(line.start + token.lowerBound..<line.start + token.lowerBound + length)
            add(
                Diagnostic(
                    code: FormCode.keyTwice.rawValue,
                    place: place,
                    sentence: "Kunci \"\(Self.unquoted(key))\" sudah ada di sini.",
                    fix: "Hapus salah satu, atau beri nama lain.",
                    notes: [Diagnostic.Note(place: first, sentence: "Yang pertama ada di sini.")]
                )
            )
        }
        checkDepth()
        parentColumn = token.lowerBound
        at = index + 1
    }

    static func unquoted(_ key: String) -> String {
        guard let quote = key.first, quote == "\"" || quote == "'", key.count >= 2 else {
            return key
        }
        return String(key.dropFirst().dropLast())
    }

    private mutating func closeFlow(_ bracket: UInt8) {
        if !nesting.close(bracket) {
            report(
                .bracket,
                at: at,
                "Kurung ini tidak punya pasangan.",
                "Hapus, atau buka dengan [ atau {."
            )
        }
        at += 1
        var index = at
        while byte(index) == UInt8(ascii: " ") { index += 1 }
        if byte(index) == UInt8(ascii: ":") {
            at = index
            refuseComplexKey()
        }
    }

    private mutating func readBlockHeader() {
        var index = at + 1
        if let next = byte(index), next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
            index += 1
        }
        while byte(index) == UInt8(ascii: " ") { index += 1 }
        let rest = byte(index)
        let isHeader =
            rest == nil || (rest == UInt8(ascii: "#") && byte(index - 1) == UInt8(ascii: " "))
        guard isHeader, let parent = parentColumn, nesting.flowDepth == 0 else {
            report(
                .blockText,
                at: at,
                "Tanda | atau > harus berdiri sendiri sesudah kunci, dan teksnya di baris berikut.",
                "Tulis kunci: | lalu teksnya menjorok di bawahnya, atau beri tanda kutip."
            )
            at = line.bytes.count
            return
        }
        block = BlockText(parent: parent)
        at = index
    }
}

extension LineGuard {
    private mutating func takeComment(isBehind: Bool) {
        let start = line.bytes.startIndex + at
        let text = String(decoding: line.bytes[(start + 1)...], as: UTF8.self)
        comments.append(
            Comment(
                place: place(at: at),
                text: text.hasPrefix(" ") ? String(text.dropFirst()) : text,
                isBehind: isBehind
            )
        )
        at = line.bytes.count
    }

    private mutating func reportOpenBracket() {
        guard let place = nesting.lastOpened, !isTooDeep else { return }
        add(
            Diagnostic(
                code: FormCode.bracket.rawValue,
                place: place,
                sentence: "Kurung ini tidak ditutup.",
                fix: "Tutup dengan ] atau }."
            )
        )
    }

    private mutating func checkDepth() {
        guard nesting.depth > FileLimits.depth, !isTooDeep else { return }
        isTooDeep = true
        report(
            .tooDeep,
            at: at,
            "Isi berkas ini bersarang lebih dari 32 tingkat.",
            "Sederhanakan susunannya."
        )
    }

    private func place(at offset: Int) -> Place {
        let before = line.bytes.prefix(offset)
        let column = String(decoding: before, as: UTF8.self).unicodeScalars.count + 1
        return Place(file: path, line: line.number, column: column)
    }

    private mutating func report(
        _ code: FormCode,
        at offset: Int,
        _ sentence: String,
        _ fix: String
    ) {
        add(
            Diagnostic(
                code: code.rawValue,
                place: place(at: offset),
                sentence: sentence,
                fix: fix
            )
        )
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        // Of several findings on one spot the first is the reason of the others.
        guard diagnostics.last?.place != diagnostic.place else { return }
        diagnostics.append(diagnostic)
    }
}
