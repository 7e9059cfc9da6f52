import Foundation
import Keeping
import Ledger
import Server
import Site
import Stories

/// How the safe copies of a record stand: each place, the drills, whether it may use its places.
struct CopiesNow {
    let states: [TargetState]
    let age: DrillAge?
    let mayUsePlaces: Bool

    /// A sample regency or a practice copy has nothing to lose.
    let isSample: Bool
    let now: Instant

    /// The worst of everything.
    var level: Finding.Level { findings(folder: "").worst }

    /// One line for each thing, as `serasan doctor` tells them.
    func findings(folder: String) -> [Finding] {
        var found: [Finding] = []
        if !mayUsePlaces { found.append(.notTakenOver(folder)) }
        found += Finding.backups(states, at: now) + Finding.readings(states, at: now)
        if let few = Finding.places(states.count, isSample: isSample) { found.append(few) }
        if let age, !isSample { found.append(Finding(age)) }
        return found
    }

    /// What is red, in sentences without paths.
    var troubles: [String] {
        var found: [String] = []
        if !mayUsePlaces {
            found.append("Hasil pemulihan ini belum memakai tempat cadangan yang lama.")
        }
        for state in states {
            if state.level(at: now) == .danger {
                found.append("Tempat cadangan \(state.shortName): tidak ada cadangan yang baru.")
            }
            if state.unread != nil {
                found.append("Tempat cadangan \(state.shortName): tidak terbaca.")
            }
        }
        if states.count < 2 { found.append("Belum ada dua tempat cadangan.") }
        if let age, age.wellness == .broken { found.append(age.words.indonesian) }
        return found
    }

    /// What `/healthz` adds for whoever sits at this machine.
    func json() throws -> String {
        let told = Told(
            state: level.mark,
            takenOver: mayUsePlaces,
            drillDays: age?.days,
            places: states.map { state in
                Told.Place(
                    name: state.shortName,
                    state: max(state.level(at: now), readingLevel(of: state)).mark,
                    seconds: state.made.map { now.seconds(since: Instant(milliseconds: $0)) },
                    readSeconds: state.read.map {
                        now.seconds(since: Instant(milliseconds: $0))
                    }
                )
            }
        )
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(told), as: UTF8.self)
    }

    /// A place that nothing was brought to yet has nothing to read.
    private func readingLevel(of state: TargetState) -> Finding.Level {
        state.made == nil ? .danger : state.levelOfReading(at: now)
    }

    private struct Told: Encodable {
        let state: String
        let takenOver: Bool
        let drillDays: Int?
        let places: [Place]

        struct Place: Encodable {
            let name: String
            let state: String
            let seconds: Int64?
            let readSeconds: Int64?
        }
    }
}

extension Finding.Level {
    /// In one word for programs.
    fileprivate var mark: String {
        switch self {
        case .fine: "ok"
        case .attention: "attention"
        case .danger: "danger"
        }
    }
}

extension Finding {
    /// How long ago a restore was tried.
    init(_ age: DrillAge) {
        let level: Level =
            switch age.wellness {
            case .well: .fine
            case .look: .attention
            case .broken: .danger
            }
        self.init(level, "restore-drill", age.words.indonesian)
    }
}
