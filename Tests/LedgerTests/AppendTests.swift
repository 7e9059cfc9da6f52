import Ledger
import Stories
import Testing

@Suite struct AppendTests {
    let one = OpaqueID(high: 1, low: 1)
    let two = OpaqueID(high: 1, low: 2)
    var stream: Stories.Stream { Stream(Stall.kind, one) }

    @Test(arguments: Backend.all)
    func `what was decided is in the history, byte for byte`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            let appended = try await store.stall(one, .open(name: "Warung Sari"))
            #expect(appended == .recorded(Recorded(first: 1, count: 1, stream: stream)))
            try await store.stall(one, .sell(7))
            let history = try await store.history(of: stream)
            #expect(history.map(\.kind.text) == ["stall.opened", "stall.sold"])
            #expect(history.map(\.seq) == [1, 2])
            #expect(
                String(decoding: history[1].bytes, as: UTF8.self) == """
                    {"at":1795395600000,"by":"00000000000000000000000000000000","count":7,\
                    "kind":"stall.sold","stream":"stall/\(one)","version":2}
                    """
            )
            let (state, version) = try await store.state(of: stream, as: Stall.self)
            #expect(state.sales == 7)
            #expect(version == 2)
        }
    }

    /// A fact that says of itself what only the record may say.
    private struct Pretending: FactShape {
        let field: StaticString
        let kind: Code = "pretended"

        init(_ field: StaticString) { self.field = field }

        init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
            throw FactUnreadable("nobody reads it")
        }

        func write(to fields: inout FactWriter) { fields.put(field, Int64(7)) }
    }

    @Test func `a fact that writes a field of the record's own is refused, and nobody dies`()
        throws
    {
        let place = EventPlace(stream: stream, version: 1, at: .minute(1), by: .system)
        for field in ["at", "by", "kind", "stream", "version"] as [StaticString] {
            let error = #expect(throws: StoreError.self) {
                try NewEvent(Pretending(field), at: place)
            }
            #expect(error?.kind == .damaged, "\(field)")
        }
        #expect(try NewEvent(Pretending("count"), at: place).kind == "stall.pretended")
    }

    @Test(arguments: Backend.all)
    func `a stream that moved on is a conflict, and nothing is recorded`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            var late = Append(at: .minute(1), by: .system, expecting: [stream: 0])
            late.claims = [.unique(space: "number", key: [1])]
            try late.add(Decision([Stall.Fact.sold(1)]), to: stream)
            #expect(try await store.append(late) == .conflict(stream, now: 1))
            #expect(try await store.head().size == 1)
            late.expecting[stream] = 1
            late.events = []
            try late.add(Decision([Stall.Fact.sold(1)]), to: stream)
            #expect(
                try await store.append(late)
                    == .recorded(Recorded(first: 2, count: 1, stream: stream))
            )
        }
    }

    @Test(arguments: Backend.all)
    func `a stream that was only read is watched too`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            let other = Stream(Stall.kind, two)
            let appended = try await store.stall(two, .open(name: "Kios Jaya")) {
                $0.expecting[Stream(Stall.kind, one)] = 0
            }
            #expect(appended == .conflict(stream, now: 1))
            #expect(try await store.history(of: other).isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `a unique key is taken once, and a counter counts without a gap`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            let key = Claim.unique(space: "number", key: [4, 2])
            let first = Claim.count(name: "register", was: 0)
            try await store.stall(one, .open(name: "a")) { $0.claims = [key, first] }
            let taken = try await store.stall(two, .open(name: "b")) { $0.claims = [key] }
            #expect(taken == .taken(key))
            let passed = try await store.stall(two, .open(name: "b")) { $0.claims = [first] }
            #expect(passed == .taken(first))
            let next = Claim.count(name: "register", was: 1)
            try await store.stall(two, .open(name: "b")) { $0.claims = [next] }
            #expect(try await store.read { try $0.counter("register") } == 2)
            #expect(try await store.head().size == 2)
        }
    }

    @Test(arguments: Backend.all)
    func `the same command twice leads to one result, other content is refused`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            let draft = OpaqueID(high: 9, low: 9)
            let recorded = Recorded(first: 1, count: 1, stream: stream)
            var opening = Append(at: .minute(0), by: .system, expecting: [stream: 0])
            opening.command = .draft(draft, content: [1, 2, 3], holder: [7])
            try opening.add(Decision([Stall.Fact.sold(1)]), to: stream)
            #expect(try await store.append(opening) == .recorded(recorded))
            #expect(try await store.append(opening) == .repeated(recorded))
            opening.command = .draft(draft, content: [1, 2, 4])
            #expect(try await store.append(opening) == .otherContent)
            #expect(try await store.head().size == 1)
            // What it led to is told to its holder alone.
            for (holder, told) in [([7], recorded), ([8], nil), (nil, nil)]
                as [([UInt8]?, Recorded?)]
            {
                let asked = CommandKey.draft(draft, content: [], holder: holder)
                #expect(try await store.earlier(asked, at: .minute(1)) == told)
            }
        }
    }

    @Test(arguments: Backend.all)
    func `a command's key is forgotten after its days, and a refused command keeps none`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            func sell(_ seen: Version, _ minute: Int64, _ content: [UInt8]) throws(StoreError)
                -> Append
            {
                var append = Append(
                    at: .minute(minute),
                    by: .system,
                    expecting: [stream: seen]
                )
                append.command = CommandKey([7], content: content)
                try append.add(Decision([Stall.Fact.sold(1)]), to: stream)
                return append
            }
            let refused = try await store.append(sell(5, 0, [1]))
            #expect(refused == .conflict(stream, now: 0))
            #expect(
                try await store.append(sell(0, 0, [2]))
                    == .recorded(Recorded(first: 1, count: 1, stream: stream))
            )
            let month: Int64 = 30 * 24 * 60
            #expect(try await store.append(sell(1, month - 1, [3])) == .otherContent)
            #expect(
                try await store.append(sell(1, month, [3]))
                    == .recorded(Recorded(first: 2, count: 1, stream: stream))
            )
        }
    }

    @Test(arguments: Backend.all)
    func `of 64 callers at once only the failing one fails`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls, .stallSearch]) { _, store in
            let outcomes = await withTaskGroup(of: (UInt64, Appended?).self) { group in
                for number in 0..<64 as Range<UInt64> {
                    group.addTask {
                        let id = OpaqueID(high: 2, low: number)
                        let broken: [SQL] = number == 40 ? ["INSERT INTO nowhere VALUES (1)"] : []
                        do {
                            return (
                                number,
                                try await store.stall(id, .open(name: "Kios \(number)")) {
                                    $0.operations = broken
                                }
                            )
                        } catch {
                            return (number, nil)
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(outcomes.count == 63)
            #expect(outcomes[40] == nil)
            let events = try await store.read { try $0.events(after: 0, limit: 100) }
            #expect(events.map(\.seq) == Array(1...63))
            #expect(Set(events.map(\.stream.id.low)) == Set(0..<64).subtracting([40]))
        }
    }

    @Test(arguments: Backend.all)
    func `of 64 callers for one stream each loads afresh until all have sold`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        while case .conflict = try await store.stall(one, .sell(1)) {}
                    }
                }
                try await group.waitForAll()
            }
            let (state, version) = try await store.state(of: stream, as: Stall.self)
            #expect(state.sales == 64)
            #expect(version == 65)
        }
    }

    @Test(arguments: Backend.all)
    func `a duplicate at the same moment gets the first one's result`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            let outcomes = try await withThrowingTaskGroup(of: Appended.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        try await store.stall(one, .open(name: "Warung Sari")) {
                            $0.command = .draft(OpaqueID(high: 9, low: 9), content: [1])
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let recorded = Recorded(first: 1, count: 1, stream: stream)
            #expect(outcomes.count { $0 == .recorded(recorded) } == 1)
            #expect(outcomes.count { $0 == .repeated(recorded) } == 15)
        }
    }

    @Test(
        arguments: Backend.all,
        [Claim.unique(space: "kiosk", key: [1]), .count(name: "kiosks", was: 0)]
    )
    func `of 32 callers who claim the same at once one has it`(
        backend: Backend,
        claim: Claim
    ) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            let outcomes = try await withThrowingTaskGroup(of: Appended.self) { group in
                for number in 0..<32 as Range<UInt64> {
                    group.addTask {
                        let id = OpaqueID(high: 3, low: number)
                        // Every other one claims nothing, and nobody is in its way.
                        return try await store.stall(id, .open(name: "Kios \(number)")) {
                            if number.isMultiple(of: 2) { $0.claims = [claim] }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .taken(claim) } == 15)
            #expect(outcomes.count { if case .recorded = $0 { true } else { false } } == 17)
            #expect(try await store.head().size == 17)
        }
    }

    @Test(arguments: Backend.all)
    func `one append counts twice, and takes again what it frees`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            let (held, again) = (Claim.unique(space: "kiosk", key: [1]), OpaqueID(high: 1, low: 3))
            try await store.stall(one, .open(name: "Warung Sari")) { $0.claims = [held] }
            let both: [Claim] = [
                .count(name: "kiosks", was: 0), .count(name: "kiosks", was: 1), held,
                .free(space: "kiosk", key: [1]),
            ]
            let appended = try await store.stall(two, .open(name: "Warung Baru")) {
                $0.claims = both
            }
            #expect(
                appended == .recorded(Recorded(first: 2, count: 1, stream: Stream(Stall.kind, two)))
            )
            let third = try await store.stall(again, .open(name: "Warung Lama")) {
                $0.claims = [.count(name: "kiosks", was: 1)]
            }
            #expect(third == .taken(.count(name: "kiosks", was: 1)))
        }
    }

    @Test(arguments: Backend.all)
    func `a cancelled task drops its answer, never its command`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            let caller = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await store.stall(one, .open(name: "Warung Sari"))
            }
            _ = await caller.result
            let head = try await store.head()
            #expect(head.size == 1)
        }
    }

    @Test(arguments: Backend.all)
    func `a closed record refuses instead of waiting`(backend: Backend) async throws {
        let store = try await Bench(backend).open()
        try await store.close()
        let error = await #expect(throws: StoreError.self) {
            try await store.operate(["DELETE FROM throttles"])
        }
        #expect(error?.kind == .closed)
    }

    @Test func `an error says nothing by itself and all when asked`() {
        let error = StoreError(.damaged, "NIK 1603010101900001")
        #expect("\(error)" == "StoreError(damaged)")
        #expect(String(reflecting: error).contains("NIK 1603010101900001"))
    }
}
