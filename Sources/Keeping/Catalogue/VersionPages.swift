import Office
import Site
import Stories

/// The editions of a publication: when each came, by whom, and the way to what it changed.
struct VersionTable: Component {
    var name: Code
    var versions: [PublishedVersion]

    func write(to html: HTML) {
        html(
            DataTable(
                .versions,
                [
                    DataTable.Heading(.versionName), DataTable.Heading(.published),
                    DataTable.Heading(.publishedBy),
                ],
                versions.map { version in
                    let words = Words(version.edition.version.text)
                    let address = VersionPage.address(name, version.ordinal)
                    return DataTable.Line([
                        .link(Link(words, address)),
                        .part(Moment(at: version.at)),
                        .words(version.people),
                    ])
                }
            )
        )
    }
}

/// One edition: what it changed against the one before, and its files to read.
struct VersionPage: Page {
    var name: Code
    var version: PublishedVersion

    /// Nil for the first edition, which had nothing before it.
    var differences: [Words]?
    var files: [FolderArchive.File]

    static func address(_ name: Code, _ ordinal: Int) -> Address {
        Address("/kelola/layanan/versi").with("nama", name.text).with("ke", String(ordinal))
    }

    var frame: Frame {
        let list = Address("/kelola/layanan/terbit").with("nama", name.text)
        return Frame(width: .page, back: Link(Words(name.text), list))
    }

    func title(for visit: Visit) -> String { "\(name.text) \(version.edition.version.text)" }

    func body(_ html: HTML) {
        let language = html.visit.language
        html(.h1, title(for: html.visit))
        html(
            KeyFacts([
                (.published, .part(Moment(at: version.at))),
                (.publishedBy, .words(version.people)),
            ])
        )
        if let differences {
            html(.h2, .changedThen)
            html(DifferenceList(sentences: differences))
        } else {
            html(Notice(.info, .firstEdition))
        }
        html(
            DataTable(
                .filesOfEdition,
                [DataTable.Heading(.fileName), DataTable.Heading(.fileSize, isNumber: true)],
                files.map { file in
                    let address = Address("/kelola/layanan/versi/berkas")
                        .with("nama", name.text).with("ke", String(version.ordinal))
                        .with("berkas", file.path)
                    return DataTable.Line([
                        .link(Link(Words(file.path), address)),
                        .number(NumberWords.whole(file.bytes.count, in: language)),
                    ])
                }
            )
        )
    }
}

/// What one edition changes against another, in sentences.
struct DifferenceList: Component {
    var sentences: [Words]

    /// As many as somebody reads at once.
    private static let most = 200

    func write(to html: HTML) {
        guard !sentences.isEmpty else {
            html(.p, .onlyLook)
            return
        }
        html(.ul, .class("ubahan")) {
            for sentence in sentences.prefix(Self.most) { html(.li, sentence) }
        }
        if sentences.count > Self.most { html(.p, .moreChanges(sentences.count - Self.most)) }
    }
}

extension PublishedVersion {
    /// Who stood behind it, in one line.
    fileprivate var people: Words {
        let publisher = by.name.map { Words($0) } ?? .publishedAtMachine
        guard let asker else { return publisher }
        let name = asker.name ?? "–"
        return Words(
            "\(name) meminta, \(publisher.indonesian) menyetujui",
            "\(name) asked, \(publisher.text(in: .english)) approved"
        )
    }
}

extension Words {
    static let versions = Words("Versi yang pernah terbit", "Versions so far")
    static let versionName = Words("Versi", "Version")
    static let published = Words("Terbit", "Published")
    static let publishedBy = Words("Oleh", "By")
    static let publishedAtMachine = Words(
        "Perintah di server, tanpa masuk",
        "The command at the server, without a log-in"
    )
    static let changedThen = Words(
        "Yang berubah dari versi sebelumnya",
        "What changed against the version before"
    )
    static let firstEdition = Words(
        "Ini terbitan pertama. Belum ada versi sebelumnya untuk dibandingkan.",
        "This is the first edition. There is none before it to compare with."
    )
    static let filesOfEdition = Words("Berkas dalam terbitan ini", "Files of this edition")
    static let fileName = Words("Berkas", "File")
    static let fileSize = Words("Ukuran (bita)", "Size (bytes)")
}
