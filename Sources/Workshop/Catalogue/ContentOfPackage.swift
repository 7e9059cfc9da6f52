import Blueprints
import Exchange
import Site

/// What somebody gets with a package, counted from what its files say.
struct ContentOfPackage {
    let package: Package

    private var services: [Tree] {
        package.members.flatMap { $0.content["service"]?.children.map(\.tree) ?? [] }
    }

    private func inServices(_ kind: Blueprints.ID) -> Int {
        services.map { $0[kind]?.children.count ?? 0 }.reduce(0, +)
    }

    private func inMembers(_ kind: Blueprints.ID) -> Int {
        package.members.map { $0.content[kind]?.children.count ?? 0 }.reduce(0, +)
    }

    /// One sentence for each kind of thing that is there.
    var lines: [Words] {
        let all: [(Int, Words)] = [
            (
                inServices("question"),
                .formsIn(services.count, inServices("page"), inServices("question"))
            ),
            (inServices("step"), .stepsIn(inServices("step"), duties)),
            (standards, .standardsIn(standards)),
            (inMembers("letter"), .lettersIn(inMembers("letter"))),
            (inServices("notice"), .noticesIn(inServices("notice"))),
            (inMembers("register"), .registersIn(inMembers("register"))),
            (inMembers("rule"), .rulesIn(inMembers("rule"))),
            (inMembers("example"), .examplesIn(inMembers("example"))),
        ]
        return all.filter { $0.0 > 0 }.map(\.1)
    }

    private var standards: Int { services.count { $0["standard"] != nil } }

    /// Offices and duties that take part.
    private var duties: Int {
        package.manifest.bind.count { !$0.kind.isHole }
    }
}

/// What is in it by name: the services, letters, registers and rules of each member.
struct ContentsByName: Component {
    let package: Package

    private static let kinds: [(Blueprints.ID, Words)] = [
        ("service", .servicesOfBlueprint), ("letter", .lettersOfBlueprint),
        ("register", .registersOfBlueprint), ("rule", .rulesOfBlueprint),
        ("example", .examplesOfBlueprint),
    ]

    func write(to html: HTML) {
        for member in package.members {
            if package.members.count > 1 {
                html(.p) { html(.strong, "\(member.name) \(member.version)") }
            }
            for (kind, words) in Self.kinds {
                let things = member.content[kind]?.children ?? []
                if !things.isEmpty {
                    html(.h3, words)
                    html(.ul) {
                        for thing in things {
                            html(.li, thing.tree["title"]?.text ?? thing.id.text)
                        }
                    }
                }
            }
        }
    }
}

/// One thing that the receiver has to say, in words for people.
struct BoundLine: Component {
    let bound: ToBind

    func write(to html: HTML) {
        let name = bound.name.replacing("_", with: " ").replacing("-", with: " ")
            .capitalizedFirst
        html(.strong, name)
        html.text(": ")
        guard case .field(let field, _)? = Shape.meaning(of: bound.slot) else {
            html.text(Words(bound.sentence, "A text that citizens read."))
            return
        }
        html.text(Naming.words(field.meaning))
    }
}
