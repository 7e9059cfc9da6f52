import Blueprints
import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

/// A service that this regency and others have in common.
struct CommonService: Sendable {
    let service: EvidenceService

    /// The names of the others.
    let partners: [String]
}

extension EvidenceService {
    /// Whether a line of a partner speaks about the same service: under the name of whoever
    /// published it, or of a regency that adapted it into a package of its own.
    func isSame(as line: EvidenceStatement.Line) -> Bool {
        line.service == code && line.blueprint.name == blueprint.name
    }

    var page: Address {
        let name = blueprint.name.text
        return "/kelola/studi-banding/\(blueprint.publisher)/\(name)/\(code)"
    }

    /// A page under that of the comparison.
    func page(_ part: String) -> Address {
        let name = blueprint.name.text
        return "/kelola/studi-banding/\(blueprint.publisher)/\(name)/\(code)/\(part)"
    }
}

extension ComparisonFeature {
    /// As many quarters as are looked at: two years.
    static let quartersShown = 8

    /// The last quarter that is over on a day.
    static func last(on day: Day) -> Quarter { Quarter(of: day).before }

    func common(_ reader: Ledger.Reader, on day: Day) throws -> [CommonService] {
        let theirs = try reader.recordedStatements().filter { !$0.isOurs }
        return try sources.services(reader, Self.last(on: day)).compactMap { service in
            let partners = Set(
                theirs.filter { $0.statement.lines.contains(where: service.isSame) }
                    .map(\.statement.regency)
            )
            guard !partners.isEmpty else { return nil }
            return CommonService(service: service, partners: partners.sorted())
        }
    }

    /// The service that an address names; refused where it is not here.
    func service(
        _ context: some SiteContext,
        _ reader: Ledger.Reader,
        on day: Day
    ) throws -> EvidenceService {
        let words = ["ruang", "nama", "layanan"].compactMap { context.parameters.get($0) }
        guard words.count == 3, let name = BlueprintName(reading: "\(words[0])/\(words[1])"),
            let found = try sources.services(reader, Self.last(on: day))
                .first(where: { $0.blueprint == name && $0.code.text == words[2] })
        else { throw ComparisonRefusal.noSuchService }
        return found
    }

    func compared(
        _ service: EvidenceService,
        _ regency: RegencyNow,
        _ reader: Ledger.Reader
    ) throws -> ComparedService {
        let own = try sources.own(reader)
        let statements = try reader.recordedStatements()
        let ours = try self.ours(service, regency, own, statements, reader)
        let theirs = try self.theirs(service, statements, reader)
        let regencies = [ours] + theirs
        let named = Set(regencies.flatMap(\.cells.keys)).sorted(by: >)
        let replica = try sources.replica(reader, service)
        let replication = try self.replication(of: service, reader)
        return ComparedService(
            service: service,
            regencies: regencies,
            quarters: Array(named.prefix(Self.quartersShown)),
            replica: replica,
            replication: replication,
            beforeAndAfter: beforeAndAfter(ours, replica, replication),
            agreements: try Code(service.blueprint.publisher).map { code in
                try sources.agreements(reader, code)
            } ?? [],
            use: try sources.use(reader, service.code),
            madeAt: now()
        )
    }

    /// Our own figures: as they were stated, else computed now by the same rule.
    private func ours(
        _ service: EvidenceService,
        _ regency: RegencyNow,
        _ own: String,
        _ statements: [RecordedStatement],
        _ reader: Ledger.Reader
    ) throws -> ComparedRegency {
        var cells: [Quarter: ComparedCell] = [:]
        for recorded in statements where recorded.isOurs {
            guard let line = recorded.statement.line(of: service.code) else { continue }
            cells[recorded.statement.quarter] = ComparedCell(line, in: recorded)
        }
        var quarter = Self.last(on: today(regency))
        for _ in 0..<Self.quartersShown {
            if cells[quarter] == nil, let cell = try computed(service, quarter, reader) {
                cells[quarter] = cell
            }
            quarter = quarter.before
        }
        return ComparedRegency(
            code: own,
            name: regency.installation.regency,
            isOurs: true,
            cells: cells,
            adapted: service.adapted,
            isOrigin: service.blueprint.publisher == own,
            version: service.version
        )
    }

    /// Nil where nothing came in and nothing was decided.
    private func computed(
        _ service: EvidenceService,
        _ quarter: Quarter,
        _ reader: Ledger.Reader
    ) throws -> ComparedCell? {
        let services = try sources.services(reader, quarter)
        let counted = try sources.counted(reader, quarter, services.map(\.code), service.code)
        guard let exact = counted[service.code], exact.received + exact.decided > 0,
            let figures = EvidenceGrid(counted).lines[service.code],
            let then = services.first(where: { $0.code == service.code })
        else { return nil }
        return ComparedCell(
            figures: figures,
            version: then.version,
            digest: String(then.digest.prefix(8)),
            stated: nil,
            range: nil,
            isContradicted: false
        )
    }

    private func theirs(
        _ service: EvidenceService,
        _ statements: [RecordedStatement],
        _ reader: Ledger.Reader
    ) throws -> [ComparedRegency] {
        let others = Dictionary(
            grouping: statements.filter { !$0.isOurs },
            by: \.statement.publisher
        )
        return try others.compactMap { code, recorded in
            let told = recorded.compactMap { one in
                one.statement.lines.first(where: service.isSame).map { (one, $0) }
            }
            guard let (newest, line) = told.last else { return nil }
            var cells: [Quarter: ComparedCell] = [:]
            for (one, line) in told { cells[one.statement.quarter] = ComparedCell(line, in: one) }
            let isDerived = line.blueprint != service.blueprint
            return ComparedRegency(
                code: code,
                name: newest.statement.regency,
                isOurs: false,
                cells: cells,
                adapted: line.adapted
                    + (isDerived ? try sources.differences(reader, service, line) : []),
                isOrigin: line.blueprint == service.blueprint
                    && line.blueprint.publisher == code,
                version: line.version
            )
        }
        .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    /// Before: what officials know of the time before, else the last quarter without the replica.
    private func beforeAndAfter(
        _ ours: ComparedRegency,
        _ replica: Replica?,
        _ replication: LoadedReplication
    ) -> BeforeAndAfter {
        var both = BeforeAndAfter()
        if let baseline = replication.state.baseline {
            both.before = .init(baseline, from: replication.source, sources.quality)
        }
        guard let replica else { return both }
        let opened = Quarter(of: replica.installed)
        if both.before == nil, let cell = ours.cells[opened.before] {
            both.before = .init(cell, of: opened.before, sources.quality)
        }
        if let quarter = ours.cells.keys.filter({ $0 > opened }).max(),
            let cell = ours.cells[quarter]
        {
            both.after = .init(cell, of: quarter, sources.quality)
        }
        return both
    }
}

extension ComparedCell {
    init(_ line: EvidenceStatement.Line, in recorded: RecordedStatement) {
        self.init(
            figures: line.figures,
            version: line.version,
            digest: String(line.digest.prefix(8)),
            stated: recorded.statement.issued,
            range: recorded.statement.range,
            isContradicted: recorded.isContradicted
        )
    }
}

extension BeforeAndAfter.Side {
    init(_ cell: ComparedCell, of quarter: Quarter, _ quality: (Int) -> String) {
        self.init(
            origin: quarter.words,
            received: Measured(cell.figures.received),
            inTime: Measured(cell.figures.shareInTime),
            medianDays: Measured(days: cell.figures.medianDays),
            index: Measured(index: cell.figures.satisfaction?.hundredths, quality)
        )
    }

    init(_ baseline: Baseline, from source: String, _ quality: (Int) -> String) {
        let received = baseline.received.map { PublishedCount.count($0) }
        self.init(
            origin: Words(
                "\(source), \(DateWords.date(baseline.on, in: .indonesian))",
                "\(source), \(DateWords.date(baseline.on, in: .english))"
            ),
            received: received.map { Measured($0) } ?? .unknown,
            inTime: Measured(percent: baseline.inTime),
            medianDays: Measured(days: baseline.medianDays),
            index: Measured(index: baseline.index, quality)
        )
    }
}
