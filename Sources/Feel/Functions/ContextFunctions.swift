extension Builtins {
    private static let anyContext = FeelType.context([:])

    static let contextFunctions: [Builtin] = [
        .plain("get value", [.of("m", anyContext), .text("key")], gives: .any) { values in
            values[1].text.flatMap { values[0].fields?[$0] } ?? .null
        },
        .plain("get entries", [.of("m", anyContext)], gives: .list(.any)) { values in
            .list(
                (values[0].fields ?? [:]).sorted { $0.key < $1.key }.map { key, value in
                    .context(["key": .string(key), "value": value])
                }
            )
        },
        .plain(
            "context put",
            [.of("context", anyContext), .text("key"), .any("value")],
            gives: .any
        ) {
            guard let key = $0[1].text else { return .null }
            return put($0[0], [key], $0[2])
        },
        .plain(
            "context put",
            [.of("context", anyContext), .of("keys", .list(.string)), .any("value")],
            gives: .any
        ) { values in
            put(values[0], (values[1].items ?? []).compactMap(\.text)[...], values[2])
        },
        .plain("context merge", [.of("contexts", .list(anyContext))], gives: .any) { values in
            var merged: [String: FeelValue] = [:]
            for item in values[0].items ?? [] {
                guard let fields = item.fields else { return .null }
                merged.merge(fields) { $1 }
            }
            return .context(merged)
        },
        .plain("context", [.list("entries")], gives: .any) { values in
            var result: [String: FeelValue] = [:]
            for item in values[0].items ?? [] {
                guard let fields = item.fields, let key = fields["key"]?.text,
                    let value = fields["value"], result[key] == nil
                else { return .null }
                result[key] = value
            }
            return .context(result)
        },
    ]

    private static func put(
        _ context: FeelValue,
        _ keys: ArraySlice<String>,
        _ value: FeelValue
    ) -> FeelValue {
        guard var fields = context.fields, let key = keys.first else { return .null }
        if keys.count == 1 {
            fields[key] = value
        } else {
            guard let inner = fields[key] else { return .null }
            let edited = put(inner, keys.dropFirst(), value)
            guard !edited.isNull else { return .null }
            fields[key] = edited
        }
        return .context(fields)
    }
}
