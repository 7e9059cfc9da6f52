import Foundation

/// Applications with 25 answers: filled in ahead, sent when the figure is taken.
struct Submissions {
    let callers: Callers

    private static let service = "surat-keterangan-penelitian"

    init(port: Int, callers: Int) {
        self.callers = Callers(port: port, count: callers)
    }

    /// A filled draft and whose it is.
    private struct Filled: Codable, Sendable {
        var id: String
        var cookie: String
        var token: String
    }

    /// Invented people, synthetic numbers; each question of the service is answered.
    private static let fields: [(String, String)] =
        [
            ("nama", "Ahmad Fauzi"), ("nik", "1203041708850002"), ("hp", "081200000002"),
            ("kabar", "wa"), ("lembaga", "Universitas Contoh"), ("jenjang", "skripsi"),
            ("surel", "ahmad@contoh.example"), ("anggota-banyak", "4"),
            ("judul", "Pendapatan petani kopi di Semende Darat Laut"),
            ("bidang", "pertanian"), ("bidang", "sosial"), ("lokasi", "16.03.08.2001"),
            ("mulai-tanggal", "1"), ("mulai-bulan", "12"), ("mulai-tahun", "2026"),
            ("akhir-tanggal", "28"), ("akhir-bulan", "2"), ("akhir-tahun", "2027"),
            ("responden", "ya"), ("jumlah_responden", "60"),
        ]
        + (1...4).flatMap { member in
            [
                ("anggota-\(member)-nama_anggota", "Dewi Lestari"),
                ("anggota-\(member)-peran", "Pengumpul data"),
            ]
        }

    private static let paper = Array("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".utf8)

    /// Fills in `each` drafts a caller, and writes down which.
    func prepare(each: Int, into path: String) throws {
        let made = Shared<[[Filled]]>(Array(repeating: [], count: callers.count))
        try callers.all { caller, wire in
            let start = "/layanan/\(Self.service)"
            let page = try wire.ask(Wording.get(start))
            guard let cookie = page.cookies.first, let token = Self.token(in: page.text) else {
                throw BenchFault("no form on \(start)")
            }
            for _ in 0..<each {
                let id = try Self.fill(wire, cookie: cookie, token: token)
                made.change { $0[caller].append(Filled(id: id, cookie: cookie, token: token)) }
            }
        }
        try JSONEncoder().encode(made.value).write(to: URL(filePath: path))
    }

    /// Sends every prepared draft once.
    func fire(_ path: String, at process: Int) throws {
        let drafts = try JSONDecoder().decode(
            [[Filled]].self,
            from: Data(contentsOf: URL(filePath: path))
        )
        let receipt = Shared("")
        let all = Shared<[Double]>([])
        let before = try ProcessCost(of: process)
        let start = Date.now
        try callers.all { caller, wire in
            var taken: [Double] = []
            for draft in drafts[caller] {
                let began = Date.now
                let reply = try wire.ask(
                    Wording.post(
                        "/kirim/\(draft.id)",
                        [("kunci", draft.token), ("benar", "ya")],
                        cookies: [draft.cookie]
                    )
                )
                taken.append(Date.now.timeIntervalSince(began) * 1000)
                guard reply.status == 303, let opened = reply.cookies.first else {
                    throw BenchFault("not sent: \(reply.status) \(reply.text)")
                }
                receipt.set(opened)
            }
            all.change { $0 += taken }
        }
        let seconds = Date.now.timeIntervalSince(start)
        let wire = try Wire(port: callers.port)
        // The views that may be a second late belong to the cost.
        for _ in 0..<100 {
            if try wire.ask(Wording.get("/healthz")).text.contains("\"behind\":0") { break }
            Thread.sleep(forTimeInterval: 0.1)
        }
        let cost = try ProcessCost(of: process).microseconds - before.microseconds
        let count = drafts.reduce(0) { $0 + $1.count }
        let sent = try wire.ask(Wording.get("/selesai", cookies: [receipt.value])).text
        let number = sent.firstMatch(of: /\d{4}-\d{4}-\d{4}/).map { String($0.output) } ?? "-"
        print(
            "cpu \(cost / Double(count)) sent \(count) seconds \(seconds)",
            "p99 \(all.value.sorted().share(0.99)) number \(number.filter(\.isNumber))"
        )
    }

    /// Goes through the screens of one form; every screen is sent everything and takes its own.
    private static func fill(_ wire: Wire, cookie: String, token: String) throws -> String {
        let form = [("kunci", token)]
        var reply = try wire.ask(
            Wording.post("/layanan/\(service)/mulai", form, cookies: [cookie])
        )
        let id = String(reply.location.split(separator: "/").last ?? "")
        reply = try wire.ask(Wording.get("/isi/\(id)", cookies: [cookie]))
        for _ in 0..<40 {
            guard reply.status == 303 else {
                throw BenchFault("a screen refused: \(reply.status) \(reply.text)")
            }
            let here = reply.location
            let slug = String(here.split(separator: "/").last ?? "")
            if slug == "periksa" { return id }
            let isFile = slug == "pengantar" || slug == "proposal"
            reply = try wire.ask(
                isFile
                    ? Wording.post(here, token: token, file: (slug, paper), cookies: [cookie])
                    : Wording.post(here, form + fields, cookies: [cookie])
            )
        }
        throw BenchFault("the form has no end")
    }

    private static func token(in page: String) -> String? {
        page.firstMatch(of: /name="?kunci"? value="?([0-9a-f]+)/).map { String($0.output.1) }
    }
}
