import ArgumentParser
import Foundation
import Ledger
import Office
import Services
import Stories

/// What can be done with running cases from the machine.
struct CasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "Mengurus perkara yang sedang berjalan.",
        subcommands: [MoveCases.self]
    )
}

/// Lets running cases go on under the version of their service that is in force.
struct MoveCases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Memindahkan perkara berjalan ke versi layanan yang berlaku.",
        discussion: """
            Tanpa --dry-run, perkara yang boleh ikut dipindahkan; tenggat yang sudah dijanjikan \
            tidak berubah. Bila aturannya berubah dan penerbit menyatakan cara pindahnya, \
            permintaan menunggu persetujuan pengelola di Kelola, Layanan, Perkara berjalan. \
            Hentikan situs dulu, atau pindahkan lewat halaman itu.
            """
    )

    @Argument(help: "Folder kabupaten.")
    var dir: String

    @Argument(help: "Nama pendek layanan.")
    var service: String

    @Option(help: "Versi yang dituju; harus yang sedang berlaku.")
    var to: String

    @Flag(help: "Hanya tunjukkan rencananya.")
    var dryRun = false

    func run() async throws {
        try await telling {
            let folder = try RegencyFolder(dir)
            let record = try await OpenRecord.open(folder)
            try await move(record.moving(in: folder))
            try await record.store.close()
        }
    }

    private func move(_ desk: MovingDesk) async throws {
        guard let service = Code(service) else { throw MoveRefusal.unknownService }
        let plans = try await desk.plans(of: service, to: to)
        guard !plans.isEmpty else { return print("Tidak ada perkara di versi lain.") }
        for plan in plans {
            print("Versi \(plan.from) ke \(plan.to): \(plan.moving) pindah.")
            for (why, count) in plan.staying { print("  \(count) tetap: \(why).") }
            for change in plan.changes { print("  - \(change)") }
            guard !dryRun, plan.isAllowed, plan.moving > 0 else { continue }
            let id = Draw.random.id()
            try await desk.ask(id, plan.order, by: .system)
            if plan.order.isMapped { print("  Menunggu persetujuan pengelola di situs.") }
        }
        guard !dryRun else { return }
        while try await desk.piece() {}
        let left = try await desk.plans(of: service, to: to).reduce(0) { $0 + $1.running }
        print("Selesai. Perkara di versi lain: \(left).")
    }
}
