import Ledger
import Stories
import Testing

@Suite struct LeftoversTests {
    private let stall = OpaqueID(high: 1, low: 1)
    private let month: Int64 = 30 * 24 * 60

    @Test(arguments: Backend.all)
    func `keys of commands go after their days, those of submissions stay`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            try await store.stall(stall, .open(name: "Warung Sari")) {
                $0.command = .draft(OpaqueID(high: 9, low: 9), content: [1])
            }
            for day: Int64 in 0..<3 {
                var append = Append(
                    at: .minute(day * 24 * 60),
                    by: .system,
                    expecting: [Stream(Stall.kind, stall): Version(day + 1)]
                )
                append.command = CommandKey([UInt8(day)], content: [7])
                try append.add(Decision([Stall.Fact.sold(1)]), to: Stream(Stall.kind, stall))
                _ = try await store.append(append)
            }
            #expect(try await store.dump(["commands"]).count == 4)
            try await Leftovers(store).sweep(at: .minute(month + 24 * 60))
            let kept = try await store.dump(["commands"])
            #expect(kept.count == 2)
            try await Leftovers(store).sweep(at: .minute(month * 100))
            #expect(try await store.dump(["commands"]).count == 1)
        }
    }

    @Test(arguments: Backend.all)
    func `an effect goes a month after it was done, an open one never`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            // More than are removed at once.
            let effects = (1...1_200).map {
                Effect(kind: "mail", key: OpaqueID(high: 7, low: UInt64($0)), about: ["a"])
            }
            try await store.stall(stall, .open(name: "Warung Sari")) { $0.effects = effects }
            let outbox = Outbox(store)
            let leased = try await outbox.lease(
                ["mail"],
                at: .minute(0),
                until: .minute(5),
                limit: effects.count
            )
            #expect(leased.map(\.effect) == effects)
            for one in leased.dropLast(2) {
                _ = try await outbox.done(one, at: .minute(0))
            }
            _ = try await outbox.done(leased[1198], at: .minute(1))
            try await Leftovers(store).sweep(at: .minute(month - 1))
            #expect(try await store.dump(["outbox"]).count == 1_200)
            try await Leftovers(store).sweep(at: .minute(month))
            #expect(try await store.dump(["outbox"]).count == 2)
            try await Leftovers(store).sweep(at: .minute(month * 100))
            #expect(try await store.dump(["outbox"]).count == 1)
        }
    }

    @Test(arguments: Backend.all)
    func `tries are forgotten after two days, but not while they block`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            let throttles = Throttles(store)
            _ = try await throttles.attempt("number", [1], at: .minute(0))
            for _ in 0..<5 {
                _ = try await throttles.attempt("number", [2], at: .minute(0))
            }
            try await Leftovers(store).sweep(at: .minute(2 * 24 * 60))
            #expect(try await store.dump(["throttles"]).count == 2)
            try await Leftovers(store).sweep(at: .minute(2 * 24 * 60 + 1))
            #expect(try await store.dump(["throttles"]).isEmpty)
        }
    }
}
