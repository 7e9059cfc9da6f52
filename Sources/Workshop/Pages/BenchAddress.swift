import Blueprints
import Hummingbird
import Site
import Stories

/// The addresses of one blueprint on the bench.
struct BenchAddress {
    let name: Code

    static let root = "kelola/cetak-biru/:ruang/:nama"

    init(_ name: Code) { self.name = name }

    /// The blueprint that an address names.
    init(_ context: some SiteContext) throws {
        guard let publisher = context.parameters.get("ruang"),
            let word = context.parameters.get("nama"), let name = Code("\(publisher)/\(word)")
        else { throw WebRefusal.notFound }
        self.name = name
    }

    private var parts: [Substring] { name.text.split(separator: "/") }

    var bench: Address { "/kelola/cetak-biru/\(String(parts[0]))/\(String(parts.last ?? ""))" }

    func page(_ word: String) -> Address {
        "/kelola/cetak-biru/\(String(parts[0]))/\(String(parts.last ?? ""))/\(word)"
    }

    func thing(_ slot: Slot) -> Address { page("bagian").with("di", slot.description) }

    func preview(_ service: Blueprints.ID, question: Blueprints.ID?) -> Address {
        let page = page("pratinjau").with("layanan", service.text)
        return question.map { page.with("soal", $0.text) } ?? page
    }
}

extension Slot {
    /// The slot that an address or a form names; nil for one that cannot be.
    init?(named text: String?) {
        guard let text, !text.isEmpty, text.utf8.count <= 500 else { return nil }
        if text == Self.whole {
            self = .root
            return
        }
        self.init(text.split(separator: "/").map { Blueprints.ID(String($0)) })
    }

    /// How an address names the blueprint itself.
    static let whole = "@"

    var named: String { self == .root ? Self.whole : description }
}
