import Office
import Site
import Stories

/// All officials: searched, and told apart by whether they serve and can get in.
struct OfficialsListPage: Page {
    var group: Group
    var query: String
    var counts: [Group: Int]
    var lines: [OfficialLine]
    var page: Int
    var pages: Int

    /// Which officials are listed; the word in the address.
    enum Group: String, CaseIterable {
        case serving = "bertugas"
        case inactive = "belum-aktif"
        case withoutPost = "tanpa-jabatan"
        case left = "keluar"

        var words: Words {
            switch self {
            case .serving: Words("Bertugas", "Serving")
            case .inactive: Words("Belum aktif", "Not activated")
            case .withoutPost: Words("Tanpa jabatan", "Without a post")
            case .left: Words("Sudah keluar", "Left")
            }
        }
    }

    var frame: Frame { Frame(width: .workbench, back: Link(.manage, "/kelola")) }

    func title(for visit: Visit) -> String { Words.officials.text(in: visit.language) }

    private var list: Address {
        let list = Address("/kelola/pengguna").with("kelompok", group.rawValue)
        return query.isEmpty ? list : list.with("cari", query)
    }

    func body(_ html: HTML) {
        html(.h1, .officials)
        html(
            ButtonRow(
                Button(.addOfficial, .primary, .go("/kelola/pengguna/baru")),
                Button(.importOfficials, .secondary, .go("/kelola/impor")),
                Button(.rotations, .secondary, .go("/kelola/mutasi"))
            )
        )
        html(.nav, .label(html.word(.view))) {
            html(.ul, .class("baris")) {
                for group in Group.allCases { html(.li) { tab(group, html) } }
            }
        }
        var form = Form(
            to: "/kelola/pengguna",
            [Field("cari", .searchOfficials, .text(TextInput(query, .search)))],
            hidden: [("kelompok", group.rawValue)],
            buttons: [Button(.search, .secondary)]
        )
        form.isSearch = true
        html(form)
        let table = DataTable(group.words, Self.headings, lines.map(\.cells))
        html(table.whenEmpty(query.isEmpty ? .nobodyInGroup : .nobodyFound(query)))
        html(Pagination(page: page, of: pages, list: list))
    }

    private func tab(_ group: Group, _ html: HTML) {
        html(
            .a,
            group.words.map { "\($0) (\(counts[group] ?? 0))" },
            .href(Address("/kelola/pengguna").with("kelompok", group.rawValue)),
            .when(group == self.group, .current("page"))
        )
    }

    private static let headings = [
        DataTable.Heading(.officialName), DataTable.Heading(.logInName),
        DataTable.Heading(.posts), DataTable.Heading(.accessColumn),
    ]
}

/// One official in the list.
struct OfficialLine: Sendable {
    var id: OpaqueID
    var name: String
    var logIn: String
    var posts: [Words]
    var access: StatusTag

    fileprivate var cells: DataTable.Line {
        DataTable.Line([
            .link(Link(Words(name, name), "/kelola/pengguna/\(id)")), .text(logIn),
            .part(LinesOfWords(posts)), .tag(access),
        ])
    }
}

/// Short sentences one under the other.
struct LinesOfWords: Component {
    var lines: [Words]

    init(_ lines: [Words]) { self.lines = lines }

    func write(to html: HTML) {
        html(.span) {
            for (index, line) in lines.enumerated() {
                if index > 0 { html(.br) }
                html.text(line)
            }
            if lines.isEmpty { html.text(.noPost) }
        }
    }
}

extension Words {
    fileprivate static let nobodyInGroup = Words(
        "Tidak ada petugas di kelompok ini.",
        "There is nobody in this group."
    )

    fileprivate static func nobodyFound(_ query: String) -> Words {
        Words(
            "Tidak ada petugas yang cocok dengan \"\(query)\" di kelompok ini.",
            "Nobody in this group fits \"\(query)\"."
        )
    }
}
