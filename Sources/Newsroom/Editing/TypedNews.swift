import Site
import Stories

/// A piece of news as it was typed, and what is to be fixed.
struct TypedNews {
    var values: [String: String] = [:]
    private(set) var errors: [String: Words] = [:]

    /// The picture that came with the form or stood in the text before.
    var picture: NewsPicture?

    /// Why the file that came is not taken.
    var refusedPicture: Words?

    /// The longest that is taken.
    private static let most = [
        "judul": 150, "tulisan": 20_000, "tampak": 250, "keterangan": 250, "penulis": 100,
        "penyunting": 100, "sumber": 200, "video": 300, "judul_en": 150, "tulisan_en": 20_000,
        "tampak_en": 250, "perbaikan": 500, "jenis": 20,
    ]

    /// Those of many lines.
    private static let long: Set = ["tulisan", "tulisan_en"]

    init(_ posted: Posted) {
        for name in Self.most.keys {
            let lines = (posted[name] ?? "")
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { line in String(line.filter { !Self.isControl($0) }).trimmed }
            values[name] = lines.joined(separator: Self.long.contains(name) ? "\n" : " ").trimmed
        }
    }

    init(_ text: NewsText) {
        values = [
            "jenis": text.section.rawValue, "judul": text.title, "tulisan": text.body,
            "penulis": text.writer, "penyunting": text.editor, "sumber": text.source,
            "video": text.video, "judul_en": text.titleInEnglish, "tulisan_en": text.bodyInEnglish,
            "tampak": text.picture?.shows ?? "", "keterangan": text.picture?.caption ?? "",
            "tampak_en": text.picture?.showsInEnglish ?? "",
        ]
        picture = text.picture
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
        check(isCorrection: isCorrection)
        guard errors.isEmpty, let section = NewsSection(rawValue: self["jenis"]) else {
            return nil
        }
        var text = NewsText(
            section,
            title: self["judul"],
            body: self["tulisan"],
            writer: self["penulis"]
        )
        text.editor = self["penyunting"]
        text.source = self["sumber"]
        text.video = self["video"]
        text.titleInEnglish = self["judul_en"]
        text.bodyInEnglish = self["tulisan_en"]
        text.picture = picture
        text.picture?.shows = self["tampak"]
        text.picture?.showsInEnglish = self["tampak_en"]
        text.picture?.caption = self["keterangan"]
        return text
    }

    private mutating func check(isCorrection: Bool) {
        for (name, most) in Self.most where self[name].count > most {
            errors[name] = .tooLong(most: most, over: self[name].count - most)
        }
        if NewsSection(rawValue: self["jenis"]) == nil { errors["jenis"] = .sectionMissing }
        if self["judul"].isEmpty { errors["judul"] = .titleMissing }
        if self["tulisan"].isEmpty { errors["tulisan"] = .bodyMissing }
        if self["penulis"].isEmpty { errors["penulis"] = .writerMissing }
        errors["gambar"] = refusedPicture
        if picture != nil, self["tampak"].isEmpty { errors["tampak"] = .pictureNotDescribed }
        let video = self["video"]
        if !video.isEmpty,
            !video.lowercased().hasPrefix("https://") || Address(outside: video) == nil
        {
            errors["video"] = .videoWrong
        }
        if self["judul_en"].isEmpty != self["tulisan_en"].isEmpty {
            errors[self["judul_en"].isEmpty ? "judul_en" : "tulisan_en"] = .englishIncomplete
        }
        if isCorrection, self["perbaikan"].isEmpty {
            let refusal = NewsroomRefusal.correctionMissing
            errors["perbaikan"] = Words(refusal.sentence, refusal.sentenceInEnglish)
        }
    }

    /// The form with what was typed, in parts under headings.
    func form(to address: Address, isCorrection: Bool, version: Int64) -> Form {
        let sections = NewsSection.allCases.map { Option($0.rawValue, $0.words) }
        var choice = Field("jenis", .section, .choice(self["jenis"], sections))
        choice.isCompact = true
        let text = [
            choice, line("judul", .newsTitle), long("tulisan", .newsBody, hint: .markupHint),
        ]
        let names = [
            line("penulis", .writer), line("penyunting", .editor, isOptional: true),
            line("sumber", .source, isOptional: true),
            line("video", .video, hint: .videoHint, isOptional: true),
        ]
        let english = [
            line("judul_en", .englishTitle, isOptional: true),
            long("tulisan_en", .englishBody, isOptional: true),
            line("tampak_en", .englishPicture, isOptional: true),
        ]
        var parts: [(Words, [Field])] = [
            (.textOfNews, text), (.picture, pictureFields()), (.namesAndSource, names),
            (.inEnglish, english),
        ]
        if isCorrection {
            parts.append(
                (.correction, [line("perbaikan", .whatIsCorrected, hint: .correctionHint)])
            )
        }
        var form = Form(
            to: address,
            parts.flatMap(\.1).map { $0.with(error: errors[$0.name]) },
            hidden: [("versi", "\(version)")],
            buttons: [Button(.saveDraft)]
        )
        if let picture { form.hidden.append(("gambar-ada", picture.digest.pictureName)) }
        var place = 0
        for (heading, fields) in parts {
            form.headings[place] = heading
            place += fields.count
        }
        return form
    }

    private func pictureFields() -> [Field] {
        let sent = picture.map { picture in
            FileItem(
                .picture,
                detail: .pictureSize(picture.width, picture.height),
                address: "/kerja/berita/gambar/\(picture.digest.pictureName)"
            )
        }
        var fields = [
            Field(
                "gambar",
                sent == nil ? .choosePicture : .chooseOtherPicture,
                hint: .pictureHint,
                isOptional: true,
                .file(FileInput(.picture, sent: sent.map { [$0] } ?? []))
            )
        ]
        if sent != nil {
            let row = Option("ya", .withoutPicture)
            fields.append(Field("tanpa-gambar", .removePicture, .choices([], [row])))
        }
        fields.append(line("tampak", .whatPictureShows, hint: .whatPictureShowsHint))
        fields.append(line("keterangan", .caption, hint: .captionHint, isOptional: true))
        return fields
    }

    private func line(
        _ name: String,
        _ label: Words,
        hint: Words? = nil,
        isOptional: Bool = false
    ) -> Field {
        Field(name, label, hint: hint, isOptional: isOptional, .text(TextInput(self[name])))
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
