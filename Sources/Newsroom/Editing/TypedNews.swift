import Site
import Stories

/// A piece of news as it was typed, and what is to be fixed.
struct TypedNews {
    var values: [String: String] = [:]
    private(set) var errors: [String: Words] = [:]

    /// The longest that is taken.
    private static let most = [
        "judul": 150, "isi": 20_000, "penulis": 100, "penyunting": 100, "sumber": 200,
        "video": 300, "judul_en": 150, "isi_en": 20_000, "perbaikan": 500, "jenis": 20,
    ]

    /// Those of many lines.
    private static let long: Set = ["isi", "isi_en"]

    init(_ posted: Posted) {
        for (name, most) in Self.most {
            let lines = (posted[name] ?? "")
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { line in String(line.filter { !Self.isControl($0) }).trimmed }
            let joint = Self.long.contains(name) ? "\n" : " "
            values[name] = String(lines.joined(separator: joint).trimmed.prefix(most))
        }
    }

    init(_ text: NewsText) {
        values = [
            "jenis": text.section.rawValue, "judul": text.title, "isi": text.body,
            "penulis": text.writer, "penyunting": text.editor, "sumber": text.source,
            "video": text.video, "judul_en": text.titleInEnglish, "isi_en": text.bodyInEnglish,
        ]
    }

    /// An empty one by somebody.
    init(by writer: String) { values = ["penulis": writer] }

    private static func isControl(_ letter: Character) -> Bool {
        letter.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    subscript(name: String) -> String { values[name] ?? "" }

    /// The text, if nothing is to be fixed.
    mutating func checked(isCorrection: Bool) -> NewsText? {
        errors = [:]
        let section = NewsSection(rawValue: self["jenis"])
        if section == nil { errors["jenis"] = .sectionMissing }
        if self["judul"].isEmpty { errors["judul"] = .titleMissing }
        if self["isi"].isEmpty { errors["isi"] = .bodyMissing }
        if self["penulis"].isEmpty { errors["penulis"] = .writerMissing }
        let video = self["video"]
        if !video.isEmpty,
            !video.lowercased().hasPrefix("https://") || Address(outside: video) == nil
        {
            errors["video"] = .videoWrong
        }
        if self["judul_en"].isEmpty != self["isi_en"].isEmpty {
            errors[self["judul_en"].isEmpty ? "judul_en" : "isi_en"] = .englishIncomplete
        }
        if isCorrection, self["perbaikan"].isEmpty {
            let refusal = NewsroomRefusal.correctionMissing
            errors["perbaikan"] = Words(refusal.sentence, refusal.sentenceInEnglish)
        }
        guard errors.isEmpty, let section else { return nil }
        var text = NewsText(
            section,
            title: self["judul"],
            body: self["isi"],
            writer: self["penulis"]
        )
        text.editor = self["penyunting"]
        text.source = self["sumber"]
        text.video = video
        text.titleInEnglish = self["judul_en"]
        text.bodyInEnglish = self["isi_en"]
        return text
    }

    /// The questions with what was typed.
    func fields(isCorrection: Bool) -> [Field] {
        let sections = NewsSection.allCases.map { Option($0.rawValue, $0.words) }
        var fields = [
            Field("jenis", .section, .choice(self["jenis"], sections)),
            line("judul", .newsTitle),
            long("isi", .newsBody, hint: .markupHint),
            line("penulis", .writer),
            line("penyunting", .editor, isOptional: true),
            line("sumber", .source, isOptional: true),
            line("video", .video, isOptional: true),
            line("judul_en", .englishTitle, isOptional: true),
            long("isi_en", .englishBody, isOptional: true),
        ]
        if isCorrection {
            var field = line("perbaikan", .whatIsCorrected)
            field.hint = .correctionHint
            fields.append(field)
        }
        return fields.map { $0.with(error: errors[$0.name]) }
    }

    private func line(_ name: String, _ label: Words, isOptional: Bool = false) -> Field {
        let input = TextInput(self[name], most: Self.most[name])
        return Field(name, label, isOptional: isOptional, .text(input))
    }

    private func long(
        _ name: String,
        _ label: Words,
        hint: Words? = nil,
        isOptional: Bool = false
    ) -> Field {
        let control = Control.longText(self[name], most: Self.most[name])
        return Field(name, label, hint: hint, isOptional: isOptional, control)
    }
}
