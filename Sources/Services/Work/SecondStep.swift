import Blueprints
import HTTPTypes
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Managers, and whoever signs letters, show a code from their phone after the password.

extension ServicesFeature {
    private var secondFactor: SecondFactorDesk {
        SecondFactorDesk(store: store, keys: keys, logIn: logIn, officials: officials)
    }

    /// Compares name and password; a second step follows for those who need one.
    func begin(_ name: String, _ password: String) async throws -> LogInOutcome {
        let (keeper, now) = (keeper, now())
        return try await secondFactor.begin(name, password, at: now) { id, reader in
            let force = try keeper.current(reader)
            let today = force.zone.day(now)
            guard let from = force.regency.secondFactorFrom.flatMap({ Day($0) }), from <= today
            else { return false }
            return force.needsSecondFactor(
                try reader.standing(of: id, in: force.office, on: today)
            )
        }
    }

    /// To the page that asks for the code, or to the one that sets it up.
    func toSecondStep(
        _ outcome: LogInOutcome,
        then: String,
        _ context: some SiteContext
    ) throws -> Response {
        let (half, page): (SessionSecret, Address)
        switch outcome {
        case .inside: return try go(to: "/kerja/kotak", context)
        case .needsCode(let secret): (half, page) = (secret, "/petugas/kode")
        case .mustSetUp(let secret): (half, page) = (secret, "/petugas/kode/pasang")
        }
        var response = try go(to: then.isEmpty ? page : page.with("lalu", then), context)
        response.headers.append(
            HTTPField(
                name: .setCookie,
                value: cookies.header("langkah-dua", half.cookie, seconds: 900)
            )
        )
        return response
    }
}

extension InForce {
    /// Whether somebody with these posts publishes services or news, or signs letters.
    func needsSecondFactor(_ standing: Standing) -> Bool {
        if standing.isKeeper || standing.isEditor { return true }
        let signing = Set(
            services.flatMap(\.steps).filter { step in
                step.actions.contains { $0.letter != nil }
            }
            .map(\.by.text)
        )
        return standing.seats.contains { !signing.isDisjoint(with: $0.post.duties) }
    }
}
