import Blueprints
import Testing

/// What people read of the shipped services: plain, and in both languages.
struct ShippedTextTests {
    @Test(arguments: ShippedBlueprint.all)
    func `what citizens read of a shipped service is plain`(shipped: ShippedBlueprint) throws {
        for service in try shipped.compiled().services {
            let texts = service.readByCitizens.map(\.indonesian)
            let explained = texts.reduce(into: Set<String>()) {
                $0.formUnion(PlainLanguage.abbreviationsExplained(in: $1))
            }
            for text in texts {
                let findings = PlainLanguage.findings(in: text, explained: explained)
                #expect(findings == [], "\(service.id): \(text)")
            }
        }
    }

    @Test(arguments: ShippedBlueprint.all)
    func `a shipped service speaks English too`(shipped: ShippedBlueprint) throws {
        for service in try shipped.compiled().services {
            for text in service.readByCitizens + service.readByOfficials {
                let english = text.translated[.english] ?? ""
                #expect(!english.isEmpty, "\(service.id): \(text.indonesian)")
                let words = english.split(separator: ". ").map { $0.split(separator: " ").count }
                #expect(words.allSatisfy { $0 <= PlainLanguage.mostWords }, "\(english)")
            }
            for notice in service.notices.values {
                #expect(notice.text[.english] != nil, "\(service.id): \(notice.id)")
            }
        }
    }

    @Test(arguments: ShippedBlueprint.all)
    func `a shipped service has examples of a good end, a bad one and a refusal`(
        shipped: ShippedBlueprint
    ) throws {
        let blueprint = try shipped.compiled()
        for service in blueprint.services where !service.steps.isEmpty {
            let examples = blueprint.examples.filter { $0.service == service.id }
            #expect(examples.count >= 3, "\(service.id)")
            #expect(examples.contains { !($0.expect.refused ?? []).isEmpty }, "\(service.id)")
            #expect(examples.contains { $0.expect.ending != nil }, "\(service.id)")
        }
    }
}

extension Standard {
    /// The texts of a component; nil for time and fee, which have none.
    fileprivate func words(of component: Component) -> [Words]? {
        switch component {
        case .requirements: requirements
        case .procedure: procedure
        case .time, .fee: nil
        case .product: product
        case .complaints: complaints
        case .legalBasis: legalBasis
        case .facilities: facilities
        case .competence: competence
        case .supervision: supervision
        case .staff: staff
        case .guarantee: guarantee
        case .safety: safety
        case .evaluation: evaluation
        }
    }
}

extension PublicService {
    /// Everything that citizens read, but for the names of laws.
    fileprivate var readByCitizens: [Words] {
        let components = Standard.Component.allCases.filter { $0 != .legalBasis }
        return [title, purpose] + components.flatMap { standard.words(of: $0) ?? [] }
            + pages.map(\.title) + questions.flatMap(\.texts) + checks.map(\.say)
    }

    /// What only officials read.
    fileprivate var readByOfficials: [Words] {
        steps.map(\.title) + steps.flatMap(\.actions).map(\.label)
    }
}

extension Question {
    fileprivate var texts: [Words] {
        let own = [ask, hint, why].compactMap(\.self)
        switch type {
        case .choice(let options): return own + options.map(\.label)
        case .choices(let options, _): return own + options.map(\.label)
        case .group(let parts, _): return own + parts.flatMap(\.texts)
        case .text, .longText, .name, .yesNo, .whole, .decimal, .money, .date, .phone, .email,
            .nik, .nib, .village, .point, .area, .photo, .file, .person, .computed:
            return own
        }
    }
}
