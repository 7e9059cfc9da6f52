/// The JSON Schema (draft 2020-12) of one kind of file, for editors.
///
/// An editor reads `0` as a number and `true` as a truth where our reader keeps text, so both are
/// allowed; what only our reader can tell (references, expressions) is left to it.
package enum Schema {
    package static func text(of kind: FileKind) -> String {
        let parts = reachable(from: kind.part)
        var pairs: [(String, JSONText)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text("\(kind.location)\(kind.location.hasSuffix("/") ? "*.yaml" : "")")),
            ("description", .text(Shape[kind.part].title.indonesian)),
            ("$ref", .text("#/$defs/\(kind.part.rawValue)")),
        ]
        let definitions = parts.map { ($0.rawValue, definition(of: $0)) } + [("hole", hole)]
        pairs.append(("$defs", .object(definitions)))
        return JSONText.object(pairs).written() + "\n"
    }

    /// The parts that a file of this part may hold, each once, as they first come up.
    static func reachable(from part: Part) -> [Part] {
        var found: [Part] = [part]
        var next = 0
        while next < found.count {
            for field in Shape[found[next]].fields {
                for part in parts(in: field.content) where !found.contains(part) {
                    found.append(part)
                }
            }
            next += 1
        }
        return found
    }

    private static func parts(in content: Content) -> [Part] {
        switch content {
        case .record(let part), .things(let part), .named(let part, _, _): [part]
        case .list(let inner), .values(let inner), .assigned(_, let inner): parts(in: inner)
        case .scalar, .oneOrMore, .labelled, .options, .translations, .answers, .anything: []
        }
    }

    private static let hole = JSONText.object([
        ("type", .text("object")),
        ("description", .text("Lubang: harus diisi kabupaten penerima.")),
        ("properties", .object([("hole", .object(SchemaOfScalars.word))])),
        ("required", .texts(["hole"])),
        ("additionalProperties", .truth(false)),
    ])

    private static func definition(of part: Part) -> JSONText {
        let shape = Shape[part]
        var properties = shape.fields.map { ($0.key.text, property(of: $0)) }
        if shape.home != nil, shape.idField == nil {
            // Entries of an overlay say under which parent an added thing stands.
            properties = properties.filter { $0.0 != "in" }
        }
        let required = shape.fields.filter(\.isRequired).map(\.key.text)
        var pairs: [(String, JSONText)] = [
            ("type", .text("object")), ("description", .text(shape.title.indonesian)),
            ("properties", .object(properties)),
        ]
        if !required.isEmpty { pairs.append(("required", .texts(required))) }
        pairs.append(
            (
                "additionalProperties",
                shape.rest.map { schema(of: $0, isHole: false) } ?? .truth(false)
            )
        )
        guard let key = shape.shorthand, let field = shape.field(key) else { return .object(pairs) }
        return .object([
            ("anyOf", .list([schema(of: field.content, isHole: true), .object(pairs)]))
        ])
    }

    private static func property(of field: Field) -> JSONText {
        let inner = schema(of: field.content, isHole: field.freedom == .hole)
        guard case .object(let pairs) = inner else { return inner }
        var described = [("description", JSONText.text(field.meaning.indonesian))] + pairs
        if case .scalar = field.content { described.append(("examples", .texts([field.example]))) }
        return .object(described)
    }

    private static func schema(of content: Content, isHole: Bool) -> JSONText {
        switch content {
        case .scalar(let scalar): return orHole(.object(SchemaOfScalars.schema(of: scalar)), isHole)
        case .list(let inner):
            return .object([("type", .text("array")), ("items", schema(of: inner, isHole: isHole))])
        case .oneOrMore(let scalar):
            let one = schema(of: .scalar(scalar), isHole: isHole)
            let list = JSONText.object([
                ("type", .text("array")), ("items", one), ("minItems", .number(1)),
            ])
            return .object([("anyOf", .list([one, list]))])
        case .record(let part): return .object([("$ref", .text("#/$defs/\(part.rawValue)"))])
        case .things(let part):
            return keyed(.object([("$ref", .text("#/$defs/\(part.rawValue)"))]))
        case .named(let part, _, _): return schema(of: .list(.record(part)), isHole: false)
        case .values(let inner), .assigned(_, let inner):
            return keyed(schema(of: inner, isHole: false))
        case .labelled(let scalar):
            let value = schema(of: .scalar(scalar), isHole: scalar.isWords)
            return .object([("type", .text("object")), ("additionalProperties", value)])
        case .options: return keyed(schema(of: .text, isHole: true))
        case .translations: return translation
        case .answers: return .object([("type", .text("object"))])
        case .anything: return .object([])
        }
    }

    private static var translation: JSONText {
        let text = JSONText.object(SchemaOfScalars.schema(of: .text))
        let withDigest = JSONText.object([
            ("type", .text("object")),
            (
                "properties",
                .object([("text", text), ("of", .object(SchemaOfScalars.schema(of: .digest)))])
            ),
            ("required", .texts(["text"])), ("additionalProperties", .truth(false)),
        ])
        return .object([("anyOf", .list([text, withDigest]))])
    }

    private static func keyed(_ value: JSONText) -> JSONText {
        .object([
            ("type", .text("object")),
            ("propertyNames", .object([("pattern", .text("^[a-z][a-z0-9_-]{0,63}$"))])),
            ("additionalProperties", value),
        ])
    }

    private static func orHole(_ schema: JSONText, _ isHole: Bool) -> JSONText {
        guard isHole else { return schema }
        return .object([("anyOf", .list([schema, .object([("$ref", .text("#/$defs/hole"))])]))])
    }
}
