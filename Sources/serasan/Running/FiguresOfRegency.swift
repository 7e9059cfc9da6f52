import Blueprints
import Exchange
import Ledger
import Office
import Portfolio
import Satisfaction
import Services
import Site
import Stories
import Synchronization

/// What was counted of the services of this regency, for whoever hands it on or puts it beside
/// what others say: counts of `Portfolio`, answers of `Satisfaction`, versions of publications.
struct FiguresOfRegency: Sendable {
    let keeper: InForceKeeper
    let satisfaction: SatisfactionFeature
    private let folders = KeptFolders()

    init(_ keeper: InForceKeeper, _ satisfaction: SatisfactionFeature) {
        self.keeper = keeper
        self.satisfaction = satisfaction
    }

    /// The services that take cases, each in the version in force as a quarter ended.
    ///
    /// What was published only later stands with its first version: what was counted before came
    /// from elsewhere, as invented cases do.
    func services(_ reader: Reader, _ quarter: Quarter) throws -> [EvidenceService] {
        let force = try keeper.current(reader)
        let end = force.zone.instant(quarter.after.first, minute: 0)
        let editions = Dictionary(grouping: try reader.editions(), by: \.name.text)
        return try force.services.filter { $0.elsewhere == nil }.compactMap { service in
            let published = editions[service.blueprint.description] ?? []
            guard let code = Code(service.id.text),
                let edition = published.last(where: { $0.at < end }) ?? published.first,
                let (folder, digest) = try folders.folder(edition, reader)
            else { return nil }
            return EvidenceService(
                code,
                title: service.title.indonesian,
                blueprint: service.blueprint,
                version: folder.publishedVersion,
                digest: digest,
                adapted: folder.adaptations(of: code.text)
            )
        }
    }

    /// What was counted of some services in a quarter; what is more than a count of one of them,
    /// or where none is named of all.
    func counted(
        _ reader: Reader,
        _ quarter: Quarter,
        of services: [Code],
        whole: Code? = nil
    ) throws -> [Code: CountedFigures] {
        let calendar = try keeper.current(reader).calendar
        var found: [Code: CountedFigures] = [:]
        for service in services {
            let isWhole = whole == nil || whole == service
            let sum = try reader.counted(
                of: service,
                in: quarter.months,
                isWhole ? calendar : nil
            )
            var figures = CountedFigures(
                received: sum.received,
                decided: sum.decided,
                inTime: min(sum.onTime, sum.decided),
                medianDays: sum.medianWorkingDays
            )
            if isWhole {
                figures.satisfaction = try answers(reader, service, quarter)
                figures.cost = try cost(reader, service, quarter)
            }
            found[service] = figures
        }
        return found
    }

    /// As far as the sample allows it to be told.
    private func answers(
        _ reader: Reader,
        _ service: Code,
        _ quarter: Quarter
    ) throws -> CountedFigures.Satisfaction? {
        let said = try satisfaction.figures(reader, units: nil, service: service, on: quarter.first)
        guard said.sample.isEnough, let index = said.index else { return nil }
        return .init(answers: said.sample.answers, hundredths: index.hundredths)
    }

    /// Of a year that was over as the quarter ended.
    private func cost(
        _ reader: Reader,
        _ service: Code,
        _ quarter: Quarter
    ) throws -> CountedFigures.Cost? {
        let last = quarter.number == 4 ? quarter.year : quarter.year - 1
        guard let cost = try reader.costedYear(of: service, upTo: last) else { return nil }
        let quarters = (1...4).compactMap { Quarter(year: cost.year, number: $0) }
        return .init(
            year: cost.year,
            amount: cost.amount,
            received: quarters.map { quarter in
                quarter.months.reduce(0) { $0 + (cost.received[$1] ?? 0) }
            }
        )
    }

    /// The blueprint of a service as it is in force, with what was done with its files.
    func replica(_ reader: Reader, _ service: EvidenceService) throws -> AdaptedFolder? {
        let name = service.blueprint.description
        guard let edition = try reader.editions().last(where: { $0.name.text == name }) else {
            return nil
        }
        return try folders.folder(edition, reader)?.folder
    }

    /// What would be stated of a quarter, from all that is recorded so far.
    func statement(
        _ reader: Reader,
        _ quarter: Quarter,
        by post: String,
        at now: Instant
    ) throws -> EvidenceStatement {
        let force = try keeper.current(reader)
        guard force.zone.instant(quarter.after.first, minute: 0) <= now else {
            throw EvidenceRefusal.quarterRuns
        }
        let services = try services(reader, quarter)
        let grid = EvidenceGrid(try counted(reader, quarter, of: services.map(\.code)))
        let head = try reader.head()
        let said = EvidenceHead(
            publisher: force.regency.code,
            regency: force.regency.name,
            quarter: quarter,
            issued: now,
            by: post,
            range: .init(
                first: 1,
                last: Int(head.size),
                head: Public(digest: head.root.bytes)
            )
        )
        guard let statement = EvidenceStatement(said, services, grid) else {
            throw EvidenceRefusal.nothingCounted
        }
        return statement
    }
}

/// The files of editions as they were parsed last: a page asks for the same ones quarter by quarter.
private final class KeptFolders: Sendable {
    /// A folder, with the digest of its publisher's files as they are packed.
    typealias Kept = (folder: AdaptedFolder, digest: String)

    private let kept = Mutex<[Public: Kept]>([:])
    private static let most = 64

    func folder(_ edition: PublishedEdition, _ reader: Reader) throws -> Kept? {
        if let found = kept.withLock({ $0[edition.content] }) { return found }
        guard let bytes = try reader.content(edition.content),
            let archive = FolderArchive(bytes: bytes)
        else { return nil }
        let folder = AdaptedFolder(archive, named: edition.name.text)
        let found = (folder, folder.packedDigest)
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[edition.content] = found
        }
        return found
    }
}
