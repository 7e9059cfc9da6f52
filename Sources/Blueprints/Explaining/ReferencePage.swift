/// The reference page of the format, made from the table of the language.
package enum ReferencePage {
    package static var text: String {
        var page = """
            # Format berkas layanan

            Halaman ini dibuat dari tabel bahasa (`Shape`); jangan disunting dengan tangan.
            *This page is made from the table of the language; do not edit it by hand.*

            Setiap nilai adalah teks: `0012` tetap `0012`, `no` tetap `no`. Jangkar (`&`), rujukan (`*`),
            penanda jenis (`!`), kunci gabungan (`<<`) dan tab tidak dipakai. Satu berkas paling besar
            1 MB, satu baris paling panjang 20.000 huruf. Di tempat yang bertanda *lubang* boleh ditulis
            `{ hole: nama }`: kabupaten penerima yang mengisinya.
            *Every value is text. Anchors, aliases, tags, merge keys and tabs are refused. Where a key may
            be a hole, `{ hole: name }` leaves it to the receiver.*


            """
        var done: Set<Part> = []
        for kind in FileKind.allCases {
            let place = kind.location.hasSuffix("/") ? "\(kind.location)*.yaml" : kind.location
            page += "## `\(place)`\n\n"
            for part in Schema.reachable(from: kind.part) where done.insert(part).inserted {
                page += section(of: part, isFile: part == kind.part)
            }
        }
        return page + answerTypes + codes
    }

    private static func section(of part: Part, isFile: Bool) -> String {
        let shape = Shape[part]
        var text = isFile ? "" : "### \(name(of: part))\n\n"
        text += "\(shape.title.indonesian) *\(shape.title.english)*\n\n"
        if let key = shape.shorthand { text += "Teks saja berarti `\(key)`.\n\n" }
        if shape.rest == .translations {
            text += "Kuncinya alamat teks, misalnya `service/usaha/title`; isinya terjemahan, atau "
            text += "`text` dengan `of` (sidik teks aslinya).\n\n"
            return text
        }
        text += "| Kunci | Isi | Sifat | Arti | Contoh |\n|---|---|---|---|---|\n"
        for field in shape.fields { text += row(of: field) }
        if shape.rest != nil {
            text += "| *lainnya* | rumus | | Kolom register dan isinya. | `nama: nama_usaha` |\n"
        }
        return text + choices(of: shape) + "\n"
    }

    private static func row(of field: Field) -> String {
        var marks: [String] = []
        if field.isRequired { marks.append("wajib") }
        switch field.freedom {
        case .fixed: marks.append("tetap")
        case .hole: marks.append("lubang")
        case .free: break
        }
        let meaning = "\(field.meaning.indonesian) *\(field.meaning.english)*"
        let example = field.example.replacingBars
        return "| `\(field.key)` | \(say(field.content)) | \(marks.joined(separator: ", ")) "
            + "| \(meaning.replacingBars) | `\(example)` |\n"
    }

    private static func choices(of shape: PartShape) -> String {
        var text = ""
        for field in shape.fields where field.key != "type" {
            guard let choices = field.content.choices else { continue }
            let words = choices.map { "`\($0.word)` (\($0.meaning.indonesian))" }
            text += "\n`\(field.key)`: \(words.joined(separator: ", ")).\n"
        }
        return text
    }

    private static var answerTypes: String {
        var text = "## Jenis jawaban\n\n| `type` | Arti | Keterangan lain |\n|---|---|---|\n"
        for choice in Shape.answerTypes {
            let others = Shape.attributes(ofType: choice.word).sorted().map { "`\($0)`" }
            text +=
                "| `\(choice.word)` | \(choice.meaning.indonesian) *(\(choice.meaning.english))* "
            text += "| \(others.joined(separator: ", ")) |\n"
        }
        return text + "\n"
    }

    private static var codes: String {
        var text = "## Kode kesalahan tulisan\n\n| Kode | Arti |\n|---|---|\n"
        for code in FormCode.allCases { text += "| `\(code.rawValue)` | \(code.meaning) |\n" }
        return text
    }

    private static func name(of part: Part) -> String { "`\(part.rawValue)`" }

    private static func say(_ content: Content) -> String {
        switch content {
        case .scalar(let scalar): scalar.indonesianName
        case .list(let inner): "daftar: \(say(inner))"
        case .oneOrMore(let scalar): "\(scalar.indonesianName), satu atau daftar"
        case .record(let part): "kunci-kunci \(name(of: part))"
        case .things(let part): "nama pendek: \(name(of: part))"
        case .named(let part, _, _): "daftar \(name(of: part))"
        case .values(let inner), .assigned(_, let inner): "nama pendek: \(say(inner))"
        case .labelled(let scalar): "label: \(scalar.indonesianName)"
        case .options: "nama pendek: teks"
        case .translations: "alamat: terjemahan"
        case .answers: "pertanyaan: jawaban"
        case .anything: "isi bagian itu"
        }
    }
}

extension Content {
    /// The words of a closed list, one of them or several.
    fileprivate var choices: [Scalar.Choice]? {
        if case .scalar(.choice(let found)) = self { return found }
        if case .oneOrMore(.choice(let found)) = self { return found }
        return nil
    }
}

extension Scalar {
    /// What stands in the column of the reference page.
    var indonesianName: String {
        switch self {
        case .text: "teks"
        case .sentence: "teks dengan {rumus}"
        case .word: "nama pendek"
        case .reference(let thing): "nama \(thing.indonesianName)"
        case .until: "`until` dan nama langkah"
        case .span: "jangka waktu"
        case .days: "jumlah hari"
        case .keeping: "lama simpan"
        case .whole: "bilangan bulat"
        case .decimal: "bilangan"
        case .money: "rupiah bulat"
        case .fee: "rupiah bulat atau rumus"
        case .feel(.truth): "rumus benar atau salah"
        case .feel(.number): "rumus bilangan"
        case .feel(.list): "rumus daftar"
        case .feel(.anything): "rumus"
        case .feel(.bound): "bilangan, atau rumus tanggal"
        case .choice: "pilihan"
        case .flag(let word): "`\(word)`"
        case .yesNo: "`true`"
        case .date: "tanggal"
        case .moment: "tanggal dan jam"
        case .digest: "sidik SHA-256"
        case .regionCode: "kode wilayah"
        case .version: "nomor versi"
        case .requirement: "cetak biru dan versi"
        case .language: "kode bahasa"
        case .address: "alamat situs"
        case .phone: "nomor telepon"
        case .colour: "warna"
        case .path: "nama berkas"
        case .numberTemplate: "bentuk nomor"
        case .slot: "alamat bagian"
        case .hours: "jam kerja"
        }
    }
}

extension Scalar.Thing {
    var indonesianName: String {
        switch self {
        case .question: "pertanyaan"
        case .step: "langkah"
        case .stepOrOutcome: "langkah atau akhir"
        case .outcome: "akhir"
        case .letter: "surat"
        case .register: "register"
        case .field: "kolom"
        case .service: "layanan"
        case .noticeOrNone: "kabar, atau `none`"
        case .notice: "kabar"
        case .duty: "tugas"
        case .unit: "unit"
        case .topic: "kelompok"
        case .act: "tindakan"
        }
    }
}

extension String {
    /// Bars would end a cell of a table.
    fileprivate var replacingBars: String {
        split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
