import Hummingbird
import Ledger
import Office
import Site
import Stories

// Cases whose time of keeping is over: what is to be done with each, and judging those anew of
// which the schedule says so.

extension PrivacyFeature {
    /// So many cases of each rule are looked at; what is beyond them comes up when these are done.
    private static let lookedAt = 400

    /// The cases of which something is to be done now, by what that is, the oldest first; what is
    /// held is none of them.
    func past() async throws -> [PastKeeping.Fate: [PastKeeping]] {
        let (dossiers, moment) = (dossiers, now())
        let day = today(try await regency())
        return try await store.read { reader in
            let fates = try reader.fates()
            var found: [PastKeeping.Fate: [PastKeeping]] = [:]
            for rule in PastKeeping.Fate.allCases {
                for past in try dossiers.pastKeeping(rule, moment, Self.lookedAt, reader) {
                    let stream = Stream(HoldStory.kind, past.dossier.id)
                    let hold = try reader.state(of: stream, as: HoldStory.self).state
                    let known = fates[past.dossier.id]
                    guard let next = known.map({ $0.next(on: day) }) ?? past.fate,
                        !hold.stands(on: day)
                    else { continue }
                    found[next, default: []]
                        .append(known?.handed == nil ? past : past.handedOver)
                }
            }
            return found.mapValues { $0.sorted { $0.ended < $1.ended } }
        }
    }

    func addAppraisal(to router: Router<some SiteContext>) {
        router.get("kelola/data-pribadi/penilaian/:perkara") { request, context in
            try await self.protecting(request, context) { official, regency in
                let past = try await self.toJudge(context)
                return try await self.show(past, TypedAppraisal(), official, regency, context)
            }
        }
        router.post("kelola/data-pribadi/penilaian/:perkara") { request, context in
            try await self.protecting(request, context) { official, regency in
                let posted = try await Posted.read(request, in: context)
                let past = try await self.toJudge(context)
                var typed = TypedAppraisal(posted)
                guard let command = typed.checked() else {
                    return try await self.show(past, typed, official, regency, context)
                }
                do {
                    try await self.judge(past, command, posted["versi"], official, regency)
                } catch PrivacyRefusal.nextJudgementInPast {
                    typed.problems["lagi"] = Words(.nextJudgementInPast)
                    return try await self.show(past, typed, official, regency, context)
                }
                return Answer.redirect(
                    to: "/kelola/data-pribadi/pemusnahan",
                    for: try self.visit(context, regency, of: official)
                )
            }
        }
    }

    /// The case of the address, where it is to be judged now.
    private func toJudge(_ context: some SiteContext) async throws -> PastKeeping {
        let id = context.parameters.get("perkara").flatMap { OpaqueID($0) }
        let past = try await past()[.reviewed] ?? []
        guard let found = past.first(where: { $0.dossier.id == id }) else {
            throw PrivacyRefusal.nothingToJudge
        }
        return found
    }

    private func judge(
        _ past: PastKeeping,
        _ command: AppraisalCommand,
        _ seen: String?,
        _ official: SignedIn,
        _ regency: RegencyNow
    ) async throws {
        let id = past.dossier.id
        let stream = Stream(AppraisalStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: AppraisalStory.self)
        guard seen == "\(version.count)" else { throw PrivacyRefusal.movedOn }
        // Sealed in the dossier of the case, it goes when the case goes.
        let by = official.standing.official
        let known = known(by: by, today(regency), in: DossierID(id))
        let decision = try AppraisalStory.decide(state, command, known)
        try await record(decision, on: stream, seen: version, known)
    }

    private func show(
        _ past: PastKeeping,
        _ typed: TypedAppraisal,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ context: some SiteContext
    ) async throws -> Response {
        let stream = Stream(AppraisalStory.kind, past.dossier.id)
        let (before, version) = try await store.read { reader in
            let (state, version) = try reader.state(of: stream, as: AppraisalStory.self)
            let before = try state.outcome.map { outcome in
                AppraisalPage.Before(
                    outcome: outcome,
                    until: state.until,
                    reason: try reader.words(of: state.reason) ?? "–"
                )
            }
            return (before, version)
        }
        let page = AppraisalPage(past: past, before: before, version: version, typed: typed)
        return Answer.page(page, for: try visit(context, regency, of: official))
    }
}

extension PastKeeping {
    /// The same case, of which the archive office has all that is to be kept.
    fileprivate var handedOver: PastKeeping {
        PastKeeping(
            dossier,
            ended: ended,
            fate: .destroyed,
            rule: Words(
                "Sudah diserahkan ke arsip daerah.",
                "Handed over to the archive office."
            )
        )
    }
}
