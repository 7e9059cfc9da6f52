import Foundation
import Ledger
import Notices
import Stories
import Synchronization
import Testing
import UnderTest

/// The mail to those who look after the installation: of every node, once, and of the end too.
@Suite struct CareMailTests {
    private static let disk = NodeTrouble("disk", "Ruang disk hampir habis.", isShared: false)
    private static let few = NodeTrouble("few", "Belum ada dua tempat.", isShared: false)

    /// One message a week to the post's address, for as long as something is wrong.
    @Test func `who looks after the installation is told once a week, and of the end`()
        async throws
    {
        try await onMachines([""]) { machines in
            let one = machines.all[0]
            one.found = [Self.few]
            for _ in 0..<3 { try await one.mail.round() }
            #expect(machines.letters == ["- Belum ada dua tempat."])
            #expect(machines.server.taken.first?.contains("To: <tik@contoh.go.id>") == true)
            machines.pass(days: 7)
            for _ in 0..<2 { try await one.mail.round() }
            #expect(machines.letters.count == 2)
            one.found = []
            machines.pass(days: 7)
            for _ in 0..<2 { try await one.mail.round() }
            #expect(machines.letters.count == 3)
            #expect(machines.server.taken.last?.contains("Subject: Sudah baik lagi") == true)
            #expect(machines.letters.last == "Sudah tidak ada lagi: - Belum ada dua tempat.")
            machines.pass(days: 30)
            try await one.mail.round()
            #expect(machines.letters.count == 3)
        }
    }

    @Test func `a machine that is well tells of one that is not`() async throws {
        try await onMachines(["m1", "m2"]) { machines in
            let (sick, well) = (machines.all[0], machines.all[1])
            sick.found = [Self.disk]
            try await sick.mail.round(sends: false)
            #expect(machines.letters.isEmpty)
            for _ in 0..<2 {
                try await well.mail.round()
                try await sick.mail.round()
            }
            #expect(machines.letters == ["- m1: Ruang disk hampir habis."])

            sick.found = []
            try await sick.mail.round(sends: false)
            for _ in 0..<2 {
                try await well.mail.round()
                try await sick.mail.round()
            }
            #expect(machines.letters.count == 2)
            #expect(machines.letters.last == "Sudah tidak ada lagi: - m1: Ruang disk hampir habis.")
        }
    }

    @Test func `what is new in a week is told at once, and not again when it alone is left`()
        async throws
    {
        try await onMachines(["m1", "m2"]) { machines in
            let (a, b) = (machines.all[0], machines.all[1])
            a.found = [Self.few]
            for machine in machines.all { try await machine.mail.round() }
            b.found = [Self.disk]
            for machine in machines.all { try await machine.mail.round() }
            for machine in machines.all { try await machine.mail.round() }
            #expect(
                machines.letters == [
                    "- m1: Belum ada dua tempat.",
                    "- m1: Belum ada dua tempat. - m2: Ruang disk hampir habis.",
                ]
            )
            b.found = []
            for _ in 0..<2 { for machine in machines.all { try await machine.mail.round() } }
            #expect(machines.letters.count == 3)
            #expect(machines.letters.last == "Sudah tidak ada lagi: - m2: Ruang disk hampir habis.")
        }
    }

    @Test func `what ends before anybody was told is not told`() async throws {
        try await onMachines(["m1", "m2"]) { machines in
            let (sick, well) = (machines.all[0], machines.all[1])
            sick.found = [Self.disk]
            try await sick.mail.round(sends: false)
            sick.found = []
            try await sick.mail.round(sends: false)
            try await well.mail.round()
            #expect(machines.letters.isEmpty)
        }
    }

    private func onMachines(
        _ hosts: [String],
        _ body: (Machines) async throws -> Void
    ) async throws {
        let machines = try await Machines(hosts)
        try await body(machines)
        try await machines.close()
    }
}

/// One machine, and what it finds wrong.
private final class MachineOfTest: Sendable {
    let store: RecordStore
    let mail: CareMail
    private let wrong: Findings

    private final class Findings: Sendable {
        let all = Mutex<[NodeTrouble]>([])
    }

    var found: [NodeTrouble] {
        get { wrong.all.withLock { $0 } }
        set { wrong.all.withLock { $0 = newValue } }
    }

    init(
        _ store: RecordStore,
        _ keys: Keys,
        _ settings: NoticeSettings,
        host: String,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        let wrong = Findings()
        self.wrong = wrong
        mail = CareMail(store, keys, settings, now: now) {
            CareMail.Care(
                troubles: wrong.all.withLock { $0 },
                host: host,
                posts: ["pengelola", "tanpa-alamat"],
                name: "Kabupaten Contoh",
                base: "https://layanan.contoh.go.id",
                zone: .wib
            )
        }
    }
}

/// Machines that share one record, and the mail server that takes what they send.
private final class Machines: Sendable {
    let all: [MachineOfTest]
    let server: SmallMailServer
    private let folder: URL
    private let days: Days

    private final class Days: Sendable {
        let passed = Mutex(0)

        var now: Instant {
            Instant(milliseconds: 1_795_395_600_000)
                .adding(seconds: Int64(passed.withLock { $0 }) * 86_400)
        }
    }

    init(_ hosts: [String]) async throws {
        let files = FileManager.default
        folder = files.temporaryDirectory.appending(path: "mesin-\(UUID().uuidString)")
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        server = try SmallMailServer(.taking)
        var settings = NoticeSettings(
            mail: MailSettings(
                from: try #require(MailAddress("kabar@contoh.go.id")),
                host: "127.0.0.1",
                port: server.port,
                safety: .none
            )
        )
        settings.posts = ["pengelola": try #require(MailAddress("tik@contoh.go.id"))]
        let days = Days()
        self.days = days
        let first = folder.appending(path: "kunci").path
        _ = try Keys.make(in: first)
        var all: [MachineOfTest] = []
        for host in hosts {
            let own = "\(first)-\(host)"
            try files.copyItem(atPath: first, toPath: own)
            let keys = try Keys.open(in: own, fromOthers: true)
            let engine = try await EngineUnderTest.open(folder.appending(path: "catatan").path)
            let store = try await RecordStore.open(
                hosts.count > 1 ? EngineOfNodes(engine) : engine,
                keys: keys,
                tables: NoticesDesk.tables,
                patience: .zero
            )
            all.append(MachineOfTest(store, keys, settings, host: host, now: { days.now }))
        }
        self.all = all
    }

    func pass(days more: Int) { days.passed.withLock { $0 += more } }

    /// What each letter says, up to where it tells where to look.
    var letters: [String] {
        server.taken.map { mail in
            let body = mail.split(separator: "\n").filter { !$0.contains(":") }.joined()
            let text = Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) } ?? mail
            return text.split(whereSeparator: \.isNewline)
                .prefix { !$0.hasPrefix("Buka:") && !$0.hasPrefix("Keadaan") }
                .joined(separator: " ")
        }
    }

    func close() async throws {
        for machine in all { try await machine.store.close() }
        server.stop()
        try FileManager.default.removeItem(at: folder)
    }
}
