/// Every part and every control on one page, in each of its states.
///
/// Made for eyes and for the checks of contrast, keyboard and print; the people in it are
/// invented.
package struct GalleryPage: Page {
    package init() {}

    package var frame: Frame {
        var frame = Frame(width: .text, back: Link(.back, "/"))
        frame.actingFor = Frame.ActingFor(name: "Ibu Siti A.", change: "/bantu")
        return frame
    }

    package func title(for visit: Visit) -> String { "Galeri" }

    package func body(_ html: HTML) {
        html(.h1, "Surat keterangan usaha")
        html(.p, "Bukti bahwa Anda punya usaha. Dipakai untuk pinjaman, bantuan, dan pameran.")
        facts(html)
        stages(html)
        notices(html)
        lists(html)
        tables(html)
        papers(html)
        GalleryOfControls().write(to: html)
    }

    private func facts(_ html: HTML) {
        html(
            KeyFacts([
                ("Lama", "2 hari kerja"), ("Biaya", .words(NumberWords.money(0))),
                ("Hasil", "Surat PDF, ditandatangani dan dicap, lalu dipindai"),
            ])
        )
        html(ButtonRow(Button(.start, .primary, .go("/layanan/usaha/mulai"))))
        html(
            ButtonRow(
                Button(.saveForLater, .secondary, .go("/lanjut")),
                Button(.remove, .danger, .go("/hapus")),
                Button(.changePerson, .quiet, .go("/bantu"))
            )
        )
        html(
            Disclosure(
                "Kalau ada masalah",
                Paragraphs("Tulis pengaduan. Kami menjawab paling lambat 5 hari kerja.")
            )
        )
    }

    private func stages(_ html: HTML) {
        html(.h2, "Tahap")
        html(Undak(stage: 1, name: .received))
        html(Undak(stage: 3, name: .inProgress))
        html(Undak(stage: 5, isFinished: true, name: .finished))
        html(.p) {
            for days in [3, 1, 0, -1] {
                html(StatusTag.deadline(daysLeft: days))
                html.text(" ")
            }
            html(StatusTag(.waitingForCitizen))
            html.text(" ")
            html(StatusTag(.finishedOnTime, .done))
        }
        html(
            Timeline(
                heading: "Riwayat",
                [
                    .init("23 Nov 10.02", "Berkas lengkap"),
                    .init("23 Nov 09.14", "Diterima, loket", detail: ["Dibantu Kadus II"]),
                ]
            )
        )
        html(FreshnessLine(.lastUpdated("09.50")))
    }

    private func notices(_ html: HTML) {
        html(.h2, "Kabar")
        for kind in Notice.Kind.allCases {
            html(
                Notice(
                    kind,
                    heading: .needsYou,
                    "Foto KTP buram. Kirim ulang sebelum Jumat, 27 November."
                )
            )
        }
        html(.div) { html(EmptyState(.nothingHere, link: Link(.findService, "/layanan"))) }
    }

    private func lists(_ html: HTML) {
        html(
            SummaryList(
                heading: "Data diri",
                [
                    .init("Nama", ["Siti Aminah"], change: "/isi/1/nama"),
                    .init("NIK", [.part(MaskedValue("1603014507900012", show: "/nik"))]),
                    .init("Surat RT", [], change: "/isi/1/surat-rt"),
                    .init(
                        "Alamat usaha",
                        ["Dusun II, RT 03", "Contoh Ulu"],
                        change: "/isi/1/alamat"
                    ),
                ]
            )
        )
        html(.h2, "Bagian permohonan")
        html(
            TaskList([
                .init("Data diri", "/isi/1/diri", .done),
                .init("Tempat usaha", "/isi/1/usaha", .toDo, hint: "5 pertanyaan"),
                .init("Foto", "/isi/1/foto", .needsFixing),
                .init("Kirim", "/isi/1/periksa", .blocked),
            ])
        )
    }

    private func tables(_ html: HTML) {
        var inbox = DataTable(
            "12 permohonan, paling mendesak dulu",
            [.init("Nomor"), .init("Layanan"), .init("Tenggat"), .init("Sisa", isNumber: true)],
            [
                .init(
                    key: "1",
                    [
                        .link(Link("4829-1037-5527", "/kerja/perkara/4829")),
                        "Surat keterangan usaha", .tag(.deadline(daysLeft: -1)), .number("-1"),
                    ]
                ),
                .init(
                    key: "2",
                    [
                        .link(Link("7315-0846-2918", "/kerja/perkara/7315")), "Bantuan bibit",
                        .tag(.deadline(daysLeft: 1)), .number("1"),
                    ]
                ),
            ]
        )
        inbox.selection = "perkara"
        html(.form, .method("get"), .action("/kerja")) { html(inbox) }
        html(
            FilterForm(
                to: "/kerja/kotak",
                selects: [
                    FilterForm.Select(
                        "layanan",
                        Words("Layanan", "Service"),
                        "sku",
                        [Option("sku", Words("Surat keterangan usaha", "Business certificate"))]
                    )
                ],
                days: [FilterForm.DayBox("dari", Words("Diterima dari", "Received from"), nil)],
                all: "/kerja/kotak"
            )
        )
        html(Pagination(page: 2, of: 4, list: "/kerja/kotak?tampilan=saya"))
        html(
            Comparison(
                "Dua versi",
                left: .yours,
                right: .standsNow,
                [
                    .init("Nama usaha", left: "Warung Bu Siti", right: "Warung Siti"),
                    .init("Desa", left: "Contoh Ulu", right: "Contoh Ulu"),
                ]
            )
        )
        html(ChangeLine("Petunjuk foto", was: "kabur", now: "minimal 1 foto terang"))
        html(ChangeLine("Pertanyaan NIB", was: nil, now: "boleh kosong"))
    }

    private func papers(_ html: HTML) {
        html(.h2, "Tanda terima")
        html(
            QRBlock(
                RawHTML(
                    """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29">\
                    <path d="M4 4h7v7H4zM18 4h7v7h-7zM4 18h7v7H4zM13 13h3v3h-3zM18 18h3v3h-3z"/>\
                    </svg>
                    """
                ),
                description: "Kode QR untuk melacak",
                code: "4829-1037-5527"
            )
        )
        html(
            FileItem(
                "Foto tempat usaha",
                detail: "JPG, 310 KB, 23 November",
                address: "/berkas/1",
                tag: StatusTag(.received, .done)
            )
        )
        html(
            ButtonRow(
                Button(.printReceipt, .secondary, .print("/selesai")),
                Button(.share, .secondary, .share(text: "Surat keterangan usaha", "/layanan/sku"))
            )
        )
    }
}

/// The good end as a page of its own, for the panel is its heading.
package struct GalleryOfTheEnd: Page {
    package init() {}

    package func title(for visit: Visit) -> String { "Permohonan terkirim" }

    package func body(_ html: HTML) {
        html(
            ConfirmationPanel(
                "Permohonan terkirim",
                caption: "Nomor Anda",
                number: "4829-1037-5527"
            )
        )
        html(.h2, "Apa yang terjadi berikutnya")
        html(
            Lines(
                [
                    "Petugas memeriksa berkas, paling lambat Selasa, 24 November.",
                    "Lurah menandatangani.", "Kami kabari lewat WhatsApp.",
                ],
                isOrdered: true
            )
        )
        html(ButtonRow(Button(.printReceipt, .secondary, .print("/selesai"))))
    }
}
