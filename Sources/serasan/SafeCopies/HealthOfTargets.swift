import Backups
import Crypto
import Foundation
import Keeping
import Server
import Stories

/// What is known of the backups of each place: a file a place, beside the data.
///
/// Kept here and not read from the places: one that is not connected must show as old, not vanish.
struct HealthOfTargets {
    private let folder: RegencyFolder

    init(_ folder: RegencyFolder) { self.folder = folder }

    private var kept: URL {
        folder.data.appending(path: "cadangan-tempat", directoryHint: .isDirectory)
    }

    private func file(of target: String) -> URL {
        let digest = SHA256.hash(data: Data(target.utf8)).prefix(8)
        return kept.appending(path: "\(hexadecimal(Array(digest))).json")
    }

    /// What is known of these places, in their order.
    func states(of targets: [String]) throws -> [TargetState] {
        try targets.map { target in
            let path = file(of: target)
            guard FileManager.default.fileExists(atPath: path.path) else {
                return TargetState(target: target)
            }
            return try JSONDecoder().decode(TargetState.self, from: Data(contentsOf: path))
        }
    }

    /// Notes a backup that was made and read back.
    func note(_ made: MakingBackup.Outcome, in target: String, at now: Instant, took: Int) throws {
        try change(target) { state in
            state.made = now.milliseconds
            state.name = made.name.text
            state.bytes = made.bytes
            state.seconds = took
            state.failure = nil
        }
    }

    /// Notes that a place holds what another one does: it is as new as that one's last good one.
    func note(copyOf first: String, in target: String, took: Int) throws {
        let source = try states(of: [first])[0]
        try change(target) { state in
            state.made = source.made
            state.name = source.name
            state.bytes = source.bytes
            state.seconds = took
            state.failure = nil
        }
    }

    /// Notes that the newest keyring lies in a place.
    func note(keyringIn target: String, at now: Instant) throws {
        try change(target) { state in
            state.made = now.milliseconds
            state.failure = nil
        }
    }

    /// Notes why there is none; the last good one stays known.
    func note(failure: String, in target: String) throws {
        try change(target) { $0.failure = failure }
    }

    /// Notes that the newest backup of a place was read to its end; why not, where it could not.
    func note(read now: Instant, in target: String, failure: String? = nil) throws {
        try change(target) { state in
            state.readTried = now.milliseconds
            state.unread = failure
            if failure == nil { state.read = now.milliseconds }
        }
    }

    private func change(_ target: String, _ body: (inout TargetState) -> Void) throws {
        var state = try states(of: [target])[0]
        body(&state)
        try FileManager.default.createDirectory(
            at: kept,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try JSONEncoder().encode(state).write(to: file(of: target), options: .atomic)
    }
}

extension RegencyFolder {
    /// The places that the settings name, and what is known of each.
    func targets(_ names: [String]) -> [TargetState] {
        do {
            return try HealthOfTargets(self).states(of: names)
        } catch {
            // What cannot be read is as if nothing were known: that is shown as bad.
            return names.map { TargetState(target: $0) }
        }
    }
}

extension Machine.Place {
    init(_ state: TargetState, at now: Instant) {
        self.init(
            name: state.target,
            made: state.made.map { Instant(milliseconds: $0) },
            bytes: state.bytes,
            seconds: state.seconds,
            failure: state.failure,
            isLate: state.level(at: now) != .fine,
            isLost: state.level(at: now) == .danger
        )
        read = state.read.map { Instant(milliseconds: $0) }
        unread = state.unread
        isUnreadLong = state.read != nil && state.levelOfReading(at: now) != .fine
    }
}
