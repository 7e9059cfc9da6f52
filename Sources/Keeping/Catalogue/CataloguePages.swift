import Office
import Site
import Stories

/// What is in force, what lies in the folder, and which services are on.
struct CataloguePage: Page {
    var parts: [Part]
    var services: [Service]
    var message: Words?

    struct Part: Sendable {
        var name: Code
        var version: String
        var since: Words
        var state: StatusTag
    }

    struct Service: Sendable {
        var id: Code

        /// The publication that it belongs to.
        var part: Code
        var title: Words
        var state: StatusTag
        var isOff: Bool

        /// It runs in another system and has no cases here.
        var isElsewhere = false
    }

    var frame: Frame { Frame(width: .workbench, back: Link(.manage, "/kelola")) }

    func title(for visit: Visit) -> String { Words.services.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .services)
        if let message { html(Notice(.done, message)) }
        html(
            DataTable(
                .publications,
                [
                    DataTable.Heading(.publication), DataTable.Heading(.versionInForce),
                    DataTable.Heading(.inForceSince), DataTable.Heading(.folderState),
                ],
                parts.map { part in
                    let address = Address("/kelola/layanan/terbit").with("nama", part.name.text)
                    return DataTable.Line([
                        .link(Link(Words(part.name.text, part.name.text), address)),
                        .text(part.version), .words(part.since), .tag(part.state),
                    ])
                }
            )
        )
        html(
            DataTable(
                .services,
                [
                    DataTable.Heading(.services), DataTable.Heading(.state),
                    DataTable.Heading(.casesOfService),
                    DataTable.Heading(Words("Tindakan", "Action")),
                ],
                services.map { service in
                    let part = Address("/kelola/layanan/terbit").with("nama", service.part.text)
                    return DataTable.Line([
                        .link(Link(service.title, part)), .tag(service.state),
                        service.isElsewhere
                            ? .text("–") : .link(RunningCases.link(of: service.id)),
                        service.isOff
                            ? .part(
                                Form(
                                    to: "/kelola/layanan/nyalakan",
                                    [],
                                    hidden: [("layanan", service.id.text)],
                                    buttons: [Button(.switchOn, .secondary)]
                                )
                            )
                            : .link(
                                Link(
                                    .switchOff,
                                    Address("/kelola/layanan/matikan")
                                        .with("layanan", service.id.text)
                                )
                            ),
                    ])
                }
            )
        )
    }
}

/// One publication: what its draft changes, and publishing it by two.
struct PublishingPage: Page {
    var name: Code
    var inForce: Code?
    var draft: DraftedPart?
    var differences: [Words]
    var request: Request?
    var isSame: Bool
    var versions: [PublishedVersion] = []

    /// How the folder stood after what was just done; nil where nothing was.
    var told: FolderAfterPublishing?

    /// Whether the folder holds an earlier edition, and nothing that anybody wrote.
    var isBehind = false

    /// The services of the edition in force that take cases here, with their titles.
    var services: [(id: Code, title: Words)] = []

    /// What waits for a second person.
    struct Request: Sendable {
        var version: Code
        var content: String
        var asker: String
        var at: Words
        var isOwn: Bool
        var differences: [Words]
    }

    var frame: Frame { Frame(width: .page, back: Link(.services, "/kelola/layanan")) }

    func title(for visit: Visit) -> String { name.text }

    func body(_ html: HTML) {
        html(.h1, name.text)
        if let told { html(told.notice) }
        if let inForce { html(KeyFacts([(.versionInForce, .text(inForce.text))])) }
        if let request { write(request, html) }
        writeDraft(html)
        if !services.isEmpty {
            html(.h2, .casesOfService)
            html(
                Lines(
                    services.map { id, title in
                        .link(Link(title, RunningCases.link(of: id).address))
                    }
                )
            )
        }
        if !versions.isEmpty { html(VersionTable(name: name, versions: versions)) }
    }

    private func writeDraft(_ html: HTML) {
        html(.h2, .draftInFolder)
        guard let draft else {
            html(Notice(.info, .nothingInFolder))
            if inForce != nil { bringUp(html) }
            return
        }
        guard !isSame else {
            html(Notice(.info, .folderIsSame))
            return
        }
        if isBehind {
            html(Notice(.attention, .folderIsBehind))
            bringUp(html)
        }
        html(KeyFacts([(.draftVersion, .text(draft.version.text))]))
        findings(draft, html)
        write(differences, html)
        guard !draft.hasErrors else {
            html(Notice(.danger, .draftIsFaulty))
            return
        }
        html(.p, .askWhat)
        html(
            Form(
                to: "/kelola/layanan/minta",
                [],
                hidden: [
                    ("nama", name.text),
                    ("isi", hexadecimal(PublicationsDesk.digest(of: draft.bytes).digest)),
                ],
                buttons: [Button(.askToPublish)]
            )
        )
    }

    private func bringUp(_ html: HTML) {
        html(
            Form(
                to: "/kelola/layanan/samakan",
                [],
                hidden: [("nama", name.text)],
                buttons: [Button(.bringFolderUp, .secondary)]
            )
        )
    }

    private func write(_ request: Request, _ html: HTML) {
        html(.h2, .waitsForSecond)
        html(.p, .askedBy(request.asker, request.at, request.version))
        write(request.differences, html)
        let hidden = [("nama", name.text), ("isi", request.content)]
        if request.isOwn {
            html(Notice(.info, .anotherApproves))
        } else {
            html(
                Form(
                    to: "/kelola/layanan/setujui",
                    [],
                    hidden: hidden,
                    buttons: [Button(.approveAndPublishHere)]
                )
            )
        }
        html(
            Form(
                to: "/kelola/layanan/tolak",
                [],
                hidden: hidden,
                buttons: [Button(request.isOwn ? .takeBack : .declineRequest, .secondary)]
            )
        )
    }

    private func write(_ differences: [Words], _ html: HTML) {
        html(.h3, .whatChanges)
        html(DifferenceList(sentences: differences))
    }

    private func findings(_ draft: DraftedPart, _ html: HTML) {
        guard !draft.findings.isEmpty else {
            html(Notice(.done, .noFindings))
            return
        }
        html(
            DataTable(
                .findings,
                [
                    DataTable.Heading(.place), DataTable.Heading(.state),
                    DataTable.Heading(.explained),
                ],
                draft.findings.prefix(200).map { finding in
                    DataTable.Line([
                        .text(finding.place),
                        .tag(
                            finding.isError
                                ? StatusTag(.mistake, .danger) : StatusTag(.warning, .attention)
                        ),
                        .text(
                            [finding.sentence, finding.fix].compactMap(\.self).joined(
                                separator: " "
                            )
                        ),
                    ])
                }
            )
        )
    }
}

/// Where another feature shows the running cases of a service and their versions.
enum RunningCases {
    static func link(of service: Code) -> Link {
        let address = Address("/kelola/layanan/berjalan").with("layanan", service.text)
        return Link(.seeRunningCases, address)
    }
}

extension Words {
    static let casesOfService = Words("Perkara berjalan", "Running cases")
    static let seeRunningCases = Words("Lihat versinya", "See their versions")
    static let publications = Words("Terbitan", "Publications")
    static let publication = Words("Nama", "Name")
    static let versionInForce = Words("Versi yang berlaku", "Version in force")
    static let inForceSince = Words("Sejak", "Since")
    static let folderState = Words("Draf di folder", "Draft in the folder")
    static let switchOn = Words("Nyalakan", "Switch on")
    static let switchOff = Words("Matikan", "Switch off")
    static let switchedOffTag = Words("Dimatikan", "Switched off")
    static let openTag = Words("Dibuka", "Open")
    static let elsewhereTag = Words("Di tempat lain", "Elsewhere")
    static let sameAsInForce = Words("Sama", "The same")
    static let draftDiffers = Words("Berbeda", "Differs")
    static let draftFaulty = Words("Ada kesalahan", "Has mistakes")
    static let notInFolder = Words("Tidak ada di folder", "Not in the folder")
    static let waitsTag = Words("Menunggu persetujuan", "Waits for approval")
    static let draftInFolder = Words("Draf di folder", "The draft in the folder")
    static let folderIsSame = Words(
        "Isi folder sama dengan yang berlaku. Tidak ada yang perlu diterbitkan.",
        "The folder holds what is in force. There is nothing to publish."
    )
    static let nothingInFolder = Words(
        "Folder kabupaten tidak berisi berkasnya. Yang terakhir terbit tetap berlaku.",
        "The regency's folder does not hold its files. The last edition stays in force."
    )
    static let draftVersion = Words("Versi draf", "Version of the draft")
    static let draftIsFaulty = Words(
        "Perbaiki dulu kesalahannya di folder. Selama itu yang terakhir terbit tetap berlaku.",
        "Fix the mistakes in the folder first. Until then the last edition stays in force."
    )
    static let askWhat = Words(
        "Yang meminta dan yang menyetujui harus dua pengelola. Yang terbit persis yang Anda lihat "
            + "di sini.",
        "Two managers are needed: one asks, another approves. What is published is exactly what "
            + "you see here."
    )
    static let askToPublish = Words("Minta penerbitan", "Ask to publish")
    static let waitsForSecond = Words("Menunggu orang kedua", "Waits for a second person")
    static let anotherApproves = Words(
        "Anda yang meminta, jadi pengelola lain yang menyetujui.",
        "You asked for it, so another manager approves it."
    )
    static let approveAndPublishHere = Words("Setujui dan terbitkan", "Approve and publish")
    static let declineRequest = Words("Tolak", "Decline")
    static let takeBack = Words("Tarik kembali", "Take back")
    static let whatChanges = Words("Yang berubah", "What changes")
    static let onlyLook = Words(
        "Maknanya tidak berubah: hanya tata letak atau komentar.",
        "The meaning stays the same: only layout or comments."
    )
    static let noFindings = Words(
        "Pemeriksaan lengkap, termasuk 14 komponen standar pelayanan: tidak ada temuan.",
        "The whole check, the 14 components of the standard among it, found nothing."
    )
    static let findings = Words("Temuan pemeriksaan", "Findings of the check")
    static let place = Words("Tempat", "Place")
    static let mistake = Words("Kesalahan", "Mistake")
    static let warning = Words("Peringatan", "Warning")
    static let whyOff = Words(
        "Mengapa dimatikan, dan ke mana warga sebaiknya pergi?",
        "Why is it off, and where should citizens go?"
    )
    static let whyOffHint = Words(
        "Warga membaca kalimat ini. Permohonan yang berjalan tetap diselesaikan",
        "Citizens read this. Running requests are still finished"
    )

    static func moreChanges(_ count: Int) -> Words {
        Words("Dan \(count) perubahan lain.", "And \(count) other changes.")
    }

    static func askedBy(_ name: String, _ at: Words, _ version: Code) -> Words {
        Words(
            "\(name) meminta versi \(version) diterbitkan, \(at.indonesian).",
            "\(name) asked to publish version \(version), \(at.text(in: .english))."
        )
    }
}
