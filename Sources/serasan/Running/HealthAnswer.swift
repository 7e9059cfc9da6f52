import Evidence
import Hummingbird
import Ledger
import Notices
import Server
import Services
import Site
import Stories

/// What `/healthz` answers.
struct HealthAnswer: Sendable {
    let record: OpenRecord
    let folder: RegencyFolder
    let copies: CopiesOfRecord
    let now: @Sendable () -> Instant

    /// How much has happened here is for whoever sits at this machine.
    func answer(to sender: String) async throws -> Response {
        let isHere = sender == "127.0.0.1" || sender == "::1"
        try await record.store.lookForNewerProgram()
        let head = try await record.store.head()
        let lags = try await record.store.lags()
        let health = health(lags)
        let behind = lags.map(\.behind).max() ?? 0
        let events = isHere ? "\"events\":\(head.size)," : ""
        var text = "{\"status\":\"\(health.status)\",\(events)\"behind\":\(behind)\(health.members)"
        if isHere { text += try await details() }
        return Answer.json(Array((text + "}").utf8), status: health.code)
    }

    private func health(_ lags: [ViewLag]) -> NodeHealth {
        var health = NodeHealth()
        health.clockBehind = record.clock.secondsBehind()
        health.clockAhead = record.shared?.secondsAhead ?? 0
        health.isOutdated = record.store.isOutdated
        health.stoppedViews = lags.filter { $0.failedAt != nil }.map(\.view.text)
        return health
    }

    private func details() async throws -> String {
        var text = ""
        // A mail server that is down or a turned row is no reason to turn citizens away.
        let stuck = try await record.store.glance { try $0.noticeTroubles() }
        if !stuck.isEmpty {
            let channels = stuck.map { "\"\($0.channel.rawValue)\"" }.joined(separator: ",")
            text += ",\"channels_failing\":[\(channels)]"
        }
        let differing = try ComparedViews.read(folder.data)?.names ?? []
        if !differing.isEmpty {
            let names = differing.map { "\"\($0)\"" }.joined(separator: ",")
            text += ",\"views_differing\":[\(names)]"
        }
        let past = try await record.store.glance { try $0.guardedByOthers() }
        text += ",\"witness_days\":\(past.days(at: now()).map(String.init) ?? "null")"
        return text + ",\"backups\":\(try await copies.now(at: now()).json())"
    }
}
