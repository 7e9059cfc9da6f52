import Blueprints
import Coffee
import Comparing
import Cooperation
import Evidence
import Foundation
import Hummingbird
import HummingbirdCore
import Keeping
import Ledger
import Logging
import Newsroom
import Notices
import Office
import People
import Portfolio
import Privacy
import Satisfaction
import Server
import ServiceLifecycle
import Services
import Site
import Stories
import UnixSignals
import Workshop

/// The composition root of a running site: every part is put together here, once.
struct RunningSite {
    let base: String
    let name: String
    let isDemo: Bool
    private let record: OpenRecord
    private let folder: RegencyFolder
    private let feature: ServicesFeature
    private let satisfaction: SatisfactionFeature
    private let portfolio: PortfolioFeature
    private let newsroom: NewsroomFeature
    private let people: PeopleFeature
    private let keeping: KeepingFeature
    private let cooperation: CooperationFeature
    private let comparison: ComparisonFeature
    private let coffee: CoffeeFeature
    private let reception: ReceptionDesk
    private let serving: ServingSettings
    private let zone: Zone
    private let notices: NoticeSettings
    private let copies: CopiesOfRecord
    private let about: NodeNote.About

    init(
        record: OpenRecord,
        folder: RegencyFolder,
        serving: ServingSettings,
        listening: Listening
    ) async throws {
        let named = serving.settings.publicURL
        let keeper = InForceKeeper(
            base: listening.base,
            named: named,
            isPractice: serving.isPractice
        )
        let force = try await record.store.read { reader in try keeper.current(reader) }
        let installation = force.installation
        // The names of cookies stay until the next start: they say whether the line is safe.
        let cookies = SiteCookies(
            installation: force.regency.code + (serving.isPractice ? "latihan" : ""),
            isSecure: installation.base.hasPrefix("https://")
        )
        self.serving = serving
        (zone, base) = (force.zone, installation.base)
        (name, isDemo) = (force.regency.name, force.regency.isDemo)
        self.record = record
        self.folder = folder
        var parts = record.parts(base: listening.base, folder, cookies)
        let now = parts.now
        parts.named = named
        parts.notices =
            serving.isPractice ? .deskOnly : NoticeSettings.read(folder: folder.root).settings
        parts.isPractice = serving.isPractice
        notices = parts.notices
        let survey = SurveyDesk(store: record.store, keys: record.keys, now: now)
        parts.afterEnd = { try await survey.offer($0, $1) }
        let (store, zone) = (record.store, force.zone)
        parts.keptPromises = {
            try await store.glance { try $0.keptPromises(on: zone.day(now())) }
        }
        let feature = ServicesFeature(parts)
        self.feature = feature
        let weights = keeper.surveyWeights
        var satisfaction = SatisfactionFeature(survey, feature.surroundings, weights: weights)
        let sources = PortfolioSources(feature.surroundings, keeper, satisfaction)
        satisfaction.besides = { try VolumesForEverybody($0, sources, on: zone.day(now())) }
        self.satisfaction = satisfaction
        newsroom = record.newsroom(beside: feature)
        cooperation = try CooperationFeature(beside: feature, folder, in: zone)
        comparison = ComparisonFeature(beside: feature, keeper, satisfaction)
        coffee = try CoffeeFeature(beside: feature, keeper, folder, cookies)
        let told = sources.telling(of: cooperation).tellingOfCoffee()
        portfolio = PortfolioFeature(store: record.store, sources: told, now: now)
        people = record.people(beside: feature, cookies)
        copies = CopiesOfRecord(record, folder, serving, isSample: serving.isPractice || isDemo)
        about = try SettingsOfNode.about(folder, serving.settings)
        keeping = Self.keeping(feature, copies)
        let tokens = FormToken(key: record.keys.mark("form", []))
        var reception = Self.reception(installation, cookies, tokens, now)
        reception.installation = { feature.installation ?? installation }
        reception.trusted = serving.settings.trusted ?? .thisMachine
        self.reception = reception
    }

    private static func reception(
        _ installation: Installation,
        _ cookies: SiteCookies,
        _ tokens: FormToken,
        _ now: @Sendable @escaping () -> Instant
    ) -> ReceptionDesk {
        ReceptionDesk(
            installation,
            cookies: cookies,
            tokens: tokens,
            now: now,
            random: randomBytes
        )
    }

    private static func keeping(
        _ feature: ServicesFeature,
        _ copies: CopiesOfRecord
    ) -> KeepingFeature {
        KeepingFeature(
            store: feature.store,
            surroundings: feature.surroundings,
            workshop: copies.folder.workshop,
            calendarEffects: feature.calendarEffects,
            machine: { copies.machine },
            troubles: { try await feature.troublesOfChannels() },
            duties: { try PrivacyFeature.duties(at: $0, $1) },
            guarded: EvidenceFeature.guarded(beside: feature),
            now: feature.now
        )
    }

    /// From the system, eight bytes for each call into it.
    private static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let words = (0..<(count + 7) / 8).map { _ in generator.next() }
        return Array(words.flatMap { withUnsafeBytes(of: $0, Array.init) }.prefix(count))
    }

    /// Answers requests, keeps the views and runs the clock until a signal asks to stop.
    ///
    /// `announce` is told once the site listens, so whoever reads it may come at once.
    ///
    /// - Parameter certificate: what the lines are secured by; nil for plain ones.
    func run(
        on listening: Listening,
        securedBy certificate: RenewedCertificate?,
        announce: @escaping @Sendable () -> Void
    ) async throws {
        let logger = Logger(label: "serasan")
        let site = Application(
            responder: Admission(
                .processors(ProcessInfo.processInfo.activeProcessorCount),
                isSecure: reception.cookies.isSecure,
                before: Reception(reception, before: router().buildResponder())
            ),
            server: lines(securedBy: certificate),
            configuration: .init(
                address: .hostname(listening.host, port: listening.port),
                serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    serving.mostConnections
                )
            ),
            onServerRunning: { _ in announce() },
            logger: logger
        )
        var group = ServiceGroupConfiguration(
            services: (works(logger) + [site]).map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        for service in guarding(certificate, logger) + backingUp(logger) {
            group.services.append(service)
        }
        // What was accepted is finished; a body that never ends does not hold up the end.
        group.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: group).run()
    }

    /// What goes on beside the answers to visitors.
    private func works(_ logger: Logger) -> [any Service] {
        let takesWork = takesWork
        return [
            ViewKeeping(store: record.store, logger: logger),
            ClockOfCases(feature: feature, takesWork: takesWork, logger: logger),
            CarryingNotices(feature: feature, takesWork: takesWork, logger: logger),
            Recounting(feature: feature, takesWork: takesWork, logger: logger),
            MovingCases(feature: feature, takesWork: takesWork, logger: logger),
            HandingBack(feature: feature, people: people, takesWork: takesWork, logger: logger),
            Sweeping(
                feature: feature,
                store: record.store,
                takesWork: takesWork,
                logger: logger
            ),
            KeepingCheckpoints(
                store: record.store,
                keys: record.keys,
                now: feature.now,
                takesWork: takesWork,
                logger: logger
            ),
            HandingOver(
                post: CheckpointPost(beside: feature, notices),
                partners: PartnerPost(beside: feature, notices),
                takesWork: takesWork,
                logger: logger
            ),
        ]
    }

    /// Whether this node takes on what is due by the clock.
    private var takesWork: @Sendable () -> Bool {
        let record = record
        return { record.takesWork }
    }

    /// Every address of every feature.
    func router() -> Router<VisitContext> {
        let router = Router(context: VisitContext.self)
        router.addAssets()
        let health = HealthAnswer(
            record: record,
            folder: folder,
            copies: copies,
            now: feature.now
        )
        router.get("healthz") { _, context in try await health.answer(to: context.sender) }
        Metrics(
            store: record.store,
            keys: record.keys,
            copies: copies,
            shared: record.shared,
            readers: serving.settings.metricsFrom
        ).add(to: router)
        feature.add(to: router)
        satisfaction.add(to: router)
        portfolio.add(to: router)
        newsroom.add(to: router)
        people.add(to: router)
        keeping.add(to: router)
        workshop.add(to: router)
        CatalogueFeature(beside: feature, folder, serving.settings).tellingOfEvidence()
            .add(to: router)
        ExchangeFolder(of: folder).offeredEvidence.add(to: router)
        PrivacyFeature(beside: feature, coffee).add(to: router)
        cooperation.add(to: router)
        comparison.add(to: router)
        coffee.add(to: router)
        EvidenceFeature(beside: feature, notices).add(to: router)
        router.addOpenData(feature.datasets + satisfaction.datasets)
        return router
    }

    private func lines(securedBy certificate: RenewedCertificate?) -> HTTPServerBuilder {
        // A line on which nothing comes is closed, whether in a head, in a body or between.
        let configuration = HTTP1Channel.Configuration(
            idleTimeout: .seconds(Int64(serving.idleSeconds))
        )
        return certificate.map { HTTPServerBuilder.secured(by: $0, configuration) }
            ?? .http1(configuration: configuration)
    }

    private var workshop: WorkshopFeature {
        WorkshopFeature(beside: feature, record.keys, serving.settings)
    }

    /// Backups, young keys, partners' catalogues; a practice copy has nothing to lose or to ask.
    private func backingUp(
        _ logger: Logger
    ) -> [ServiceGroupConfiguration.ServiceConfiguration] {
        guard !serving.isPractice else { return [] }
        return keepingCopies(logger) + [
            .init(
                service: RemindingKeepers(
                    mail: CareMail(
                        of: TroublesOfNode(record: record, copies: copies),
                        beside: feature,
                        notices
                    ),
                    takesWork: takesWork,
                    isOutdated: { [store = record.store] in store.isOutdated },
                    logger: logger
                )
            ),
            .init(
                service: AskingPartners(
                    workshop: workshop,
                    takesWork: takesWork,
                    logger: logger
                )
            ),
            .init(service: ComparingAtNight(folder: folder, zone: zone, logger: logger)),
        ]
    }

    /// Young keys and safe copies: a server is backed up by its own tools, and its nodes have to
    /// hear of each other's keys.
    private func keepingCopies(
        _ logger: Logger
    ) -> [ServiceGroupConfiguration.ServiceConfiguration] {
        let settings = serving.settings
        if let clock = record.shared {
            let sharing = SharingKeys(
                store: record.store,
                folder: folder,
                settings: settings,
                clock: clock,
                logger: logger
            )
            let inStep = KeepingInStep(
                store: record.store,
                clock: clock,
                about: about,
                logger: logger
            )
            return [.init(service: inStep), .init(service: sharing)]
        }
        let backingUp = BackingUp(
            store: record.store,
            folder: folder,
            settings: settings,
            logger: logger
        )
        let verifying = VerifyingPlaces(folder: folder, settings: settings, logger: logger)
        return [.init(service: backingUp), .init(service: verifying)]
    }

    /// What goes with secured lines: renewal, and the way for those who come without.
    private func guarding(
        _ certificate: RenewedCertificate?,
        _ logger: Logger
    ) -> [ServiceGroupConfiguration.ServiceConfiguration] {
        guard let certificate else { return [] }
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: CertificateKeeping(certificate, logger: logger))
        ]
        if let port = serving.settings.redirectPort {
            services.append(
                .init(
                    service: Application(
                        responder: Redirection(to: base),
                        server: .http1(configuration: .init(idleTimeout: .seconds(10))),
                        configuration: .init(
                            address: .hostname(serving.host, port: port),
                            serverName: nil,
                            availableConnectionsDelegate: MaximumAvailableConnections(200)
                        ),
                        logger: logger
                    )
                )
            )
        }
        return services
    }
}
