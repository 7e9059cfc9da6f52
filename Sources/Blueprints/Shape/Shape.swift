/// The one table of the language: what may stand where, and what it means.
///
/// The reader, the writer, the JSON Schemas, the reference page, the sentences of a diff and the
/// "must stay" check all read it; nothing else in the program knows a key of a file.
///
/// A slot is named as the file says it, with these differences:
/// - things with a home (`PartShape.home`) stand in a collection of their service or letter
///   (`service/s/action/a`, `letter/l/block/b`), and `@in` says under which parent: the page of a
///   question, the step of an action;
/// - `question/q/type` is `.atom([.record(…)])` with `type` and what belongs to it (`unit`, `from`,
///   `to`, `max`, `within`, `is`, `least`, `most`; `options` is an atom of ids); labels of options
///   stand in `question/q/label/{option}`, the questions of a group in `question/q/questions/{id}`;
/// - what may be one value or a list (`requirements`, `needs`, `consult`) is always an atom;
/// - labelled values (`rows`, `columns`, `shows`) are `{id}/label` and `{id}/value`, where the id is
///   made from the label;
/// - a bare text where a record may stand is that record's `text`: `notice/selesai/text`;
/// - a hole is `.record(["hole": .text(name)])` in place of the value;
/// - a translation is `text/en/{slot}/text`, where the slot's words are levels of their own, and
///   `text/en/{slot}/of` the digest of what was translated.
package enum Shape {
    private static let parts: [Part: PartShape] = Dictionary(
        (files + ofServices + ofForms + ofSteps + ofLetters + ofRegisters + ofImports + ofExamples
            + ofExchange + ofRegency + ofCalendar + ofPrivacy).map { ($0.part, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The keys of one kind of node.
    package static subscript(_ part: Part) -> PartShape {
        parts[part] ?? PartShape(part, Meaning("", ""), [])
    }

    private static let files = [
        PartShape(
            .blueprint,
            Meaning(
                "Keterangan tentang cetak biru: siapa penerbitnya, versi berapa, apa syaratnya.",
                "About the blueprint: its publisher, its version, what it requires."
            ),
            [
                Field(
                    "publisher",
                    .scalar(.regionCode),
                    [.required, .fixed],
                    Meaning(
                        "Kode Kemendagri kabupaten yang menerbitkan.",
                        "The Kemendagri code of the regency that publishes it."
                    ),
                    "16.03"
                ),
                Field(
                    "name",
                    .word,
                    [.required, .fixed],
                    Meaning(
                        "Nama pendek cetak biru, sama dengan nama foldernya.",
                        "The short name of the blueprint, that of its folder."
                    ),
                    "umkm"
                ),
                Field(
                    "version",
                    .scalar(.version),
                    [.required, .fixed],
                    Meaning("Nomor versi.", "The number of the version."),
                    "1.2.0"
                ),
                Field(
                    "title",
                    .text,
                    [.required],
                    Meaning(
                        "Nama cetak biru yang dibaca pejabat.",
                        "The name of the blueprint as officials read it."
                    ),
                    "Layanan usaha kecil"
                ),
                Field(
                    "summary",
                    .text,
                    [],
                    Meaning(
                        "Satu alinea: untuk apa cetak biru ini.",
                        "One paragraph: what the blueprint is for."
                    ),
                    "Surat keterangan dan pendataan usaha kecil."
                ),
                Field(
                    "licence",
                    .text,
                    [.required, .fixed],
                    Meaning(
                        "Izin pakai ulang, misalnya CC-BY-4.0.",
                        "The licence for reuse, such as CC-BY-4.0."
                    ),
                    "CC-BY-4.0"
                ),
                Field(
                    "requires",
                    .list(.scalar(.requirement)),
                    [],
                    Meaning(
                        "Cetak biru lain yang harus sudah terpasang.",
                        "Other blueprints that must be installed."
                    ),
                    "[16.03/kopi >=1.2]"
                ),
                Field(
                    "derived_from",
                    .list(.record(.lockedPackage)),
                    [.fixed],
                    Meaning(
                        "Paket asal yang disesuaikan menjadi cetak biru ini, yang terbaru dulu.",
                        "The packages that were adapted into this blueprint, the newest first."
                    ),
                    "[]"
                ),
                Field(
                    "keeps",
                    .list(.record(.mark)),
                    [.fixed],
                    Meaning(
                        "Yang tidak boleh diubah penerima, dengan alasannya.",
                        "What receivers may not change, with the reason."
                    ),
                    "[{ at: service/usaha/question/nik, why: Perpres 96/2018 pasal 3 }]"
                ),
                Field(
                    "knobs",
                    .list(.record(.mark)),
                    [.fixed],
                    Meaning(
                        "Yang memang disediakan untuk disesuaikan penerima, juga di dalam hal "
                            + "yang harus tetap.",
                        "What is there for receivers to adapt, also inside of what must stay."
                    ),
                    "[{ at: service/usaha/step/periksa/within, why: Menurut jumlah petugas }]"
                ),
                Field(
                    "credits",
                    .list(.record(.credit)),
                    [.fixed],
                    Meaning(
                        "Kabupaten yang usulannya masuk ke cetak biru ini, yang lama dulu.",
                        "The regencies whose proposals are in this blueprint, the oldest first."
                    ),
                    "[]"
                ),
                Field(
                    "accept_old_until",
                    .scalar(.days),
                    [],
                    Meaning(
                        "Berapa lama sejak terbit draf lama masih diterima. Tanpa ini 7 hari; "
                            + "karena hukum berubah, 0 hari.",
                        "How long after publication older drafts are still accepted. 7 days "
                            + "unless said; 0 where the law has changed."
                    ),
                    "7 hari"
                ),
                Field(
                    "readiness",
                    .list(.text),
                    [],
                    Meaning(
                        "Yang harus siap sebelum layanan dibuka, tiap butir satu kalimat.",
                        "What must be ready before the services open, one sentence each."
                    ),
                    "[Lurah sudah ditunjuk sebagai penanda tangan]"
                ),
            ]
        ),
        PartShape(
            .mark,
            Meaning(
                "Satu bagian yang ditandai penerbit untuk penerimanya.",
                "One slot that the publisher marks for receivers."
            ),
            [
                Field(
                    "at",
                    .scalar(.slot),
                    [.required, .fixed],
                    Meaning("Alamat bagian itu, dengan semua isinya.", "The slot, with all in it."),
                    "service/usaha/step/periksa/within"
                ),
                Field(
                    "why",
                    .text,
                    [.required, .fixed],
                    Meaning("Alasan atau dasar hukumnya.", "The reason or the legal basis."),
                    "Perpres 96/2018 pasal 3"
                ),
            ]
        ),
    ]
}
