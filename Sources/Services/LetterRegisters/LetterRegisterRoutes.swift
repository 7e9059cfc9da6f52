import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

// What unlocks the registers of letters after a restore.

extension ServicesFeature {
    func addLetterRegisters(to router: Router<some SiteContext>) {
        router.get("kelola/nomor-surat") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let isDone = request.query["pesan"] == "lanjut"
                let message: Words? = isDone ? .registerContinued : nil
                return try await self.registers(keeper, context, message: message)
            }
        }
        router.post("kelola/nomor-surat") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.continueRegister(posted, keeper, context)
            }
        }
    }

    private func registers(
        _ keeper: SignedIn,
        _ context: some SiteContext,
        typed: Posted = Posted([]),
        problems: [String: Words] = [:],
        message: Words? = nil
    ) async throws -> Response {
        let page = LetterRegistersPage(
            locked: try await lockedRegisters(),
            typed: typed,
            problems: problems,
            message: message
        )
        return Answer.page(page, for: keeper.visit(try visit(context)))
    }

    /// The registers of the year that can still be numbered in and are locked, a unit each.
    private func lockedRegisters() async throws -> [LetterRegistersPage.Register] {
        let force = try await force()
        let year = force.zone.day(now()).parts.year
        return try await store.read { reader in
            guard let lock = try reader.lockOfRegisters(in: force.zone) else { return [] }
            return try force.office.units.compactMap { unit in
                guard let name = Reader.nameOfRegister(of: unit.id, in: year), lock.isOn(name)
                else { return nil }
                return LetterRegistersPage.Register(
                    name: name,
                    unit: unit.name,
                    last: try reader.counter(name)
                )
            }
        }
    }

    private func continueRegister(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let register = try await lockedRegisters().first { $0.name.text == posted["register"] }
        let last = posted["terakhir"].flatMap { Int64($0.filter { !$0.isWhitespace }) }
        var problems: [String: Words] = [:]
        if register == nil { problems["register"] = .chooseRegister }
        if last == nil { problems["terakhir"] = .typeLastNumber }
        guard let register, let last else {
            return try await registers(keeper, context, typed: posted, problems: problems)
        }
        do {
            try await LetterRegisterDesk(store: store).go(
                register.name,
                onAfter: last,
                by: Actor(keeper.id),
                at: now(),
                in: try await force().zone
            )
        } catch let refusal as LetterRegistersRefusal {
            problems["terakhir"] = Words(refusal.sentence, refusal.sentenceInEnglish)
            return try await registers(keeper, context, typed: posted, problems: problems)
        }
        let address: Address = "/kelola/nomor-surat"
        return try go(to: address.with("pesan", "lanjut"), context)
    }
}
