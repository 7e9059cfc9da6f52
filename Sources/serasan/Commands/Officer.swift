import ArgumentParser
import Ledger
import Office
import Server
import Services
import Stories

/// Adds officials, lists them, gives a new password.
struct Officer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menambah, melihat, dan memberi sandi petugas.",
        subcommands: [Add.self, List.self, Reset.self]
    )

    /// Adds an official and prints the first password.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Menambah petugas.")

        @Argument(help: "Folder kabupaten.")
        var dir: String

        @Option(help: "Nama lengkap.")
        var name: String

        @Option(help: "Nama masuk: huruf kecil, angka, titik.")
        var login: String

        @Option(help: "NIP, 18 angka, bila ada; dicetak di bawah nama pada surat.")
        var nip: String?

        @Option(help: "Jabatan dari regency.yaml; boleh beberapa kali.")
        var post: [String]

        @Option(help: "Jabatan yang dipegang sementara sebagai plh; boleh beberapa kali.")
        var deputy: [String] = []

        @Option(help: "Hari terakhir, misalnya 2027-12-31; tanpa ini tidak dibatasi.")
        var until: String?

        @Option(help: "definitif, plt, atau plh.")
        var capacity = "definitif"

        func run() async throws {
            try await telling {
                let record = try await OpenRecord.open(RegencyFolder(dir))
                let officers = try await Officers(record)
                let password = try await officers.add(
                    name,
                    logIn: login,
                    nip: nip,
                    posts: post,
                    deputies: deputy,
                    holding: (capacity, until)
                )
                try await record.store.close()
                print("\(login) \(password)")
            }
        }
    }

    /// Lists those who serve.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Daftar petugas dan jabatannya.")

        @Argument(help: "Folder kabupaten.")
        var dir: String

        func run() async throws {
            try await telling {
                let record = try await OpenRecord.open(RegencyFolder(dir))
                for official in try await Officers(record).desk.list() {
                    let posts = official.holdings.map { holding in
                        holding.capacity == .definitive
                            ? holding.post.text : "\(holding.capacity.rawValue) \(holding.post)"
                    }
                    print("\(official.logIn)\t\(official.name)\t\(posts.joined(separator: ", "))")
                }
                try await record.store.close()
            }
        }
    }

    /// Gives a new password; every session of the official ends.
    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Memberi sandi baru.")

        @Argument(help: "Folder kabupaten.")
        var dir: String

        @Argument(help: "Nama masuk.")
        var login: String

        func run() async throws {
            try await telling {
                let record = try await OpenRecord.open(RegencyFolder(dir))
                let password = try await Officers(record).reset(login)
                try await record.store.close()
                print("\(login) \(password)")
            }
        }
    }
}

/// What the commands about officials share.
struct Officers {
    let record: OpenRecord
    let desk: OfficialsDesk
    let logIn: LogInDesk
    let force: InForce

    init(_ record: OpenRecord) async throws {
        self.record = record
        desk = OfficialsDesk(store: record.store, keys: record.keys, sealer: .sha256)
        logIn = LogInDesk(store: record.store, keys: record.keys)
        let keeper = InForceKeeper(base: "")
        force = try await record.store.read { reader in try keeper.current(reader) }
    }

    /// - Returns: the first password, shown once.
    func add(
        _ name: String,
        logIn word: String,
        nip digits: String? = nil,
        posts: [String],
        deputies: [String] = [],
        holding: (capacity: String, until: String?)
    ) async throws -> String {
        guard let logInName = LogInName(word) else {
            throw CommandFailure(
                "Nama masuk \"\(word)\" harus 3 sampai 40 huruf kecil, angka, atau titik."
            )
        }
        let nip = try digits.map { text in
            guard let nip = NIP(text) else {
                throw CommandFailure(
                    "NIP \"\(text)\" tidak terbaca. Tulis 18 angka: tanggal lahir, bulan "
                        + "pengangkatan, 1 atau 2, tiga angka urut."
                )
            }
            return nip
        }
        guard let capacity = Capacity(rawValue: holding.capacity) else {
            throw CommandFailure("Pilih --capacity definitif, plt, atau plh.")
        }
        let last = try holding.until.map { text in
            guard let day = Day(text) else {
                throw CommandFailure("Tanggal \"\(text)\" tidak terbaca. Tulis seperti 2027-12-31.")
            }
            return day
        }
        let today = force.zone.day(record.clock.now())
        let held = posts.map { ($0, capacity) } + deputies.map { ($0, Capacity.standIn) }
        let holdings = try held.map { post, capacity in
            guard let code = Code(post) else { throw OfficeRefusal.unknownPost }
            return Holding(post: code, capacity: capacity, first: today, last: last)
        }
        let id = try await desk.add(
            name,
            logIn: logInName,
            nip: nip,
            holdings: holdings,
            circumstances
        )
        return try await givePassword(to: id)
    }

    func reset(_ word: String) async throws -> String {
        guard let name = LogInName(word), let id = try await desk.find(name) else {
            throw OfficeRefusal.unknownOfficial
        }
        return try await givePassword(to: id)
    }

    /// What an official may do today, by the name to log in with.
    func standing(_ word: String) async throws -> Standing {
        guard let name = LogInName(word), let id = try await desk.find(name) else {
            throw OfficeRefusal.unknownOfficial
        }
        let today = force.zone.day(record.clock.now())
        return try await record.store.read { reader in
            try reader.standing(of: id, in: force.office, on: today)
        }
    }

    private var circumstances: OfficialsDesk.Circumstances {
        OfficialsDesk.Circumstances(now: record.clock.now(), by: .system, map: force.office)
    }

    /// Sixteen letters and digits in groups, without those that look alike: 79 bits.
    private func givePassword(to id: OpaqueID) async throws -> String {
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let draw = Draw.random
        let letters = (0..<16).map { _ in alphabet[Int(draw.below(UInt64(alphabet.count)))] }
        let password = stride(from: 0, to: 16, by: 4).map { String(letters[$0..<$0 + 4]) }
            .joined(separator: "-")
        try await logIn.setPassword(password, of: id)
        return password
    }
}
