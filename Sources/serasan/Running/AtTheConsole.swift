import Blueprints
import Ledger
import Office
import Satisfaction
import Services
import Site
import Stories

// What commands need of a record that no site runs on.

extension OpenRecord {
    /// The official of a log-in name, for what somebody does at the console.
    func official(logIn: String) async throws -> Actor {
        let officials = OfficialsDesk(store: store, keys: keys, sealer: .sha256)
        guard let name = LogInName(logIn), let found = try await officials.find(name) else {
            throw OfficeRefusal.unknownOfficial
        }
        return Actor(found)
    }

    /// What was counted here; nobody is signed in.
    func figures(_ keeper: InForceKeeper) -> FiguresOfRegency {
        let surroundings = Surroundings(
            regency: { reader in
                let force = try keeper.current(reader)
                return RegencyNow(
                    installation: force.installation,
                    office: force.office,
                    service: { _ in nil }
                )
            },
            official: { _ in nil }
        )
        let survey = SurveyDesk(store: store, keys: keys, now: { .now })
        return FiguresOfRegency(
            keeper,
            SatisfactionFeature(survey, surroundings, weights: keeper.surveyWeights)
        )
    }
}

extension InForceKeeper {
    /// How much each element of the survey counts, as the regency has chosen.
    var surveyWeights: @Sendable (Reader) throws -> WeightPolicy {
        { reader in
            let chosen = try self.current(reader).regency.surveyWeight
            return chosen.flatMap(WeightPolicy.init(rawValue:)) ?? .exact
        }
    }
}
