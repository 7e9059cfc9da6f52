import Blueprints

/// A tree as programs read it: texts, lists, and objects, where `@order` tells a collection.
struct ToldTree: Encodable {
    let tree: Tree

    init?(_ tree: Tree?) {
        guard let tree else { return nil }
        self.tree = tree
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { return nil }
    }

    func encode(to encoder: any Encoder) throws {
        switch tree {
        case .text(let text):
            var value = encoder.singleValueContainer()
            try value.encode(text)
        case .atom(let parts):
            var list = encoder.unkeyedContainer()
            for part in parts { try list.encode(ToldTree(part)) }
        case .keyed:
            var keys = encoder.container(keyedBy: Key.self)
            if !tree.ids.isEmpty {
                try keys.encode(tree.ids.map(\.text), forKey: Key(stringValue: "@order"))
            }
            for (id, child) in tree.children {
                try keys.encode(ToldTree(child), forKey: Key(stringValue: id.text))
            }
        }
    }
}
