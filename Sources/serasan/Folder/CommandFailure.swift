import ArgumentParser
import Blueprints
import Foundation
import Ledger
import Stories

/// Why a command stops, in words that say what to do.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    let code: ExitCode

    init(_ description: String, code: Int32 = 2) {
        self.description = description
        self.code = ExitCode(code)
    }
}

extension ParsableCommand {
    /// Runs a command's work; what goes wrong is told on standard error, with its exit code.
    func telling(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as CommandFailure {
            complain(failure.description)
            throw failure.code
        } catch let refusal as any Refusal {
            complain(refusal.sentence)
            throw ExitCode(2)
        } catch let error as StoreError {
            if let refusal = error.underlying as? any Refusal {
                complain(refusal.sentence)
                throw ExitCode(2)
            }
            complain(
                "Catatan di folder data tidak bisa dibuka atau ditulis. Rincian: "
                    + String(reflecting: error)
            )
            throw ExitCode(70)
        }
    }

    private func complain(_ sentence: String) {
        FileHandle.standardError.write(Data("serasan: \(sentence)\n".utf8))
    }
}
