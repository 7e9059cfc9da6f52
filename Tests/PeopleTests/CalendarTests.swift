import Ledger
import Office
import Stories
import Testing

struct DecreeReadingTests {
    private static let year: [(String, String)] = [
        ("2028-01-01", "Tahun Baru"), ("2028-01-26", "Imlek"), ("2028-02-25", "Isra Mikraj"),
        ("2028-02-27", "Idulfitri"), ("2028-02-28", "Idulfitri"), ("2028-03-26", "Nyepi"),
        ("2028-04-14", "Wafat Yesus Kristus"), ("2028-04-16", "Paskah"), ("2028-05-01", "Buruh"),
        ("2028-05-05", "Iduladha"), ("2028-05-09", "Waisak"), ("2028-06-01", "Pancasila"),
        ("2028-08-17", "Kemerdekaan"), ("2028-12-25", "Natal"),
    ]

    private func reading(
        without dates: Set<String> = [],
        _ more: [[String]] = []
    ) -> DecreeReading {
        let rows =
            Self.year.filter { !dates.contains($0.0) }.map { [$0.0, $0.1, "libur nasional"] }
            + more
        return DecreeReading(rows.enumerated().map { ($0.offset + 1, $0.element) })
    }

    @Test func `a whole year is read and comes back from its content`() {
        let reading = reading([["28/12/2028", "Cuti bersama Natal", "cuti_bersama"]])
        #expect(reading.problems.isEmpty && reading.year == 2028)
        #expect(reading.holidays.count == 15)
        #expect(DecreeReading.holidays(in: reading.content) == reading.holidays)
    }

    @Test(arguments: [
        (["2028-12-25", "Natal", "cuti bersama"], "sudah ada di baris 14 dengan jenis lain"),
        (["2028-12-30", "Cuti", "cuti bersama"], "jatuh di akhir pekan"),
        (["2029-01-02", "Cuti", "cuti bersama"], "bukan tahun 2028"),
        (["2028-13-01", "Apa", "libur nasional"], "tidak terbaca"),
        (["2028-12-26", "Apa", "libur"], "Jenis \"libur\" tidak dikenal"),
        (["2028-12-26"], "tidak berisi tanggal, nama, dan jenis"),
        (["2028-12-26", "", "cuti bersama"], "Nama hari liburnya kosong"),
    ])
    func `what contradicts itself is told`(row: [String], sentence: String) {
        let said = reading([row]).problems.map(\.indonesian).joined(separator: " ")
        #expect(said.contains(sentence), "\(said)")
    }

    @Test func `a year that is not complete is refused`() {
        let said = reading(without: ["2028-08-17", "2028-05-09", "2028-05-05"]).problems
            .map(\.indonesian)
        #expect(said.contains { $0.contains("2028-08-17 tidak ada") })
        #expect(said.contains { $0.contains("baru 11 libur nasional") })
        #expect(!DecreeReading([]).problems.isEmpty)
    }
}

struct CalendarPagesTests {
    private static let file = """
        tanggal;nama;jenis
        2028-01-01;Tahun Baru;libur nasional
        2028-01-26;Imlek;libur nasional
        2028-02-25;Isra Mikraj;libur nasional
        2028-02-27;Idulfitri;libur nasional
        2028-02-28;Idulfitri;libur nasional
        2028-03-26;Nyepi;libur nasional
        2028-04-14;Wafat Yesus Kristus;libur nasional
        2028-05-01;Buruh;libur nasional
        2028-05-05;Iduladha;libur nasional
        2028-06-01;Pancasila;libur nasional
        2028-08-17;Kemerdekaan;libur nasional
        2028-12-25;Natal;libur nasional
        """

    @Test func `a decree is looked at, taken in, and a contradiction is not`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/kalender")
            let crooked = Self.file + "\n2028-12-25;Natal;cuti bersama"
            try await tono.upload(Array(crooked.utf8), as: "berkas", to: "/kelola/kalender")
            #expect(tono.status == 422 && tono.page.contains("dengan jenis lain"), "\(tono.page)")
            let refused = tono.path
            try await tono.get("/kelola/kalender")
            try await tono.upload(Array(Self.file.utf8), as: "berkas", to: "/kelola/kalender")
            #expect(tono.page.contains("Tidak ada permohonan terbuka yang jatuh temponya bergeser"))
            let page = tono.path
            try await tono.send(to: page)
            #expect(tono.page.contains("Kalender tersimpan"), "\(tono.page)")
            #expect(
                try await regency.store.read { try $0.recordedCalendar() }.years.keys.contains(2028)
            )
            try await tono.get(page)
            try await tono.send(to: page)
            #expect(tono.status == 409, "the same decree twice")
            try await tono.get(page)
            let token = tono.page.firstMatch(of: /name="kunci" value="([^"]*)"/)?.1 ?? ""
            try await tono.post(refused, [("kunci", String(token))])
            #expect(tono.status == 422)
        }
    }

    @Test func `closures and outages are declared, and outages are public`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/kalender")
            try await tono.send([("unit", "")], to: "/kelola/kalender/tutup")
            #expect(tono.status == 422)
            try await tono.send(
                [
                    ("unit", "kel-ulu"), ("tutup-mulai-tanggal", "1"), ("tutup-mulai-bulan", "12"),
                    ("tutup-mulai-tahun", "2026"), ("tutup-sampai-tanggal", "2"),
                    ("tutup-sampai-bulan", "12"), ("tutup-sampai-tahun", "2026"),
                    ("tutup-alasan", "Banjir"),
                ],
                to: "/kelola/kalender/tutup"
            )
            #expect(tono.page.contains("Belum ada yang tercatat") && tono.page.contains("Banjir"))
            #expect(try await regency.store.read { try $0.recordedCalendar() }.closures.isEmpty)
            let planned = tono.path
            try await tono.send(to: planned)
            #expect(tono.page.contains("Banjir") && tono.page.contains("Kalender tersimpan"))
            try await tono.get(planned)
            try await tono.send(to: planned)
            #expect(tono.status == 409, "the same closure twice")
            try await tono.get("/kelola/kalender")
            try await tono.send(
                [
                    ("mulai-tanggal", "23"), ("mulai-bulan", "11"), ("mulai-tahun", "2026"),
                    ("jam-mulai", "08.00"), ("selesai-tanggal", "23"), ("selesai-bulan", "11"),
                    ("selesai-tahun", "2026"), ("jam-selesai", "12:30"),
                    ("yang-kena", "Listrik padam di pusat data"),
                ],
                to: "/kelola/kalender/gangguan"
            )
            #expect(tono.page.contains("Listrik padam"), "\(tono.page)")
            try await tono.send(to: tono.path)
            #expect(tono.page.contains("Kalender tersimpan"), "\(tono.page)")
            let citizen = Visitor(client)
            try await citizen.get("/keadaan-sistem")
            #expect(citizen.status == 200 && citizen.page.contains("Listrik padam di pusat data"))
            #expect(!citizen.page.contains("Banjir"))
        }
        let live = try await regency.store.read { try $0.recordedCalendar() }
        try await regency.store.rebuild()
        #expect(try await regency.store.read { try $0.recordedCalendar() } == live)
        #expect(live.closures.count == 1 && live.outages.count == 1)
    }

    @Test func `a closure counts for its unit alone, a decree replaces a year`() throws {
        var parts = WorkCalendar.Parts()
        parts.holidays = [
            Holiday(day: Day(number: 20_790), kind: .national, name: "Lama"),
            Holiday(day: Day(number: 20_791), kind: .closure, name: "Daerah"),
        ]
        var recorded = RecordedCalendar()
        let new = Holiday(day: Day(number: 20_795), kind: .national, name: "Baru")
        recorded.years[2026] = [new]
        recorded.closures = [("kel-ulu", Day(number: 20_801), Day(number: 20_802), "Banjir")]
        let forAll = try WorkCalendar(recorded.applied(to: parts, for: nil))
        let forUlu = try WorkCalendar(recorded.applied(to: parts, for: "kel-ulu"))
        #expect(forAll.holiday(on: Day(number: 20_790)) == nil)
        #expect(forAll.holiday(on: Day(number: 20_791))?.name == "Daerah")
        #expect(forAll.holiday(on: Day(number: 20_795)) == new)
        #expect(forAll.holiday(on: Day(number: 20_801)) == nil)
        #expect(forUlu.holiday(on: Day(number: 20_802))?.name == "Banjir")
        #expect(forAll.knownYears.contains(2026))
    }
}
