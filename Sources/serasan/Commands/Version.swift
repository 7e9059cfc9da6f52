import ArgumentParser
import Ledger
import LedgerSQLite

/// Says which program this is and what it works with.
struct Version: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menyebut versi program, skema catatan, dan SQLite."
    )

    func run() async throws {
        try await telling {
            print(
                "serasan \(ProgramVersion.current), skema \(Migrations.all.count), "
                    + "SQLite \(try UpgradeCopy.engineVersion())"
            )
        }
    }
}
