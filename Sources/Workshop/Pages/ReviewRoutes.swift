import Blueprints
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A draft for people without an account: whoever has the link reads it until the day in it.

/// The link under which a draft may be read until a day.
///
/// Nothing is kept of it: the mark in it can only be made here, and holds for one blueprint and one
/// day. What it opens is what will be public once it is published.
struct ReviewLink {
    let name: Code
    let until: Day
    let mark: String

    /// How many days a link holds.
    static let days = 7

    static let root = "tinjau/:ruang/:nama/:sampai/:tanda"

    init(_ name: Code, until: Day, _ keys: Keys) {
        self.name = name
        self.until = until
        mark = Self.mark(of: name, until, keys)
    }

    /// The link of an address; throws what every unknown address throws, over or made up.
    init(_ context: some SiteContext, _ keys: Keys, on today: Day) throws {
        let name = try BenchAddress(context).name
        guard let until = context.parameters.get("sampai").flatMap({ Day($0) }),
            let mark = context.parameters.get("tanda"), today <= until,
            until.number - today.number <= Self.days,
            Self.isSame(mark, Self.mark(of: name, until, keys))
        else { throw WebRefusal.notFound }
        self.name = name
        self.until = until
        self.mark = mark
    }

    private static func mark(of name: Code, _ until: Day, _ keys: Keys) -> String {
        hexadecimal(keys.mark("review", Array("\(name) \(until)".utf8)).prefix(16))
    }

    /// Compared in the same time wherever they differ.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private var parts: [String] { name.text.split(separator: "/").map(String.init) }

    var page: Address { "/tinjau/\(parts[0])/\(parts.last ?? "")/\("\(until)")/\(mark)" }

    var preview: Address {
        "/tinjau/\(parts[0])/\(parts.last ?? "")/\("\(until)")/\(mark)/pratinjau"
    }
}

extension WorkshopFeature {
    func addReview(to router: Router<some SiteContext>) {
        router.get("\(ReviewLink.root)") { _, context in
            let (link, bench) = try await self.reviewed(context)
            let page = ReviewPage(link: link, bench: bench)
            return Answer.page(page, for: try self.visit(context, try await self.regency()))
        }
        router.get("\(ReviewLink.root)/pratinjau") { request, context in
            let (link, bench) = try await self.reviewed(context)
            let id = request.query["layanan"].map { Blueprints.ID(String($0)) }
            let question = request.query["soal"].map { Blueprints.ID(String($0)) }
            let page = try await self.preview(id, question, of: bench, at: link.preview)
            return Answer.page(page, for: try self.visit(context, try await self.regency()))
        }
    }

    /// The link that holds for a week from now.
    func reviewLink(of name: Code) async throws -> ReviewLink {
        let today = try await regency().installation.zone.day(now())
        return ReviewLink(name, until: today.adding(days: ReviewLink.days), keys)
    }

    private func reviewed(_ context: some SiteContext) async throws -> (ReviewLink, Workbench) {
        let today = try await regency().installation.zone.day(now())
        let link = try ReviewLink(context, keys, on: today)
        return (link, try await bench(link.name))
    }
}

/// A draft as somebody reads it who was sent the link.
struct ReviewPage: Page {
    let link: ReviewLink
    let bench: Workbench

    private var called: String { bench.tree["blueprint"]?["title"]?.text ?? bench.name.text }

    func title(for visit: Visit) -> String { called }

    func body(_ html: HTML) {
        html(.h1, called)
        let day = DateWords.longDate(link.until, in: html.visit.language)
        html(Notice(.attention, .reviewWhat(until: day)))
        html(.h2, .lookAtForms)
        let services = bench.checked.running?.services.filter { $0.elsewhere == nil } ?? []
        html(
            Lines(
                services.map { service in
                    .link(
                        Link(
                            Words(service.title.indonesian),
                            link.preview.with("layanan", service.id.text)
                        )
                    )
                }
            )
        )
        html(.h2, .whatDraftChanges)
        let isEnglish = html.visit.language == .english
        let said = sentences(
            of: bench.edits,
            in: bench.published,
            language: isEnglish ? .english : .indonesian
        )
        if said.isEmpty { html(.p, .nothingChanged) }
        html(.ul, .class("ubahan")) { for sentence in said.prefix(200) { html(.li, sentence) } }
    }
}
