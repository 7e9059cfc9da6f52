import Blueprints
import Cases
import Ledger
import Services
import Stories

// What people and the machine do in a simulated life.
extension SimulatedLife {
    /// Fills in one form, and sends it until somebody says that it came.
    func citizen(_ number: Int, _ until: Instant) async {
        let draft = drawn { OpaqueID(high: $0.next(), low: $0.next()) }
        promised.begins(draft)
        await scheduler.sleep(seconds: drawn { Int64($0.whole(1...86_400)) })
        var isSent = false
        while !isSent {
            // An impatient finger, or a queue of the phone beside the page.
            let taps = drawn { $0.happens(0.4) ? 3 : 1 }
            isSent = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<taps { group.addTask { await self.submit(number, draft) } }
                return await group.reduce(false) { $0 || $1 }
            }
            promised.hold()
            await scheduler.sleep(seconds: 30)
        }
        while scheduler.now < until {
            await scheduler.sleep(seconds: drawn { Int64($0.whole(3600...200_000)) })
            guard let id = promised.case(of: draft) else { continue }
            await act(on: id, as: .applicant) { state, numbers in
                switch state.phase {
                case .waiting: try .complete(answers: self.bytes(number), files: [])
                case .open where numbers.happens(0.05): .withdraw(reason: "Tidak jadi.")
                case .ended where numbers.happens(0.3): .object(reason: "Saya keberatan.")
                case .open, .ended, .signing, .unborn: nil
                }
            }
        }
    }

    private func bytes(_ citizen: Int) throws -> [UInt8] {
        try office.answers(of: citizen).canonicalBytes
    }

    private func submit(_ citizen: Int, _ draft: OpaqueID) async -> Bool {
        do {
            let answers = try office.answers(of: citizen)
            var new = NewCase(
                caseID: CaseID(drawn { OpaqueID(high: $0.next(), low: $0.next()) }),
                draft: draft,
                owner: "kel-contoh",
                channel: .online,
                received: scheduler.now,
                answers: answers.canonicalBytes
            )
            new.village = "16.03.02.1007"
            let sent = try await running().desk.submit(
                new,
                to: office.service,
                answers: answers,
                CaseDesk.Sending(now: scheduler.now, under: office.force)
            )
            switch sent {
            case .sent(let id), .sentBefore(let id): promised.told(draft, became: id)
            case .otherContent: promised.breaks("the same form was taken for another")
            }
            return true
        } catch {
            promised.met(error)
            return false
        }
    }

    /// Sees to cases that lie at their post.
    func officials(_ duty: Code, _ number: UInt64, _ until: Instant) async {
        let who = SimulatedOffice.official(duty, number)
        while scheduler.now < until {
            await scheduler.sleep(seconds: drawn { Int64($0.whole(600...20_000)) })
            let cases = promised.cases
            guard !cases.isEmpty else { continue }
            let id = drawn { $0.pick(cases) }
            await act(on: id, as: who) { state, numbers in
                switch (state.phase, state.place?.step.text) {
                case (.open, "periksa"?): Self.examination(&numbers)
                case (.open, _):
                    .act(ActRequest("terbit", in: "tanda_tangan"))
                case (.signing, _):
                    state.openLetter.map { letter in
                        numbers.happens(0.2)
                            ? .void(letter: letter.letter, reason: "Salah ketik.")
                            : .sign(
                                letter: letter.letter,
                                way: .scan,
                                file: OpaqueID(high: numbers.next(), low: numbers.next())
                            )
                    }
                case (.ended, _): state.awaitsAnswer ? .answerObjection("Tetap.") : nil
                case (.waiting, _), (.unborn, _): nil
                }
            }
        }
    }

    private static func examination(_ numbers: inout SeededNumbers) -> CaseCommand {
        var request = ActRequest("lengkap", in: "periksa")
        switch numbers.whole(0...9) {
        case 0, 1: return .take
        case 2: return .note("Sudah ditelepon.", for: .officials)
        case 3:
            request = ActRequest("kembali", in: "periksa")
            request.publicNote = "Foto KTP tidak terbaca."
        case 4:
            request = ActRequest("tolak", in: "periksa")
            request.reason = "Usahanya tidak ada di alamat itu."
        default: break
        }
        return .act(request)
    }

    /// Looks at a case, thinks for a while, and acts on what was seen.
    private func act(
        on id: CaseID,
        as who: Party,
        _ choose: (CaseState, inout SeededNumbers) throws -> CaseCommand?
    ) async {
        do {
            let before = try await running().store.state(of: id.stream, as: CaseStory.self)
            guard let command = try drawnThrowing({ try choose(before.state, &$0) }) else { return }
            await scheduler.sleep(seconds: drawn { Int64($0.whole(1...900)) })
            let asked = CaseDesk.Asked(
                command,
                on: id,
                seen: before.version,
                who: who,
                now: scheduler.now
            )
            if case .done(let state, let version) = try await running().desk.handle(asked) {
                promised.told(id, stands: version, state)
            }
        } catch { promised.met(error) }
        promised.hold()
    }

    private func drawnThrowing<T>(_ body: (inout SeededNumbers) throws -> T) throws -> T {
        try drawn { numbers in Result { try body(&numbers) } }.get()
    }

    // MARK: the machine

    func runClock(_ run: SimulatedRun) async throws {
        try await run.desk.runTimers(at: scheduler.now)
    }

    /// Carries what is to be told to somebody out into the world.
    @discardableResult
    func send(_ run: SimulatedRun) async throws -> Int {
        let kinds = promised.kindsOfEffects
        guard !kinds.isEmpty else { return 0 }
        let leased = try await run.outbox.lease(
            kinds,
            at: scheduler.now,
            until: scheduler.now.adding(seconds: 600),
            limit: 20
        )
        for one in leased {
            await scheduler.turn()
            if run.engine.isDead { return 0 }
            promised.sent(one.effect.key)
            if try await run.outbox.done(one, at: scheduler.now) {
                promised.marked(one.effect.key)
            }
        }
        return leased.count
    }
}
