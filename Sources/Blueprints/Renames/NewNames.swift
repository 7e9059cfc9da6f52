/// What declared renames mean for everything that refers to a renamed thing.
///
/// Names inside a service are known there only; a letter or a rule is used by services, so in one
/// of those a new name holds where every service that has the old one renames it alike.
struct NewNames: Sendable {
    private let base: Tree
    private var inService: [ID: [ID: [ID: ID]]] = [:]
    private var shared: [ID: [ID: ID]] = [:]
    private var members: [ID: [ID: ID]] = [:]
    private var options: [ID: [ID: [ID: ID]]] = [:]
    private(set) var fields: [ID: [ID: ID]] = [:]

    init(_ renames: [Rename], in base: Tree) {
        self.base = base
        for rename in renames {
            guard rename.stays, let new = rename.to.last, base[at: rename.from] != nil else {
                continue
            }
            learn(rename.from.path, new)
        }
    }

    private mutating func learn(_ path: [ID], _ new: ID) {
        guard path.count > 1, let old = path.last else { return }
        switch (path[0], path.count) {
        case ("service", 4): inService[path[1], default: [:]][path[2], default: [:]][old] = new
        case ("service", 6) where path[2] == "question" && path[4] == "questions":
            members[path[1], default: [:]][old] = new
        case ("service", 6) where path[2] == "question" && path[4] == "label":
            options[path[1], default: [:]][path[3], default: [:]][old] = new
        case ("register", 4) where path[2] == "fields": fields[path[1], default: [:]][old] = new
        case (_, 2): shared[path[0], default: [:]][old] = new
        case (_, _): break
        }
    }

    var isEmpty: Bool {
        inService.isEmpty && shared.isEmpty && members.isEmpty && options.isEmpty && fields.isEmpty
    }

    /// The new names of one kind of thing, as one service (or something shared) knows them.
    func of(_ kind: ID, in service: ID?) -> [ID: ID] {
        guard !Self.sharedKinds.contains(kind) else { return shared[kind] ?? [:] }
        guard let service else { return agreed(on: kind) }
        return inService[service]?[kind] ?? [:]
    }

    private static let sharedKinds: Set<ID> = ["service", "letter", "register", "rule"]

    private func agreed(on kind: ID) -> [ID: ID] {
        var names: [ID: ID] = [:]
        for old in Set(inService.values.flatMap { $0[kind]?.keys.map(\.self) ?? [] }) {
            let holders = (base["service"]?.children ?? []).filter { $0.tree[kind]?[old] != nil }
            let new = Set(holders.map { inService[$0.id]?[kind]?[old] })
            if new.count == 1, let only = new.first { names[old] = only }
        }
        return names
    }

    /// The new names of the questions inside groups.
    func ofMembers(in service: ID?) -> [ID: ID] {
        guard let service else {
            return members.values.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }
        return members[service] ?? [:]
    }

    func ofOptions(of question: ID, in service: ID?) -> [ID: ID] {
        service.flatMap { options[$0]?[question] } ?? [:]
    }

    /// The questions of a service whose options have new names.
    func questionsWithNewOptions(in service: ID?) -> [ID] {
        service.flatMap { options[$0].map { Array($0.keys) } } ?? []
    }
}

extension NewNames {
    /// The renames that follow from those declared: ids that repeat a name.
    ///
    /// An example answers a question by its name, an action writes into a field by its name, and a
    /// check without a name of its own is called after what it says.
    func following(_ references: RenamedReferences) -> [Rename] {
        var renames: [Rename] = []
        for (example, node) in base["example"]?.children ?? [] {
            let names = of("question", in: node["service"]?.text.map { ID($0) })
            let slot = Slot(["example", example, "answers"])
            renames += Self.renames(of: node["answers"]?.children.map(\.id) ?? [], at: slot, names)
        }
        for (service, node) in base["service"]?.children ?? [] {
            for (action, act) in node["action"]?.children ?? [] {
                guard let record = act["record"], let register = record["in"]?.text else {
                    continue
                }
                let slot = Slot(["service", service, "action", action, "record"])
                let ids = record.children.map(\.id).filter {
                    $0 != "in" && $0 != "corrects"
                }
                renames += Self.renames(of: ids, at: slot, fields[ID(register)] ?? [:])
            }
            for (check, node) in node["check"]?.children ?? [] {
                let slot = Slot(["service", service, "check", check])
                guard let said = node["that"], let text = said.text,
                    WordForms.derivedID(from: text) == check,
                    let now = references(said, at: slot.child("that")).text, now != text
                else { continue }
                let id = WordForms.derivedID(from: now)
                renames.append(Rename(from: slot, to: slot.parent.child(id)))
            }
        }
        return renames
    }

    private static func renames(of ids: [ID], at slot: Slot, _ names: [ID: ID]) -> [Rename] {
        ids.compactMap { id in
            names[id].map { Rename(from: slot.child(id), to: slot.child($0)) }
        }
    }
}
