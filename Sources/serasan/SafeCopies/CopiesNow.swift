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

    /// The record is backed up by the tools of its server; the places get the keyring alone.
    let isOnServer: Bool
    let now: Instant

    /// The worst of everything.
    var level: Finding.Level { findings(folder: "").worst }

    /// One line for each thing, as `serasan doctor` tells them.
    func findings(folder: String) -> [Finding] {
        var found: [Finding] = []
        if isOnServer {
            found += [.backedUpByServer] + Finding.keyrings(states, at: now, isSample: isSample)
        } else {
            if !mayUsePlaces { found.append(.notTakenOver(folder)) }
            found += Finding.backups(states, at: now) + Finding.readings(states, at: now)
            if let few = Finding.places(states.count, isSample: isSample) { found.append(few) }
        }
        if let age, !isSample { found.append(Finding(age)) }
        return found
    }

    /// What is red, in sentences without paths.
    var troubles: [NodeTrouble] {
        var found = isOnServer ? keyringTroubles : backupTroubles
        if let age, age.wellness == .broken {
            found.append(NodeTrouble("drill", age.words.indonesian, isShared: true))
        }
        return found
    }

    private var backupTroubles: [NodeTrouble] {
        var found: [NodeTrouble] = []
        if !mayUsePlaces {
            found.append(
                own("places", "Hasil pemulihan ini belum memakai tempat cadangan yang lama.")
            )
        }
        for (number, state) in states.enumerated() {
            let name = "Tempat cadangan \(state.shortName)"
            if state.level(at: now) == .danger {
                found.append(own("backup.\(number)", "\(name): tidak ada cadangan yang baru."))
            }
            if state.unread != nil {
                found.append(own("unread.\(number)", "\(name): tidak terbaca."))
            }
        }
        if states.count < 2 { found.append(own("few", "Belum ada dua tempat cadangan.")) }
        return found
    }

    private var keyringTroubles: [NodeTrouble] {
        states.enumerated().filter { $0.element.level(at: now) == .danger }
            .map { number, state in
                own(
                    "keyring.\(number)",
                    "Tempat gantungan kunci \(state.shortName): tidak ada yang baru."
                )
            }
    }

    private func own(_ what: String, _ sentence: String) -> NodeTrouble {
        NodeTrouble(Code("copies.\(what)") ?? "copies", sentence, isShared: false)
    }

    /// What `/healthz` adds for whoever sits at this machine.
    func json() throws -> String {
        let told = Told(
            state: level.mark,
            takenOver: mayUsePlaces || isOnServer,
            drillDays: age?.days,
            places: states.map { state in
                Told.Place(
                    name: state.shortName,
                    state: (isOnServer
                        ? state.level(at: now)
                        : max(state.level(at: now), readingLevel(of: state))).mark,
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
