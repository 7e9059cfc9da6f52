import Blueprints
import Cooperation
import Exchange
import Foundation
import Office
import Portfolio
import Services
import Site
import Stories

extension CooperationFeature {
    /// The feature beside the services, under the rules of the folder, or the shipped ones.
    ///
    /// A file of the regency that cannot be read keeps no service from opening: agreements have
    /// their own rules, and none is begun until the file is put right.
    init(beside services: ServicesFeature, _ folder: RegencyFolder, in zone: Zone) throws {
        let (rules, trouble) = try CooperationRules.read(folder.root)
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            files: services.files,
            rules: rules,
            now: services.now
        )
        self.trouble = trouble
        roots = RootsOfPartners()
        transfers = { agreement, reader in
            try reader.transfers(under: agreement).map { MadeTransfer($0, in: zone) }
        }
    }
}

extension MadeTransfer {
    /// What the exchange has recorded, as an agreement's page tells it.
    init(_ listed: ListedTransfer, in zone: Zone) {
        let made = listed.made
        let version =
            switch made.what {
            case .package: made.version.text
            case .proposal: "\(made.version) (usulan)"
            }
        self.init(
            TransferDirection(made.direction),
            made.blueprint,
            version: version,
            digest: hexadecimal(made.digest.digest),
            on: zone.day(listed.at),
            official: listed.by == Actor.system.id ? nil : listed.by
        )
    }
}

extension TransferDirection {
    init(_ direction: Transferred.Direction) {
        switch direction {
        case .incoming: self = .fromPartner
        case .outgoing: self = .toPartner
        }
    }
}

extension CooperationRules {
    /// Those of a folder: its own `kerja-sama.yaml`, else the ones that come with the program.
    static func read(_ folder: URL) throws -> (rules: CooperationRules, trouble: String?) {
        let own = folder.appending(path: fileName)
        var trouble: String?
        if FileManager.default.fileExists(atPath: own.path) {
            do {
                return (try CooperationRules(Array(Data(contentsOf: own))), nil)
            } catch let unreadable as Unreadable {
                trouble = unreadable.sentence
            } catch {
                trouble = "\(fileName) tidak bisa dibaca. Periksa izin berkasnya."
            }
        }
        let shipped = try ShippedFiles.locate().tables.appending(path: fileName)
        do {
            return (try CooperationRules(Array(Data(contentsOf: shipped))), trouble)
        } catch let unreadable as Unreadable {
            throw CommandFailure(unreadable.sentence)
        }
    }
}

extension PortfolioSources {
    /// The same that also tell leaders how much of cooperation waits.
    func telling(of cooperation: CooperationFeature) -> PortfolioSources {
        var sources = self
        sources.waiting = { day, reader in
            let count = try cooperation.count(on: day, reader)
            guard count.agreements + count.waiting > 0 else { return [] }
            let words = Site.Words(
                "Kerja sama: \(count.agreements). Perlu dikerjakan \(count.waiting), "
                    + "lewat waktu \(count.late).",
                "Agreements: \(count.agreements). To be done \(count.waiting), late \(count.late)."
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
