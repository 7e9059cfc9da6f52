import Blueprints
import Cooperation
import Foundation
import Portfolio
import Services
import Site

extension CooperationFeature {
    /// The feature beside the services, under the rules of the folder, or the shipped ones.
    init(beside services: ServicesFeature, _ folder: RegencyFolder) throws {
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            files: services.files,
            rules: try CooperationRules(folder: folder.root),
            now: services.now
        )
    }
}

extension CooperationRules {
    /// Those of a folder: its own `kerja-sama.yaml`, else the one that comes with the program.
    ///
    /// A file of the regency that cannot be read is told and stops the start: rules that nobody
    /// chose must not decide about agreements.
    init(folder: URL) throws {
        let own = folder.appending(path: Self.fileName)
        let shipped = try ShippedFiles.locate().tables.appending(path: Self.fileName)
        let isOwn = FileManager.default.fileExists(atPath: own.path)
        let bytes = try Data(contentsOf: isOwn ? own : shipped)
        do {
            try self.init(Array(bytes))
        } catch {
            throw CommandFailure(error.sentence)
        }
    }
}

extension PortfolioSources {
    /// The same that also tell leaders how much of cooperation waits.
    func telling(of cooperation: CooperationFeature) -> PortfolioSources {
        var sources = self
        sources.waiting = { day, reader in
            let count = try cooperation.count(on: day, reader)
            guard count.waiting > 0 else { return [] }
            let words = Site.Words(
                "Kerja sama menunggu: \(count.waiting), lewat waktu \(count.late)",
                "Cooperation waiting: \(count.waiting), late \(count.late)"
            )
            return [WaitingWork(words, "/kerja/kerja-sama")]
        }
        return sources
    }
}

extension RegencyFolder {
    /// What is wrong with the folder's own `kerja-sama.yaml`; nothing where there is none.
    func findingsOfCooperation() -> [Diagnostic] {
        guard let text = text(CooperationRules.fileName) else { return [] }
        do {
            _ = try CooperationRules(Array(text.utf8))
            return []
        } catch {
            return [
                Diagnostic(
                    code: FormCode.notRulesOfCooperation.rawValue,
                    place: Place(file: CooperationRules.fileName, line: 1, column: 1),
                    sentence: error.sentence
                )
            ]
        }
    }
}
