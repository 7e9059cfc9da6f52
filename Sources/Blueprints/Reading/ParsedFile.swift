import Yams

/// A file that got past the guard: its nodes, its lines and its comments.
struct ParsedFile {
    let root: YAMLNode?
    let lines: [ByteScan.Line]
    let comments: [Comment]
    let diagnostics: [Diagnostic]

    init(_ file: SourceFile) {
        let scan = ByteScan(file)
        guard scan.diagnostics.isEmpty else {
            self.init(nil, scan.lines, [], scan.diagnostics)
            return
        }
        let watch = LineGuard(scan)
        let isOnlyDoubled = watch.diagnostics.allSatisfy { $0.code == FormCode.keyTwice.rawValue }
        guard isOnlyDoubled, watch.diagnostics.count < FileLimits.diagnostics else {
            self.init(nil, scan.lines, watch.comments, watch.diagnostics)
            return
        }
        let text = Self.text(of: file, scan, watch.doubles)
        do {
            let root = try Yams.compose(yaml: text, .basic)
            if let zero = root.flatMap({ Self.zero(in: $0) }) {
                let wrong = Self.zeroCharacter(zero, path: file.path)
                self.init(nil, scan.lines, watch.comments, watch.diagnostics + [wrong])
                return
            }
            var diagnostics = watch.diagnostics
            if root == nil { diagnostics.append(Self.empty(file.path)) }
            self.init(root, scan.lines, watch.comments, diagnostics)
        } catch {
            let wrong = Self.diagnostic(of: error, path: file.path, lines: scan.lines.count)
            self.init(nil, scan.lines, watch.comments, watch.diagnostics + [wrong])
        }
    }

    private init(
        _ root: YAMLNode?,
        _ lines: [ByteScan.Line],
        _ comments: [Comment],
        _ diagnostics: [Diagnostic]
    ) {
        self.root = root
        self.lines = lines
        self.comments = comments
        self.diagnostics = diagnostics
    }

    /// The text for the parser, each key that stands twice renamed to what no file may hold.
    ///
    /// The parser would stop at the first of them. A letter becomes one letter, so that columns stay.
    private static func text(
        of file: SourceFile,
        _ scan: ByteScan,
        _ doubles: [Range<Int>]
    ) -> String {
        let start = scan.lines.first?.start ?? 0
        guard !doubles.isEmpty else { return String(decoding: file.bytes[start...], as: UTF8.self) }
        var bytes: [UInt8] = []
        var done = start
        for (number, double) in doubles.enumerated() {
            bytes += file.bytes[done..<double.lowerBound]
            let letters = file.bytes[double].count { $0 & 0xC0 != 0x80 }
            let first = Unicode.Scalar(UInt32(0xE001 + number)) ?? "\u{E000}"
            bytes += Array(String(first).utf8)
            bytes += Array(String(repeating: "\u{E000}", count: max(0, letters - 1)).utf8)
            done = double.upperBound
        }
        bytes += file.bytes[done...]
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first text that holds the character zero; the scan cannot see it where it is escaped.
    private static func zero(in node: YAMLNode) -> YAMLNode? {
        switch node {
        case .scalar(let scalar): scalar.string.utf8.contains(0) ? node : nil
        case .sequence(let items): items.lazy.compactMap { zero(in: $0) }.first
        case .mapping(let pairs):
            pairs.lazy.compactMap { zero(in: $0.key) ?? zero(in: $0.value) }.first
        case .alias: nil
        }
    }

    private static func zeroCharacter(_ node: YAMLNode, path: String) -> Diagnostic {
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        return Diagnostic(
            code: FormCode.oddCharacter.rawValue,
            place: Place(file: path, line: line, column: column),
            sentence: "Di teks ini ada huruf yang tidak terlihat: U+0000.",
            fix: "Hapus huruf itu."
        )
    }

    private static func empty(_ path: String) -> Diagnostic {
        Diagnostic(
            code: FormCode.emptyFile.rawValue,
            place: Place(file: path, line: 1, column: 1),
            sentence: "Berkas ini kosong.",
            fix: "Isi berkas ini, atau hapus."
        )
    }

    private static func diagnostic(of error: any Error, path: String, lines: Int) -> Diagnostic {
        var mark: (line: Int, column: Int) = (1, 1)
        var said = (sentence: "Berkas ini tidak terbaca sebagai YAML di sini.", fix: String?.none)
        if let error = error as? YamlError {
            switch error {
            case .scanner(_, let problem, let at, _), .parser(_, let problem, let at, _),
                .composer(_, let problem, let at, _):
                mark = (at.line, at.column)
                said = wording(of: problem)
            case .duplicatedKeysInMapping(let keys, let context):
                mark = (context.mark.line, context.mark.column)
                let key = keys.first ?? ""
                said = ("Kunci \"\(key)\" ada dua kali.", "Hapus salah satu, atau beri nama lain.")
            case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
                break
            }
        }
        let line = min(max(1, mark.line), max(1, lines))
        return Diagnostic(
            code: FormCode.notYAML.rawValue,
            place: Place(file: path, line: line, column: max(1, mark.column)),
            sentence: said.sentence,
            fix: said.fix
        )
    }

    private static func wording(of problem: String) -> (sentence: String, fix: String?) {
        switch problem {
        case "mapping values are not allowed in this context":
            (
                "Titik dua dengan spasi di sini memotong teks menjadi kunci dan isi.",
                "Beri tanda kutip pada teksnya."
            )
        case "did not find expected key", "did not find expected '-' indicator":
            (
                "Baris ini tidak sejajar dengan baris-baris di atasnya.",
                "Samakan jumlah spasi di depan kunci-kunci yang setingkat."
            )
        case "could not find expected ':'":
            ("Di sini seharusnya ada kunci yang diikuti titik dua.", nil)
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
            (
                "Di dalam kurung, setiap isi dipisahkan koma.",
                "Tambahkan koma atau kurung tutup, atau beri tanda kutip pada teks yang memuat koma."
            )
        case "found character that cannot start any token":
            ("Tanda ini tidak boleh mengawali teks.", "Beri tanda kutip pada teksnya.")
        default: ("Berkas ini tidak terbaca sebagai YAML di sini.", nil)
        }
    }
}
