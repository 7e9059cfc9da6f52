import Blueprints
import Exchange
import Site
import Stories

/// Where a package comes in: from a partner's site, or as files with the publisher's signed papers.
struct ArrivingPage: Page {
    var fetch = FetchForm()

    /// The site that a link led here from, to be looked at before anything is fetched.
    var site: String?
    var words = ""
    var problems: [String: Words] = [:]

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.blueprints, "/kelola/cetak-biru"),
            status: problems.isEmpty && fetch.problem == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.installPackage.text(in: visit.language) }

    private var fields: [Field] {
        [
            Field("paket", .packageFile, hint: .packageFileHint, .file(FileInput(.any)))
                .with(error: problems["paket"]),
            Field(
                "asal",
                .statementFiles,
                hint: .statementFilesHint,
                isOptional: true,
                .file(FileInput(.any, takesMany: true))
            ),
        ] + PapersOfPublisher(words: words, problem: problems["akar"]).fields
    }

    func body(_ html: HTML) {
        html(fetch.problem == nil ? ErrorSummary(of: fields) : fetch.errors)
        html(.h1, .installPackage)
        html(Paragraphs(.installPackageWhat))
        html(.h2, .fromPartnersSite)
        if let site { html(Notice(.info, .willBeFetchedFrom(site))) }
        html(fetch.form)
        html(.h2, .fromFiles)
        html(
            Form(
                to: "/kelola/cetak-biru/pasang",
                fields,
                buttons: [Button(.lookAtPackage, .secondary)]
            )
        )
    }
}

/// What makes a publisher known: its catalogue, its roots, the words of the agreement.
struct PapersOfPublisher {
    var words = ""
    var problem: Words?

    var fields: [Field] {
        [
            Field(
                "katalog",
                .catalogueFile,
                hint: .catalogueFileHint,
                isOptional: true,
                .file(FileInput(.any))
            ),
            Field(
                "akar",
                .rootFiles,
                hint: .rootFilesHint,
                isOptional: true,
                .file(FileInput(.any, takesMany: true))
            ).with(error: problem),
            Field(
                "kata",
                .twelveWords,
                hint: .twelveWordsHint,
                isOptional: true,
                .longText(words, most: nil)
            ),
        ]
    }
}

/// What a package would do here, before anything is done.
struct ArrivedPage: Page {
    let package: Package
    let plan: ReplicationPlan
    let trust: TrustOfPackage
    let permission: PermissionOfPackage
    let line: Provenance
    var status = 200

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.installPackage, "/kelola/cetak-biru/pasang"),
            status: status
        )
    }

    var mayInstall: Bool {
        plan.obstacles.isEmpty && !plan.results.isEmpty && trust.allows
            && permission != .missing
    }

    func title(for visit: Visit) -> String { package.manifest.title }

    func body(_ html: HTML) {
        html(.h1, package.manifest.title)
        html(
            KeyFacts([
                (.nameOfBlueprint, .text(package.name.description)),
                (.versionWord, .text(package.version)),
                (.licenceWord, .text(package.manifest.licence)),
                (.fingerprintOfPackage, .number(String(package.digest.prefix(16)))),
            ])
        )
        belief(html)
        if !plan.obstacles.isEmpty {
            var notice = Notice(.danger)
            notice.sentences =
                plan.obstacles.map { Words($0.sentence, $0.sentenceInEnglish) }
                + plan.clashes.map { Naming.words($0.sentence) }
            html(notice)
        }
        html(.h2, .whatComesAlong)
        html(Lines(plan.members.map { .part(MemberLine(member: $0, package: package.digest)) }))
        html(.h2, .toBeFilledHere(plan.toBind.count))
        html(
            .ul,
            content: {
                for binding in plan.toBind { html(.li, Naming.words(binding.sentence)) }
            }
        )
        html(MarkList(tree: content, addresses: nil))
        html(TriedHere(examples: plan.examples))
        if !plan.foreignNames.isEmpty {
            html(.h2, .foreignNames)
            html(.ul) {
                for name in plan.foreignNames { html(.li, "\(name.name): \(name.slot)") }
            }
        }
        if mayInstall {
            html(
                Form(
                    to: "/kelola/cetak-biru/pasang/\(package.digest)",
                    [],
                    buttons: [Button(.installAsDraft)]
                )
            )
        } else if plan.results.isEmpty, plan.obstacles.isEmpty {
            html(Notice(.done, .allHereAlready))
        }
    }

    /// The blueprint itself, as the package has it.
    private var content: Tree { package.own?.content ?? .record([:]) }

    /// Whose it is, whether that is believed, what permits it, and who helped.
    private func belief(_ html: HTML) {
        html(trust.notice)
        if trust.isOfAnother {
            let publisher = package.name.publisher
            html(.p) {
                html(
                    .a,
                    .catalogueOf(publisher),
                    .href("/kelola/cetak-biru/mitra/\(publisher)")
                )
            }
        }
        html(permission.notice(of: package.manifest.licence))
        html(LineOfOrigin(line: line))
        html(ThanksList(credits: Credit.all(in: content)))
    }
}

/// One blueprint of a package, and whether it is here.
private struct MemberLine: Component {
    let member: ReplicationPlan.Member
    let package: String

    func write(to html: HTML) {
        html.text("\(member.name) \(member.version) ")
        switch member.state {
        case .new: html(StatusTag(.newHere, .info))
        case .here: html(StatusTag(.hereAlready, .done))
        case .otherVersion(let version):
            html(StatusTag(.otherVersionHere(version), .attention))
            if let name = Code(member.name) {
                html.text(" ")
                let page = BenchAddress(name).page("pembaruan").with("paket", package)
                html(.a, .seeUpgrade, .href(page))
            }
        }
    }
}

/// Which worked examples pass in this regency.
struct TriedHere: Component {
    let examples: [UpgradeExample]

    func write(to html: HTML) {
        guard !examples.isEmpty else { return }
        let wrong = examples.filter { !$0.complaints.isEmpty }
        html(.h2, .triedExamples)
        html(.p, .examplesFit(examples.count - wrong.count, of: examples.count))
        html(.ul) {
            for example in wrong {
                html(
                    .li,
                    "\(example.id): \(example.complaints.joined(separator: " "))",
                    .lang(.indonesian)
                )
            }
        }
    }
}

extension TrustOfPackage {
    var notice: Notice {
        switch self {
        case .ours: return Notice(.info, .packageIsOurs)
        case .trusted(.fresh): return Notice(.done, .packageIsTrusted)
        case .trusted(.old(let days)): return Notice(.attention, .catalogueIsOld(days))
        case .trusted(.veryOld): return Notice(.attention, .catalogueIsOld(180))
        case .refused(let refusal):
            return Notice(
                .danger,
                heading: .packageNotTrusted,
                Words(refusal.sentence, refusal.sentenceInEnglish)
            )
        }
    }
}
