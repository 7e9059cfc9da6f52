/// What the bytes of a file have to be before anything looks at their meaning.
struct ByteScan {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []

    /// The lines without their ends; empty where the bytes are refused.
    private(set) var lines: [Line] = []

    /// One line of a file: where it begins and its bytes.
    struct Line {
        /// From 1.
        let number: Int

        /// The offset of its first byte in the file.
        let start: Int
        let bytes: ArraySlice<UInt8>
    }

    init(_ file: SourceFile) {
        path = file.path
        guard file.bytes.count <= FileLimits.bytesOfFile else {
            report(
                .fileTooLarge,
                1,
                "Berkas ini lebih besar dari 1 MB.",
                "Bagi menjadi beberapa berkas."
            )
            return
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        split(file.bytes, from: file.bytes.starts(with: mark) ? mark.count : 0)
        for line in lines { look(at: line) }
    }

    private mutating func split(_ bytes: [UInt8], from start: Int) {
        var begin = start
        for index in start...bytes.count
        where index == bytes.count || bytes[index] == UInt8(ascii: "\n") {
            let hasReturn = index > begin && bytes[index - 1] == UInt8(ascii: "\r")
            let end = hasReturn ? index - 1 : index
            lines.append(Line(number: lines.count + 1, start: begin, bytes: bytes[begin..<end]))
            begin = index + 1
        }
    }

    private mutating func look(at line: Line) {
        guard line.bytes.count <= FileLimits.bytesOfLine else {
            report(
                .lineTooLong,
                line.number,
                "Baris ini lebih panjang dari 20.000 huruf.",
                "Pecah menjadi beberapa baris."
            )
            return
        }
        guard let text = String(validating: line.bytes, as: UTF8.self) else {
            report(
                .notUTF8,
                line.number,
                "Baris ini bukan teks UTF-8.",
                "Simpan ulang berkas ini sebagai UTF-8."
            )
            return
        }
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if scalar == "\t" {
                report(
                    .tab,
                    line.number,
                    column: index + 1,
                    "Di sini ada tab; YAML menghitung spasi, dan lebar tab tidak pasti.",
                    "Ganti setiap tab dengan spasi."
                )
                return
            }
            if Self.isOdd(scalar) {
                report(
                    .oddCharacter,
                    line.number,
                    column: index + 1,
                    "Di sini ada huruf yang tidak terlihat: U+\(Self.hexadecimal(scalar)).",
                    "Hapus huruf itu."
                )
                return
            }
        }
    }

    /// Control characters, line ends that no editor shows, and what is left to private agreement.
    static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        case 0x202A...0x202E, 0x2066...0x2069: true
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
        default: false
        }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private mutating func report(
        _ code: FormCode,
        _ line: Int,
        column: Int = 1,
        _ sentence: String,
        _ fix: String
    ) {
        guard diagnostics.count < FileLimits.diagnostics else { return }
        let place = Place(file: path, line: line, column: column)
        diagnostics.append(
            Diagnostic(code: code.rawValue, place: place, sentence: sentence, fix: fix)
        )
    }
}
