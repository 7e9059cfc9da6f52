import Press
import Site
import Stories

/// A document as a draft: each clause with a text to begin with, filled from the agreement.
struct DraftDocument: Sendable {
    let loaded: LoadedAgreement
    let document: CooperationRules.Document

    struct Article: Sendable {
        let clause: CooperationRules.Clause
        let text: String

        /// From 1; nil for what stands before the articles, and in letters.
        let number: Int?

        var lines: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }
    }

    var articles: [Article] {
        var number = 0
        return document.clauses.filter { !$0.text.isEmpty }.map { clause in
            let isArticle = document.form == .contract && !clause.isOpening
            if isArticle { number += 1 }
            return Article(
                clause: clause,
                text: filled(clause.text),
                number: isArticle ? number : nil
            )
        }
    }

    /// The text with its places filled in; what is not known yet is a dotted line.
    private func filled(_ text: String) -> String {
        var filled = text
        for (name, value) in values {
            // The template goes on behind it, and ends the sentence itself.
            let text = value.hasSuffix(".") ? String(value.dropLast()) : value
            filled = filled.replacing("{\(name)}", with: text.isEmpty ? "…………" : text)
        }
        return filled
    }

    private var values: [(String, String)] {
        let (subject, signing, term) = (loaded.subject, loaded.signing, loaded.state.term)
        func day(_ day: Day?) -> String { day.map { DateWords.date($0, in: .indonesian) } ?? "" }
        return [
            ("kami", loaded.regency.installation.regency),
            ("mitra", loaded.partners.map(\.name).joined(separator: ", ")),
            ("judul", subject["judul"]), ("objek", subject["objek"]), ("ruang", subject["ruang"]),
            ("manfaat", subject["manfaat"]), ("bentuk", subject["bentuk"]),
            ("tahun", subject["tahun"]), ("biaya", subject["biaya"]),
            ("mulai", day(term?.from)), ("sampai", day(term?.until)),
            ("penandatangan", signing["penandatangan"]), ("jabatan", signing["jabatan"]),
            ("penandatangan_mitra", signing["penandatangan_mitra"]),
            ("jabatan_mitra", signing["jabatan_mitra"]),
        ]
    }

    /// All of it as plain text, to be copied into a document of one's own.
    var plainText: String {
        switch document.form {
        case .plan: return planText
        case .letter, .report, .contract:
            let parts = articles.map { article in
                article.number.map { number in
                    "Pasal \(number)\n\(article.clause.name.indonesian)\n\(article.text)"
                } ?? article.text
            }
            return ([document.name.indonesian, loaded.subject["judul"]] + parts)
                .joined(separator: "\n\n")
        }
    }

    private var planText: String {
        let lines = PlanTable(loaded: loaded, year: nil).rows.map { $0.joined(separator: " | ") }
        return ([document.name.indonesian] + lines).joined(separator: "\n")
    }

    // MARK: - On paper

    /// Both originals in one print, or the letter, or the plan.
    func pdf(at now: Instant) throws(PressError) -> [UInt8] {
        switch document.form {
        case .letter: return try LetterPress.pdf(of: letter(now))
        case .contract:
            return try LetterPress.pdf(of: original(1, now), followedBy: [original(2, now)])
        case .plan, .report:
            var paper = loaded.regency.paper(
                document.name.indonesian,
                sections: [.init(nil, [.table(PlanTable(loaded: loaded, year: nil).table)])],
                at: now
            )
            paper.subtitle = loaded.subject["judul"]
            paper.mark = .konsep
            return try PaperPress.pdf(of: paper)
        }
    }

    private func letter(_ now: Instant) -> LetterSheet {
        var sheet = sheet(
            .korespondensi(
                Correspondence(
                    subject: "Penawaran kerja sama: \(loaded.subject["judul"])",
                    addressee: loaded.partners.map { "Pimpinan \($0.name)" }
                )
            ),
            now
        )
        sheet.passages = [
            .paragraph(
                "\(loaded.regency.installation.regency) menawarkan kerja sama dengan pokok berikut."
            ),
            .numbered(articles.map(\.text)),
            .paragraph(
                "Kami menunggu jawaban Saudara. Atas perhatian Saudara, kami berterima kasih."
            ),
        ]
        sheet.signatures = [ours]
        return sheet
    }

    /// One of the two originals: each side signs over the stamp on the one that the other keeps.
    private func original(_ number: Int, _ now: Instant) -> LetterSheet {
        let title = CentredTitle(
            document.name.indonesian.uppercased(),
            about: loaded.subject["judul"].uppercased()
        )
        var sheet = sheet(.judulTengah(title), now)
        var passages: [Passage] = [
            .centred("ANTARA \(loaded.regency.installation.regency.uppercased())"),
            .centred("DAN \(loaded.partners.map(\.name).joined(separator: ", ").uppercased())"),
        ]
        for article in articles {
            if let number = article.number {
                passages.append(.centred("Pasal \(number)"))
                passages.append(.centred(article.clause.name.indonesian))
            }
            passages += article.lines.map { .paragraph($0) }
        }
        sheet.passages = passages
        let (stamped, keeper) = number == 1 ? ("KESATU", "KEDUA") : ("KEDUA", "KESATU")
        sheet.signatures = [signature("PIHAK KEDUA", theirs), signature("PIHAK KESATU", ours)]
        sheet.footnote =
            "Asli \(number) dari 2. PIHAK \(stamped) menandatangani di atas meterai; "
            + "naskah ini disimpan PIHAK \(keeper)."
        return sheet
    }

    private func signature(_ authority: String, _ signature: Signature) -> Signature {
        var signature = signature
        signature.authority = authority
        return signature
    }

    private var ours: Signature {
        let signing = loaded.signing
        return Signature(
            post: signing["jabatan"].isEmpty ? "Bupati" : signing["jabatan"],
            name: signing["penandatangan"].orDots
        )
    }

    private var theirs: Signature {
        let signing = loaded.signing
        return Signature(
            post: signing["jabatan_mitra"].orDots,
            name: signing["penandatangan_mitra"].orDots
        )
    }

    private func sheet(_ layout: LetterSheet.Layout, _ now: Instant) -> LetterSheet {
        let regency = loaded.regency
        let installation = regency.installation
        let paper = regency.paper(document.name.indonesian, sections: [], at: now)
        let day = DateWords.date(installation.zone.day(now), in: .indonesian)
        var sheet = LetterSheet(
            layout: layout,
            letterhead: Letterhead(names: [
                "PEMERINTAH \(installation.regency.uppercased())", "BUPATI",
            ]),
            dateLine: day,
            facts: paper.facts
        )
        sheet.mark = .konsep
        sheet.sample = installation.isDemo
        sheet.isPractice = installation.isPractice
        return sheet
    }
}

extension String {
    /// A dotted line where nothing is known yet.
    var orDots: String { isEmpty ? "……………………" : self }
}

/// The plan of a year, or of all, as rows.
struct PlanTable {
    let loaded: LoadedAgreement
    let year: Int?

    static let head = [
        "Tahun", "Kegiatan", "Keluaran", "Lokasi", "Jadwal", "Anggaran (Rp)", "Sumber",
        "Penanggung jawab", "Indikator", "Realisasi (Rp)", "Hasil",
    ]

    var rows: [[String]] {
        loaded.state.plan.filter { year == nil || $0.promise.year == year }.map { activity in
            let (promise, texts) = (activity.promise, loaded.texts(activity.promise.words))
            return [
                "\(promise.year)", texts["kegiatan"], texts["keluaran"], texts["tempat"],
                texts["jadwal"], NumberWords.whole(promise.budget, in: .indonesian),
                texts["sumber"], texts["pj"], texts["indikator"],
                activity.result.map { NumberWords.whole($0.spent, in: .indonesian) } ?? "",
                activity.result.map { loaded.texts($0.words)["hasil"] } ?? "",
            ]
        }
    }

    /// On paper the eleven would be too narrow: what belongs together shares a cell.
    var table: SheetTable {
        SheetTable(
            head: [
                "Kegiatan", "Keluaran dan indikator", "Tempat, jadwal, penanggung jawab",
                "Anggaran dan sumber", "Realisasi",
            ],
            rows: rows.map { row in
                func lines(_ places: Int...) -> String {
                    places.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: "\n")
                }
                let budget = [row[5].isEmpty ? "" : "Rp\(row[5])", row[6]]
                let spent = [row[9].isEmpty ? "" : "Rp\(row[9])", row[10]]
                return [
                    lines(1, 0), lines(2, 8), lines(3, 4, 7),
                    budget.filter { !$0.isEmpty }.joined(separator: "\n"),
                    spent.filter { !$0.isEmpty }.joined(separator: "\n"),
                ]
            },
            shares: [0.22, 0.22, 0.2, 0.18, 0.18]
        )
    }
}

extension RegencyNow {
    /// A sheet of this regency, made now, in the language of the law.
    func paper(_ title: String, sections: [PaperSheet.Section], at now: Instant) -> PaperSheet {
        let wall = installation.zone.wall(now)
        let clock = DateWords.clock(minute: wall.minute, in: .english)
        var paper = PaperSheet(
            title,
            sections: sections,
            facts: DocumentFacts(
                title: title,
                author: installation.regency,
                createdAt: "\(wall.day)T\(clock):00+0\(installation.zone.hours):00"
            )
        )
        paper.office = installation.regency
        paper.sample = installation.isDemo
        paper.isPractice = installation.isPractice
        return paper
    }
}
