import Hummingbird
import Ledger
import Office
import Site
import Stories

// What each service is worth; costs and decisions are entered here.

extension PortfolioFeature {
    var usefulnesses: UsefulnessDesk { UsefulnessDesk(store: store, sources: sources, now: now) }

    func addUsefulness(to router: Router<some SiteContext>) {
        router.get("kelola/kegunaan") { request, context in
            try await self.working(request, context) { official, _, visit in
                let usefulness = try await self.usefulnesses.usefulness(official)
                let back: Link =
                    official.standing.isKeeper
                    ? Link(.manage, "/kelola") : Link(.overview, "/pimpinan")
                let page = UsefulnessPage(usefulness: usefulness, back: back)
                return Answer.page(page, for: visit)
            }
        }
        router.get("kelola/kegunaan.csv") { request, context in
            try await self.working(request, context) { official, _, _ in
                let usefulness = try await self.usefulnesses.usefulness(official)
                return Answer.download(
                    usefulness.spreadsheet().bytes,
                    type: "text/csv; charset=utf-8",
                    name: "kegunaan.csv"
                )
            }
        }
        router.get("kelola/kegunaan/:layanan") { request, context in
            try await self.working(request, context) { official, _, visit in
                var page = try await self.worthPage(context.parameters.get("layanan"), official)
                page.isDone = request.query["pesan"] == "catat"
                return Answer.page(page, for: visit)
            }
        }
        router.post("kelola/kegunaan/:layanan/biaya") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.working(request, context) { official, _, visit in
                try await self.enter(
                    context.parameters.get("layanan"),
                    posted,
                    official,
                    visit,
                    self.cost
                )
            }
        }
        router.post("kelola/kegunaan/:layanan/keputusan") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.working(request, context) { official, _, visit in
                try await self.enter(
                    context.parameters.get("layanan"),
                    posted,
                    official,
                    visit,
                    self.judge
                )
            }
        }
    }

    /// The word in addresses that stands for the program itself.
    private static let program = "serasan"

    /// The longest source or reason that is kept.
    private static let longest = 1000

    private func worthPage(
        _ text: String?,
        _ official: SignedIn,
        _ posted: Posted? = nil,
        _ error: PortfolioRefusal? = nil
    ) async throws -> ServiceWorthPage {
        let usefulness = try await usefulnesses.usefulness(official)
        let isProgram = text == Self.program
        let line = usefulness.lines.first { $0.service.code.text == text }
        guard isProgram || line != nil, let text else { throw PortfolioRefusal.noSuchPage }
        let version = try await usefulnesses.version(of: line?.service.code)
        let hidden = [("versi", "\(version.count)")]
        let year = usefulness.today.parts.year
        let cost = Form(
            to: "/kelola/kegunaan/\(text)/biaya",
            [
                Field("biaya", .amount, .money(posted?["biaya"] ?? ""))
                    .with(error: error?.words(for: .amountUnreadable)),
                Field("tahun", .year, .text(TextInput(posted?["tahun"] ?? "\(year)", .whole)))
                    .with(error: error?.words(for: .yearUnreadable)),
                Field(
                    "sumber",
                    .source,
                    hint: .sourceHint,
                    .text(TextInput(posted?["sumber"] ?? "", most: Self.longest))
                )
                .with(error: error?.words(for: .sourceMissing)),
            ],
            hidden: hidden,
            buttons: [Button(.record)]
        )
        let judge = Form(
            to: "/kelola/kegunaan/\(text)/keputusan",
            [
                Field(
                    "keputusan",
                    .decision,
                    .choice(
                        posted?["keputusan"],
                        [Judgement.Verdict.keep, .improve, .switchOff]
                            .map { Option($0.rawValue, $0.words) }
                    )
                ),
                Field("alasan", .reason, .longText(posted?["alasan"] ?? "", most: Self.longest))
                    .with(error: error?.words(for: .reasonMissing)),
            ],
            hidden: hidden,
            buttons: [Button(.record, .secondary)]
        )
        return ServiceWorthPage(
            name: line?.service.name ?? .whatSerasanCosts,
            line: line,
            cost: line?.cost ?? (isProgram ? usefulness.program : nil),
            zone: usefulness.zone,
            enterCost: cost,
            judge: isProgram ? nil : judge,
            error: error
        )
    }

    private func enter(
        _ text: String?,
        _ posted: Posted,
        _ official: SignedIn,
        _ visit: Visit,
        _ record: (Code?, Posted, SignedIn) async throws -> Void
    ) async throws -> Response {
        // Who may not is told so before anything that was typed is looked at.
        try UsefulnessDesk.admit(official.standing)
        let known = try await store.read { reader in try sources.services(reader).map(\.code) }
        let service = known.first { $0.text == text }
        guard let text, service != nil || text == Self.program else {
            throw PortfolioRefusal.noSuchPage
        }
        do {
            try await record(service, posted, official)
        } catch let refusal as PortfolioRefusal where refusal.status == 422 {
            let page = try await worthPage(text, official, posted, refusal)
            return Answer.page(page, for: visit)
        }
        return Answer.redirect(
            to: Address("/kelola/kegunaan/\(text)").with("pesan", "catat"),
            for: visit
        )
    }

    /// One line of what was typed, short enough to be kept.
    private static func line(_ text: String?) -> String? {
        let words = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : String(words.prefix(longest))
    }

    private static func version(_ posted: Posted) -> Version {
        Version(posted["versi"].flatMap { Int64($0) } ?? -1)
    }

    private func cost(_ service: Code?, _ posted: Posted, _ official: SignedIn) async throws {
        guard case .number(let digits) = NumberInput(money: posted["biaya"] ?? ""),
            let amount = Int64(digits), amount <= YearlyCost.most
        else { throw PortfolioRefusal.amountUnreadable }
        guard let year = posted["tahun"].flatMap({ Int($0) }), (2000...2999).contains(year) else {
            throw PortfolioRefusal.yearUnreadable
        }
        guard let source = Self.line(posted["sumber"]) else {
            throw PortfolioRefusal.sourceMissing
        }
        try await usefulnesses.enter(
            service,
            source,
            seen: Self.version(posted),
            by: official
        ) { .enter(YearlyCost(service: service, year: year, amount: amount, source: $0)) }
    }

    private func judge(_ service: Code?, _ posted: Posted, _ official: SignedIn) async throws {
        guard let reason = Self.line(posted["alasan"]),
            let verdict = posted["keputusan"].flatMap(Judgement.Verdict.init(rawValue:))
        else { throw PortfolioRefusal.reasonMissing }
        try await usefulnesses.enter(
            service,
            reason,
            seen: Self.version(posted),
            by: official
        ) { .judge(Judgement(service: service, verdict, reason: $0)) }
    }
}

extension PortfolioRefusal {
    /// Its sentence, if it is this one.
    fileprivate func words(for other: PortfolioRefusal) -> Words? {
        self == other ? Words(sentence, sentenceInEnglish) : nil
    }
}

extension Usefulness {
    func spreadsheet() -> Spreadsheet {
        let head =
            ["layanan", "nama"] + months.map(\.text)
            + [
                "diputus_persen", "nilai_tengah_hari", "ikm", "terakhir_dipakai", "biaya", "tahun",
                "sumber", "biaya_per_permohonan", "keputusan", "alasan",
            ]
        let rows = lines.map { line -> [String] in
            let index = line.satisfaction?.index?.value
            return [line.service.code.text, line.service.name.indonesian]
                + line.received.map(String.init)
                + [
                    line.completedPercent.map(String.init) ?? "",
                    line.median.map(String.init) ?? "",
                    index.map { NumberWords.decimal($0, in: .indonesian) } ?? "",
                    line.lastUsed?.description ?? "",
                    line.cost.map { String($0.amount) } ?? "",
                    line.cost.map { String($0.year) } ?? "",
                    line.cost?.source ?? "",
                    line.costPerCase.map { String($0) } ?? "",
                    line.judgement?.verdict.words.indonesian ?? "",
                    line.judgement?.reason ?? "",
                ]
        }
        let program =
            ["serasan", "Serasan"] + months.map { _ in "" }
            + [
                "", "", "", "", program.map { String($0.amount) } ?? "",
                program.map { String($0.year) } ?? "", program?.source ?? "", "", "", "",
            ]
        return Spreadsheet([head] + rows + [program])
    }
}
