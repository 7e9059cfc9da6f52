import Hummingbird
import Ledger
import Office
import Site
import Stories

// What is done to an agreement: a form for each deed, sent with the version that it showed.

extension CooperationFeature {
    func addDeeds(to router: Router<some SiteContext>) {
        for deed in AgreementDeed.allCases {
            router.get(RouterPath("kerja/kerja-sama/:kerjasama/\(deed.rawValue)")) {
                request,
                context in
                try await self.agreement(request, context, records: true) { loaded, _, visit in
                    let query = request.uri.queryParameters
                    let item = query["butir"].map { String($0) }
                    try deed.check(item, in: loaded)
                    var typed = deed.filled(loaded, item: item)
                    if deed == .report {
                        typed.values["semester"] = query["semester"].map(String.init)
                    }
                    return Answer.page(self.page(deed, typed, loaded, item), for: visit)
                }
            }
            router.post(RouterPath("kerja/kerja-sama/:kerjasama/\(deed.rawValue)")) {
                request,
                context in
                try await self.agreement(request, context, records: true) {
                    loaded,
                    official,
                    visit in
                    let posted = try await Posted.read(request, in: context)
                    return try await self.perform(deed, posted, loaded, official, visit)
                }
            }
        }
    }

    private func perform(
        _ deed: AgreementDeed,
        _ posted: Posted,
        _ loaded: LoadedAgreement,
        _ official: SignedIn,
        _ visit: Visit
    ) async throws -> Response {
        guard posted["versi"] == String(loaded.version.count) else {
            throw CooperationRefusal.movedOn
        }
        let item = posted["butir"]
        try deed.check(item, in: loaded)
        var typed = TypedDeed(posted)
        do {
            let kept = try await keep(posted, in: loaded.id)
            let command = try deed.command(typed, on: loaded, item: item, paper: kept?.paper)
            try await record(
                command,
                on: loaded.id,
                seen: loaded.version,
                by: official,
                loaded.regency,
                file: kept?.file
            )
        } catch let refusal as CooperationRefusal where refusal.status == 422 {
            typed.errors[deed.field(of: refusal, typed)] = Words(refusal)
            return Answer.page(page(deed, typed, loaded, item), for: visit)
        }
        return Answer.redirect(to: "/kerja/kerja-sama/\(loaded.id)", for: visit)
    }

    private func page(
        _ deed: AgreementDeed,
        _ typed: TypedDeed,
        _ loaded: LoadedAgreement,
        _ item: String?
    ) -> DeedPage {
        var fields = deed.fields(typed, loaded, item: item)
        // An error at a field that is not asked otherwise still needs its place.
        let named = Set(fields.map(\.name))
        if typed.errors["alasan"] != nil, !named.contains("alasan") {
            fields.append(typed.reason())
        }
        var form = Form(
            to: deed.address(of: loaded.id),
            fields,
            hidden: [("versi", "\(loaded.version.count)")],
            buttons: [Button(.save)]
        )
        if let item { form.hidden.append(("butir", item)) }
        var page = DeedPage(
            heading: heading(deed, loaded, item),
            form: form,
            back: Link(Words(loaded.subject["judul"].orErased), "/kerja/kerja-sama/\(loaded.id)")
        )
        page.before = notices(deed, loaded, item)
        return page
    }

    private func heading(
        _ deed: AgreementDeed,
        _ loaded: LoadedAgreement,
        _ item: String?
    ) -> Words {
        guard deed == .stage, let stage = loaded.way.first(where: { $0.id.text == item }) else {
            return deed.heading
        }
        return stage.name
    }

    private func notices(
        _ deed: AgreementDeed,
        _ loaded: LoadedAgreement,
        _ item: String?
    ) -> [any Component] {
        switch deed {
        case .stage:
            guard let stage = loaded.way.first(where: { $0.id.text == item }) else { return [] }
            var parts: [any Component] = [Paragraphs(.whoAndBasis(stage))]
            let open = AgreementDeed.openClauses(loaded, item)
            if !open.isEmpty {
                parts.append(Notice(.attention, .clausesMissing(open.count)))
                parts.append(Lines(open.map { .words($0.name) }))
            }
            return parts
        case .council: return [Paragraphs(.basis(loaded.rules.council.basis))]
        case .transfer: return [Paragraphs(.openPackagesNeedNone)]
        case .root: return [Paragraphs(.twoPersonsType)]
        case .fulfilment:
            let duty = loaded.state.duties.first { $0.id.description == item }
            return [Paragraphs(Words(loaded.texts(duty?.promise.words)["apa"]))]
        case .realisation:
            let activity = loaded.state.plan.first { $0.id.description == item }
            return [Paragraphs(Words(loaded.texts(activity?.promise.words)["kegiatan"]))]
        case .subject, .term, .renewal, .duty, .plan, .report, .ending: return []
        }
    }
}
