import Blueprints
import Hummingbird
import Office
import Site
import Stories

// What only this regency can say of a blueprint from elsewhere.

/// One hole: its name, where it stands, what fills it.
struct OpenHole {
    let name: Blueprints.ID

    /// What it fills, as people call it: the legal basis of a service.
    let places: [Words]
    let filling: String
}

extension OpenHole {
    /// Where its filling will stand.
    fileprivate var hint: Words {
        Words(
            places.map(\.indonesian).joined(separator: "; "),
            places.map { $0.english ?? $0.indonesian }.joined(separator: "; ")
        )
    }
}

extension Workbench {
    /// The holes of a replica, filled or not, in the order of their slots.
    var holes: [OpenHole] {
        let tree = files.tree
        let fill = files.folder.overlay?.fill ?? [:]
        let said = tree.slotsWithHoles.flatMap { slot in
            (tree[at: slot]?.ownHoles ?? []).map { (name: $0, slot: slot) }
        }
        return tree.holeNames.map { name in
            OpenHole(
                name: name,
                places: said.filter { $0.name == name }.map { Naming.place($0.slot, in: tree) },
                filling: fill[name] ?? ""
            )
        }
    }
}

/// The holes of a replica as one form.
struct HolesPage: Page {
    let addresses: BenchAddress
    let holes: [OpenHole]
    var isSaved = false

    var frame: Frame {
        Frame(width: .page, back: Link(Words(addresses.name.text), addresses.bench))
    }

    func title(for visit: Visit) -> String { Words.localMatters.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .localMatters)
        html(Paragraphs(.localMattersWhat))
        if isSaved { html(Notice(.done, .savedInDraft)) }
        let open = holes.filter(\.filling.isEmpty).count
        html(.p, .stillOpen(open, of: holes.count), .role("status"))
        html(
            Form(
                to: addresses.page("isian"),
                holes.map { hole in
                    let name = hole.name.text.replacing("_", with: " ").capitalizedFirst
                    return Field(
                        "isi-\(hole.name)",
                        Words(name, name),
                        hint: hole.hint,
                        isOptional: true,
                        .text(TextInput(hole.filling))
                    )
                },
                buttons: [Button(.save)]
            )
        )
    }
}

extension WorkshopFeature {
    func addHoles(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/isian") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let bench = try await self.bench(try BenchAddress(context).name)
                var page = HolesPage(addresses: BenchAddress(bench.name), holes: bench.holes)
                page.isSaved = request.query["pesan"] == "simpan"
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/isian") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                let bench = try await self.bench(try BenchAddress(context).name)
                var filled: [Blueprints.ID: String] = [:]
                for hole in bench.holes {
                    guard let text = posted["isi-\(hole.name)"] else { continue }
                    let tidy = FieldText.tidy(text)
                    if tidy != hole.filling { filled[hole.name] = tidy }
                }
                if !filled.isEmpty {
                    try await self.fill(filled, on: bench, by: keeper.standing.official)
                }
                let page = BenchAddress(bench.name).page("isian").with("pesan", "simpan")
                return try await self.go(to: page, keeper, context)
            }
        }
    }
}
