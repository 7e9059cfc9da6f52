package import Cases
package import Ledger
package import Stories

/// Which registers a restore locked, and how one goes on.
package struct LetterRegisterDesk: Sendable {
    let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    /// Lets a register go on after the last number of its book on paper.
    package func go(
        _ register: Code,
        onAfter last: Int64,
        by official: Actor,
        at now: Instant,
        in zone: Zone
    ) async throws {
        let stream = LetterRegisters.stream
        let (lock, was, version) = try await store.read { reader in
            (
                try reader.lockOfRegisters(in: zone),
                try reader.counter(register),
                try reader.state(of: stream, as: LetterRegisters.self).version
            )
        }
        guard let lock, lock.isOn(register) else { throw LetterRegistersRefusal.notLocked }
        let command = ContinuedRegister(
            register: register,
            origin: lock.origin,
            was: was,
            last: last
        )
        var append = try Append(
            LetterRegisters.decide(lock.continued, command, ()),
            to: stream,
            at: now,
            by: official,
            expecting: [stream: version]
        )
        // Nothing counts it up meanwhile: it is locked until this is recorded.
        append.operations.append(
            """
            INSERT INTO counters (name, value) VALUES (\(register), \(last)) \
            ON CONFLICT (name) DO UPDATE SET value = \(last)
            """
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .taken, .conflict, .otherContent: throw LetterRegistersRefusal.changedMeanwhile
        }
    }
}

/// What a restore of this log locked.
package struct LockOfRegisters: Hashable, Sendable {
    package let origin: OpaqueID

    /// The year of the restore: numbers of a later one cannot have been lost.
    package let year: Int
    package let continued: ContinuedRegisters

    package func isOn(_ register: Code) -> Bool {
        guard let year = register.text.split(separator: "/").last.flatMap({ Int($0) }) else {
            return false
        }
        return year <= self.year && continued.origins[register] != origin
    }
}

extension Reader {
    /// Nil where the log goes on from its first origin: nothing was lost.
    package func lockOfRegisters(in zone: Zone) throws -> LockOfRegisters? {
        for event in try history(of: LogStory.stream).reversed() {
            guard case .began(let origin) = try event.fact(LogFact.self) else { continue }
            guard origin.why != .first else { return nil }
            return LockOfRegisters(
                origin: origin.id,
                year: zone.day(event.at).parts.year,
                continued: try state(of: LetterRegisters.stream, as: LetterRegisters.self).state
            )
        }
        return nil
    }

    /// The register of letters of a unit in a year, by the name of its counter.
    package static func nameOfRegister(of unit: Code, in year: Int) -> Code? {
        Code("surat/\(unit)/\(year)")
    }
}
