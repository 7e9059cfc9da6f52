package import Blueprints
import Stories

/// One thing that the receiver of a package has to say: what fills a hole, or which of its
/// offices and posts a word of the blueprint means.
package struct ToBind: Hashable, Sendable {
    package let member: BlueprintName

    /// The first slot where it stands.
    package let slot: Slot

    /// What has to be given there.
    package let kind: Kind

    /// The name of the hole, or the word for the office or the duty.
    package let name: String

    /// What stands at that slot, in Indonesian; this program's own words, so no file holds them.
    package let sentence: String

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Holes, by what fits into them.
        case text, span, money, number, date, reference, other

        /// Words that the receiver's own units and posts answer to.
        case unit, duty

        /// Whether a text under `fill` of the overlay answers it.
        package var isHole: Bool { self != .unit && self != .duty }
    }

    /// Everything that a blueprint leaves to its receiver: holes first, then offices and duties,
    /// each by its name.
    package static func all(of tree: Tree, in member: BlueprintName) -> [ToBind] {
        var found: [ToBind] = []
        var seen: Set<String> = []
        for slot in tree.slotsWithHoles {
            let (kind, sentence) = meaning(of: slot)
            for name in tree[at: slot]?.ownHoles ?? [] where seen.insert(name.text).inserted {
                found.append(
                    ToBind(
                        member: member,
                        slot: slot,
                        kind: kind,
                        name: name.text,
                        sentence: sentence
                    )
                )
            }
        }
        var named: [String: ToBind] = [:]
        collect(tree, at: .root, member, into: &named)
        return found.sorted { $0.name < $1.name }
            + named.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func collect(
        _ tree: Tree,
        at slot: Slot,
        _ member: BlueprintName,
        into found: inout [String: ToBind]
    ) {
        if let kind = namedKind(of: slot), let field = field(at: slot) {
            let words = tree.text.map { [$0] } ?? tree.partsOfAtom.compactMap(\.text)
            for word in words {
                let key = "\(kind.rawValue) \(word)"
                if let there = found[key], there.slot < slot { continue }
                found[key] = ToBind(
                    member: member,
                    slot: slot,
                    kind: kind,
                    name: word,
                    sentence: field.meaning.indonesian
                )
            }
            return
        }
        for (id, child) in tree.children where slot != .root || id != "text" {
            collect(child, at: slot.child(id), member, into: &found)
        }
    }

    private static func field(at slot: Slot) -> Field? {
        guard case .field(let field, _)? = Shape.meaning(of: slot) else { return nil }
        return field
    }

    private static func namedKind(of slot: Slot) -> Kind? {
        switch field(at: slot)?.content {
        case .scalar(.reference(.unit)), .oneOrMore(.reference(.unit)): .unit
        case .scalar(.reference(.duty)), .oneOrMore(.reference(.duty)): .duty
        case .some, nil: nil
        }
    }

    private static func meaning(of slot: Slot) -> (Kind, String) {
        guard let field = field(at: slot) else { return (.text, "Tulisan yang dibaca warga.") }
        return (kind(of: field.content), field.meaning.indonesian)
    }

    private static func kind(of content: Content) -> Kind {
        switch content {
        case .scalar(let scalar), .oneOrMore(let scalar), .labelled(let scalar): kind(of: scalar)
        case .list(let inner), .values(let inner), .assigned(_, let inner): kind(of: inner)
        case .record, .things, .named, .options, .translations, .answers, .anything: .other
        }
    }

    private static func kind(of scalar: Scalar) -> Kind {
        switch scalar {
        case .text, .sentence, .word, .address, .phone, .colour, .path, .numberTemplate: .text
        case .span, .days, .keeping, .until, .hours: .span
        case .money, .fee: .money
        case .whole, .decimal: .number
        case .date, .moment: .date
        case .reference, .slot: .reference
        case .feel, .choice, .flag, .yesNo, .digest, .regionCode, .version, .requirement,
            .language:
            .other
        }
    }
}

extension ToBind {
    var json: JSONValue {
        .object([
            "member": .text(member.description), "slot": .text(slot.description),
            "kind": .text(kind.rawValue), "name": .text(name),
        ])
    }

    init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        member = try BlueprintName(strict: try object.text("member"))
        slot = Slot(try object.text("slot"))
        guard let kind = Kind(rawValue: try object.text("kind")) else { throw FormFault() }
        self.kind = kind
        name = try object.text("name")
        sentence = Self.meaning(of: slot).1
        try object.end()
    }
}

extension Tree {
    /// The parts of an atom; none for any other node.
    var partsOfAtom: [Tree] {
        guard case .atom(let parts) = self else { return [] }
        return parts
    }
}
