import Cases
import Ledger
import Services
import Stories
import Testing

/// Blank forms whose numbers are given out before anything is recorded.
struct PaperFormTests {
    private static let numbers = [1, 2].map { low in
        TrackingNumber(Draw { OpaqueID(high: 0, low: low) })
    }

    /// The bytes of every fact that was ever written; a line here never changes.
    private static let corpus: [(fact: PaperFormFact, kind: Code, bytes: String)] = [
        (
            .reserved(
                PaperFormFact.Block(
                    service: "surat-keterangan-usaha",
                    digest: "a1",
                    unit: "kel-ulu",
                    numbers: numbers
                )
            ), "reserved",
            #"{"digest":"a1","numbers":["000000000013","000000000021"],"#
                + #""service":"surat-keterangan-usaha","unit":"kel-ulu"}"#
        ),
        (.givenBack([numbers[0]]), "given_back", #"{"numbers":["000000000013"]}"#),
    ]

    @Test(arguments: corpus)
    func `a fact of paper forms is written and read as it always was`(
        fact: PaperFormFact,
        kind: Code,
        bytes: String
    ) throws {
        var writer = FactWriter()
        fact.write(to: &writer)
        #expect(fact.kind == kind)
        #expect(
            String(decoding: try CanonicalJSON.write(.object(writer.fields)), as: UTF8.self)
                == bytes
        )
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(try PaperFormFact(kind: kind, from: FactReader(fields)) == fact)
    }

    @Test func `numbers are reserved once and given back once`() throws {
        let open = PaperFormStory.state(after: [Self.corpus[0].fact])
        func decide(_ command: PaperFormCommand, _ state: PaperFormBlock) throws {
            _ = try PaperFormStory.decide(state, command, .random)
        }
        let reserve = PaperFormCommand.reserve(count: 2, service: "a", digest: "b", unit: "c")
        #expect(throws: PaperFormRefusal.alreadyReserved) { try decide(reserve, open) }
        for count in [0, -1, 51, Int.max] {
            #expect(throws: PaperFormRefusal.tooMany(50)) {
                try decide(
                    .reserve(count: count, service: "a", digest: "b", unit: "c"),
                    PaperFormStory.beginning
                )
            }
        }
        #expect(throws: PaperFormRefusal.nothingChosen) { try decide(.giveBack([]), open) }
        let strange = TrackingNumber(Draw { OpaqueID(high: 0, low: 9) })
        #expect(throws: PaperFormRefusal.notOfThisBlock) { try decide(.giveBack([strange]), open) }
        try decide(.giveBack([Self.numbers[0]]), open)
        let less = PaperFormStory.state(after: Self.corpus.map(\.fact))
        #expect(throws: PaperFormRefusal.alreadyGivenBack) {
            try decide(.giveBack([Self.numbers[0]]), less)
        }
    }

    private func printed(
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor, [String]) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Lela Sari", as: "lela", post: "loket-dua")
        try await site.add("Tuti Handayani", as: "tuti", post: "loket")
        try await site.open { doors in
            let lela = try await doors.official("lela")
            try await lela.get("/kerja/loket/borang")
            try await lela.send(["layanan": "laporan-jalan", "banyak": "3"])
            #expect(lela.status == 200, "\(lela.page)")
            let found = lela.page.matches(of: /\d{4}-\d{4}-\d{4}/).map {
                $0.output.filter(\.isNumber)
            }
            try await body(site, doors, lela, Array(Set(found)).sorted())
        }
    }

    @Test func `a form that comes back is recorded under the number on its paper`() async throws {
        try await printed { site, doors, lela, numbers in
            #expect(numbers.count == 3)
            let block = lela.path
            try await lela.get(block + "/borang.pdf")
            #expect(lela.status == 200)
            let citizen = doors.citizen()
            try await citizen.get("/lacak/\(numbers[0])")
            #expect(citizen.status == 200)
            #expect(citizen.page.contains("belum kami catat"))
            #expect(citizen.page.contains("Kelurahan Dua"))
            try await lela.get("/kerja/loket?cari=\(numbers[0])")
            #expect(lela.page.contains("Catat borang"))
            try await lela.get("/kerja/loket/baru?layanan=laporan-jalan&nomor=\(numbers[0])")
            var late = CounterTests.paper + [("loket.alasan", "Listrik padam.")]
            late[0].1 = "20"
            try await lela.send(late)
            #expect(try lela.digits == numbers[0], "\(lela.page)")
            let state = try await CounterTests.state(of: numbers[0], site)
            #expect(state.subject?.channel == .paper)
            try await citizen.get("/lacak/\(numbers[0])")
            #expect(citizen.page.contains("Laporan jalan rusak"))
            try await lela.get("/kerja/loket/baru?layanan=laporan-jalan&nomor=\(numbers[0])")
            #expect(lela.status == 409)
            try await lela.get(block)
            try await lela.send([("nomor", numbers[0])])
            #expect(lela.status == 422, "what is recorded cannot be given back")
        }
    }

    @Test func `a number given back is told as that, and never used`() async throws {
        try await printed { _, doors, lela, numbers in
            let block = lela.path
            try await lela.send([("nomor", numbers[1])])
            #expect(lela.page.contains("Ditarik"))
            let citizen = doors.citizen()
            try await citizen.get("/lacak/\(numbers[1])")
            #expect(citizen.page.contains("Borang ini sudah ditarik"))
            try await lela.get("/kerja/loket/baru?layanan=laporan-jalan&nomor=\(numbers[1])")
            #expect(lela.status == 409)
            try await lela.get(block)
            try await lela.send()
            #expect(lela.status == 422)
            #expect(lela.page.contains("Pilih nomor yang dikembalikan"))
        }
    }

    @Test func `another counter sees no print, and uses no number of it`() async throws {
        try await printed { _, doors, lela, numbers in
            let tuti = try await doors.official("tuti")
            for page in [lela.path, lela.path + "/borang.pdf"] {
                try await tuti.get(page)
                #expect(tuti.status == 404)
            }
            try await tuti.get("/kerja/loket?cari=\(numbers[0])")
            #expect(!tuti.page.contains("Catat borang"))
            try await tuti.get("/kerja/loket/baru?layanan=laporan-jalan&nomor=\(numbers[0])")
            #expect(tuti.status == 404)
            let citizen = doors.citizen()
            try await citizen.get(lela.path)
            #expect(citizen.path.hasPrefix("/petugas/masuk"))
        }
    }

    @Test(arguments: ["", "0", "51", "-1", "dua", "99999999999999999999"])
    func `how many is told, not guessed`(count: String) async throws {
        try await printed { _, _, lela, _ in
            try await lela.get("/kerja/loket/borang")
            try await lela.send(["layanan": "laporan-jalan", "banyak": count])
            #expect(lela.status == 422)
        }
    }

    @Test func `rebuilt, the numbers stand as before`() async throws {
        try await printed { site, _, lela, numbers in
            try await lela.send([("nomor", numbers[2])])
            let store = site.regency.store
            func all() async throws -> [PaperForm?] {
                try await store.read { reader in
                    try numbers.map { try reader.paperForm(try TrackingNumber(reading: $0)) }
                }
            }
            let before = try await all()
            try await store.rebuild()
            #expect(try await all() == before)
            #expect(before[2]?.isGivenBack == true)
        }
    }
}
