import Blueprints
import Ledger
import Office
import Site
import Stories

extension InForce {
    /// What each service that takes cases does with personal data.
    func usesOfData(_ reader: Reader) throws -> [UseOfData] {
        let counted = try reader.rows("SELECT service, count(*) AS n FROM cases GROUP BY service")
        var cases: [String: Int64] = [:]
        for row in counted { cases[try row.text("service")] = try row.int("n") }
        return services.filter { $0.elsewhere == nil }.compactMap { service in
            guard let code = Code(service.id.text) else { return nil }
            let owners = office.units(called: service.owner.text).map(\.name)
            var use = UseOfData(code, Words(service.title), owners: owners)
            use.cases = Int(cases[service.id.text] ?? 0)
            use.asksForPlace = service.allQuestions.contains {
                $0.type == .point || $0.type == .area
            }
            guard let data = service.personalData else { return use }
            use.lines = data.lines.map { UseOfData.Line($0.name, $0.texts) }
            use.purposes = data.purposes.map { Words($0) }
            use.specific = data.specific.map { Words($0.meaning) }
            use.isByConsent = data.basis == .consent
            return use
        }
    }
}

extension RegencyFile.Protection {
    /// The same for features that do not read service files.
    var atHand: DataProtection {
        DataProtection(
            officer: officer,
            contact: [office, phone, email].compactMap(\.self),
            agency: agency
        )
    }
}
