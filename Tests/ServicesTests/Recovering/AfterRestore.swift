import Cases
import Foundation
import Ledger
import Services
import Stories
import Synchronization
import Testing

/// A site whose record went on after a backup, was lost, and was restored from that backup.
struct AfterRestore {
    let site: WorkingSite

    /// What the citizen keeps of the request that was lost, and its number.
    let receipt: [UInt8]
    let number: String

    /// The same of a request from before the backup.
    let oldReceipt: [UInt8]
    let oldNumber: String

    /// The head of the log that was lost.
    let lost: CitedHead

    /// When the lost request was received.
    let received: Instant

    /// The device that sent the lost request, with the form as it sent it.
    let phone: Phone

    struct Phone: Sendable {
        let device: String
        let sending: String
    }

    /// - Parameter restores: false leaves out what tells of the restore, as somebody would who
    ///   only put the older database in place.
    init(telling restores: Bool = true) async throws {
        let first = try await WorkingSite()
        try await first.regency.store.firstOrigin(at: first.now)
        try await first.add("Lina Loket", as: "lina", post: "loket-dua")
        try await first.add("Rina Kartika", as: "rina", post: "petugas-dua")
        (oldReceipt, oldNumber, _) = try await Self.send(on: first)
        let backup = try Self.copy(first.regency.folder)

        // The copy beside goes on in its place: the first one removes its folder at its end.
        let going = try Self.copy(first.regency.folder)
        let second = WorkingSite(on: try await WorkingRegency(reopening: going))
        second.pass(minutes: 30)
        let (received, head) = (second.now, Held<CitedHead?>(nil))
        (receipt, number, phone) = try await Self.send(on: second) { site in
            let store = site.regency.store
            let now = try await store.head()
            let origin = try await store.read { try $0.origin()?.id }
            head.value = CitedHead(size: now.size, root: now.root, origin: origin)
        }
        self.received = received
        lost = try #require(head.value)

        let restored = try await WorkingRegency(reopening: backup)
        site = WorkingSite(on: restored)
        site.pass(days: 3)
        if restores {
            try await restored.store.beginOrigin(.restored, citing: lost, at: site.now)
        }
    }

    /// Sends a report of a road and fetches the proof that goes with its receipt.
    private static func send(
        on site: WorkingSite,
        then: @escaping @Sendable (WorkingSite) async throws -> Void = { _ in }
    ) async throws -> (receipt: [UInt8], number: String, phone: Phone) {
        let kept = Held<([UInt8], String, Phone)?>(nil)
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let sending = citizen.path.replacing("/isi/", with: "/kirim/")
                .replacing("/periksa", with: "")
            let number = try await citizen.sendIn()
            try await citizen.get("/permohonan/tanda-terima.json")
            #expect(citizen.status == 200)
            let phone = Phone(device: try #require(citizen.kept("perangkat")), sending: sending)
            kept.value = (Array(citizen.page.utf8), number, phone)
            try await then(site)
        }
        return try #require(kept.value)
    }

    /// The folder of a record that is closed, beside it.
    private static func copy(_ folder: URL) throws -> URL {
        let copy = FileManager.default.temporaryDirectory
            .appending(path: "serasan-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: folder, to: copy)
        return copy
    }

    /// The receipt with something of it changed.
    func receipt(changing change: (inout ReceiptProof) throws -> Void) throws -> [UInt8] {
        var proof = try ReceiptProof(file: receipt)
        try change(&proof)
        return try proof.file
    }
}

/// One value that two tasks hand over.
final class Held<Value: Sendable>: Sendable {
    private let held: Mutex<Value>

    init(_ value: Value) { held = Mutex(value) }

    var value: Value {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
