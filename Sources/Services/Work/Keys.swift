import HTTPTypes
import Hummingbird
import Site

// Keys of the workbench: off until somebody switches them on, for a letter pressed by mistake
// must do nothing (WCAG 2.1.4).

extension ServicesFeature {
    func addKeys(to router: Router<some SiteContext>) {
        router.get("kerja/pintasan") { request, context in
            try await self.atWork(request, context) { official in
                let page = KeysPage(isOn: self.hasKeys(request))
                return Answer.page(page, for: official.visit(try self.visit(context)))
            }
        }
        router.post("kerja/pintasan") { request, context in
            try await self.atWork(request, context) { _ in
                let posted = try await Posted.read(request, in: context)
                let isOn = posted["pintasan"] == "ya"
                var response = try self.go(to: "/kerja/pintasan", context)
                response.headers.append(
                    HTTPField(
                        name: .setCookie,
                        value: self.cookies.header(
                            "pintasan",
                            isOn ? "ya" : "",
                            seconds: isOn ? 365 * 86_400 : 0
                        )
                    )
                )
                return response
            }
        }
    }

    /// Whether this browser's keys are switched on.
    func hasKeys(_ request: Request) -> Bool {
        cookies.value("pintasan", in: request.headers[.cookie]) == "ya"
    }
}

/// Which key does what, and the switch.
struct KeysPage: Page {
    var isOn: Bool

    var frame: Frame { Frame(back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.keys.text(in: visit.language) }

    private static let keys: [(key: String, words: Words)] = [
        ("j", Words("Baris berikutnya di kotak kerja", "Next row of the inbox")),
        ("k", Words("Baris sebelumnya di kotak kerja", "Previous row of the inbox")),
        ("x", Words("Pilih baris ini, atau batalkan pilihannya", "Select this row, or undo it")),
        ("Enter", Words("Buka permohonan di baris ini", "Open the case of this row")),
        ("e", Words("Kerjakan langkah berikutnya", "Do the next step")),
        ("t", Words("Tunda", "Set aside")),
        ("/", Words("Cari", "Search")),
        ("?", Words("Halaman ini", "This page")),
    ]

    func body(_ html: HTML) {
        html(.h1, .keys)
        html(.p, isOn ? .keysAreOn : .keysAreOff)
        html(KeyFacts(Self.keys.map { (Words($0.key), .words($0.words)) }))
        html(
            Form(
                to: "/kerja/pintasan",
                [],
                hidden: [("pintasan", isOn ? "tidak" : "ya")],
                buttons: [Button(isOn ? .switchKeysOff : .switchKeysOn)]
            )
        )
    }
}

/// Tells the script that the keys of this page are on.
struct KeysMark: Component {
    func write(to html: HTML) {
        html(.div, .hidden(), .does("pintasan"), .data("/kerja/pintasan"))
    }
}
