import Blueprints
import Foundation
import Hummingbird
import HummingbirdCore
import Ledger
import Logging
import Notices
import Office
import Satisfaction
import ServiceLifecycle
import Services
import Site
import Stories
import UnixSignals

/// The composition root of a running site: every part is put together here, once.
struct RunningSite {
    let base: String
    let name: String
    let isDemo: Bool
    private let record: OpenRecord
    private let feature: ServicesFeature
    private let satisfaction: SatisfactionFeature
    private let reception: ReceptionDesk

    init(
        record: OpenRecord,
        folder: RegencyFolder,
        named: String?,
        listening: Listening
    ) async throws {
        let keeper = InForceKeeper(base: listening.base, named: named)
        let force = try await record.store.read { reader in try keeper.current(reader) }
        let installation = force.installation
        // The names of cookies stay until the next start: they say whether the line is safe.
        let cookies = SiteCookies(
            installation: force.regency.code,
            isSecure: installation.base.hasPrefix("https://")
        )
        let now: @Sendable () -> Instant = { .now }
        base = installation.base
        name = force.regency.name
        isDemo = force.regency.isDemo
        self.record = record
        var parts = ServicesFeature.Parts(
            store: record.store,
            files: record.files,
            keys: record.keys,
            cookies: cookies,
            base: listening.base,
            folder: folder.data.path,
            now: now
        )
        parts.named = named
        parts.notices = NoticeSettings.read(folder: folder.root).settings
        let survey = SurveyDesk(store: record.store, keys: record.keys, now: now)
        parts.afterEnd = { try await survey.offer($0, $1) }
        let feature = ServicesFeature(parts)
        self.feature = feature
        satisfaction = SatisfactionFeature(survey, feature.surroundings) { reader in
            let chosen = try keeper.current(reader).regency.surveyWeight
            return chosen.flatMap(WeightPolicy.init(rawValue:)) ?? .exact
        }
        var reception = ReceptionDesk(
            installation,
            cookies: cookies,
            tokens: FormToken(key: record.keys.mark("form", [])),
            now: now,
            random: { count in
                // Eight bytes for each call into the system.
                var generator = SystemRandomNumberGenerator()
                let words = (0..<(count + 7) / 8).map { _ in generator.next() }
                return Array(words.flatMap { withUnsafeBytes(of: $0, Array.init) }.prefix(count))
            }
        )
        reception.installation = { feature.installation ?? installation }
        self.reception = reception
    }

    /// Answers requests, keeps the views and runs the clock until a signal asks to stop.
    ///
    /// `announce` is told once the site listens, so whoever reads it may come at once.
    func run(
        on listening: Listening,
        announce: @escaping @Sendable () -> Void
    ) async throws {
        let router = Router(context: VisitContext.self)
        router.addAssets()
        router.get("healthz") { _, _ in try await health() }
        feature.add(to: router)
        satisfaction.add(to: router)
        let logger = Logger(label: "serasan")
        let site = Application(
            responder: Reception(reception, before: router.buildResponder()),
            // A line on which nothing comes is closed, whether in a head, in a body or between.
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: .init(
                address: .hostname(listening.host, port: listening.port),
                serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)
            ),
            onServerRunning: { _ in announce() },
            logger: logger
        )
        var group = ServiceGroupConfiguration(
            services: [
                .init(service: ViewKeeping(store: record.store, logger: logger)),
                .init(service: ClockOfCases(feature: feature, logger: logger)),
                .init(service: CarryingNotices(feature: feature, logger: logger)),
                .init(service: Sweeping(feature: feature, logger: logger)),
                .init(service: site),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        // What was accepted is finished; a body that never ends does not hold up the end.
        group.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: group).run()
    }

    /// Far more than a regency's people at once, far less than a process may have.
    private static let mostConnections = 2000

    /// Well: the record answers, and no view has stopped.
    private func health() async throws -> Response {
        let head = try await record.store.head()
        let lags = try await record.store.lags()
        let stopped = lags.filter { $0.failedAt != nil }
        let behind = lags.map(\.behind).max() ?? 0
        let text =
            "{\"status\":\"\(stopped.isEmpty ? "ok" : "degraded")\",\"events\":\(head.size),"
            + "\"behind\":\(behind)}"
        return Answer.json(Array(text.utf8), status: stopped.isEmpty ? 200 : 503)
    }
}

/// Keeps the views that may be a second late.
struct ViewKeeping: Service {
    let store: RecordStore
    let logger: Logger

    func run() async throws {
        let (store, logger) = (store, logger)
        await cancelWhenGracefulShutdown {
            await store.keepViews(
                pause: { try await Task.sleep(for: .seconds(1)) },
                report: { error in
                    logger.error("view", metadata: ["error": "\(String(reflecting: error))"])
                }
            )
        }
    }
}

/// Clears away what nobody needs any more: drafts that ended, files that came to nothing.
struct Sweeping: Service {
    let feature: ServicesFeature
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // Never at the start, when people wait for the first answer.
            while !Task.isCancelled {
                do { try await Task.sleep(for: .seconds(6 * 3600)) } catch { break }
                do {
                    try await feature.drafts.sweep(at: feature.now())
                } catch {
                    logger.error("sweep", metadata: ["error": "\(String(reflecting: error))"])
                }
            }
        }
    }
}

/// Lets time pass for the cases: reminders, lateness, expiry.
struct ClockOfCases: Service {
    let feature: ServicesFeature
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await feature.runTimers()
                } catch {
                    logger.error("clock", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(20)) } catch { break }
            }
        }
    }
}
