import Hummingbird
import Ledger
import Office
import Site
import Stories

// Agreements: the list, a new one, one, its files, the register.

extension CooperationFeature {
    func addAgreements(to router: Router<some SiteContext>) {
        router.get("kerja/kerja-sama") { request, context in
            try await self.cooperating(request, context) { official, regency, visit in
                try await self.list(official, regency, visit)
            }
        }
        router.get("kerja/kerja-sama/register.csv") { request, context in
            try await self.cooperating(request, context) { _, regency, _ in
                let day = self.today(regency)
                let rows = try await self.store.read { reader in
                    try AgreementRegister(reader.agreements(), on: day) {
                        try self.rules(of: $0, reader)
                    }
                }
                return Answer.download(
                    rows.spreadsheet.bytes,
                    type: "text/csv; charset=utf-8",
                    name: "register-kerja-sama.csv"
                )
            }
        }
        router.get("kerja/kerja-sama/baru") { request, context in
            try await self.cooperating(request, context, records: true) { _, _, visit in
                guard self.trouble == nil else { throw CooperationRefusal.rulesUnreadable }
                return Answer.page(self.newPage(TypedDeed()), for: visit)
            }
        }
        router.post("kerja/kerja-sama/baru") { request, context in
            try await self.cooperating(request, context, records: true) {
                official,
                regency,
                visit in
                guard self.trouble == nil else { throw CooperationRefusal.rulesUnreadable }
                let posted = try await Posted.read(request, in: context)
                return try await self.begin(TypedDeed(posted), official, regency, visit)
            }
        }
        router.get("kerja/kerja-sama/:kerjasama") { request, context in
            try await self.agreement(request, context) { loaded, official, visit in
                let page = AgreementPage(loaded: loaded, records: official.standing.cooperates)
                return Answer.page(page, for: visit)
            }
        }
        router.get("kerja/kerja-sama/:kerjasama/berkas/:berkas") { request, context in
            try await self.agreement(request, context) { loaded, _, _ in
                guard let id = context.parameters.get("berkas").flatMap({ OpaqueID($0) }),
                    let paper = loaded.paper(id)
                else { throw CooperationRefusal.noSuchItem }
                return try await self.download(paper, of: loaded.id)
            }
        }
    }

    /// Runs a page about one agreement.
    func agreement<C: SiteContext>(
        _ request: Request,
        _ context: C,
        records: Bool = false,
        _ body: (LoadedAgreement, SignedIn, Visit) async throws -> Response
    ) async throws -> Response {
        try await cooperating(request, context, records: records) { official, regency, visit in
            guard let id = context.parameters.get("kerjasama").flatMap({ OpaqueID($0) }) else {
                throw CooperationRefusal.noSuchAgreement
            }
            return try await body(try await self.load(id, regency), official, visit)
        }
    }

    /// A file as a download in which nothing can run.
    func download(_ paper: Paper, of dossier: OpaqueID) async throws -> Response {
        guard let bytes = try await files.read(paper.file, in: DossierID(dossier)) else {
            throw CooperationRefusal.noSuchItem
        }
        let name = "berkas-\(paper.file.description.prefix(8)).\(paper.type.rawValue)"
        return Answer.download(bytes, type: paper.type.mediaType, name: name)
    }

    private func list(
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ visit: Visit
    ) async throws -> Response {
        let day = today(regency)
        let page = try await store.read { reader in
            let agreements = try reader.agreements()
            var stages: [OpaqueID: Words] = [:]
            for agreement in agreements where agreement.ended == nil {
                stages[agreement.id] = try self.nextStage(of: agreement, reader)
            }
            return AgreementsPage(
                agreements: agreements,
                tasks: try reader.cooperationTasks(on: day) { try self.rules(of: $0, reader) },
                stageNames: stages,
                today: day,
                records: official.standing.cooperates,
                trouble: self.trouble.map { Words($0) }
            )
        }
        return Answer.page(page, for: visit)
    }

    private func nextStage(of agreement: ListedAgreement, _ reader: Ledger.Reader) throws -> Words?
    {
        let state = try reader.state(
            of: Stream(AgreementStory.kind, agreement.id),
            as: AgreementStory.self
        ).state
        return try rules(of: agreement.rules, reader).stages(of: agreement.kind)
            .first { !state.skips($0) && state.stages[$0.id] == nil }?.name
    }

    private func newPage(_ typed: TypedDeed) -> DeedPage {
        let kinds = AgreementKind.allCases.map { Option($0.rawValue, $0.words) }
        let form = Form(
            to: "/kerja/kerja-sama/baru",
            [
                typed.choice("jenis", .kindOfAgreement, kinds),
                typed.long("mitra", .partners, hint: .partnersHint),
            ] + AgreementDeed.subject(typed),
            buttons: [Button(.beginAgreement)]
        )
        return DeedPage(
            heading: .newAgreement,
            form: form,
            back: Link(.cooperation, "/kerja/kerja-sama")
        )
    }

    private func begin(
        _ typed: TypedDeed,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ visit: Visit
    ) async throws -> Response {
        var typed = typed
        do {
            guard let kind = AgreementKind(rawValue: typed["jenis"]) else {
                throw CooperationRefusal.nothingTicked
            }
            let codes = PartnerLine.read(typed["mitra"]).compactMap(\.code)
            let texts = typed.texts(AgreementDeed.textsOfSubject)
            let id = Draw.random.id()
            try await record(
                .begin(kind, partners: Set(codes).sorted(), texts),
                on: id,
                seen: 0,
                by: official,
                regency
            )
            return Answer.redirect(to: "/kerja/kerja-sama/\(id)", for: visit)
        } catch let refusal as CooperationRefusal where refusal.status == 422 {
            let field =
                refusal == .nothingTicked
                ? "jenis" : AgreementDeed.subject.field(of: refusal, typed)
            typed.errors[field] = Words(refusal)
            return Answer.page(newPage(typed), for: visit)
        }
    }
}

extension Words {
    /// The sentence of a refusal, in both languages.
    init(_ refusal: CooperationRefusal) { self.init(refusal.sentence, refusal.sentenceInEnglish) }
}
