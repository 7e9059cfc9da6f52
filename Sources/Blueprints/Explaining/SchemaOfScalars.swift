/// What a single value may look like, as far as a pattern can say it.
enum SchemaOfScalars {
    typealias Pairs = [(String, JSONText)]

    static let word: Pairs = text("^[a-z][a-z0-9_-]{0,63}$")

    static func schema(of scalar: Scalar) -> Pairs {
        switch scalar {
        case .text, .sentence, .feel, .fee, .numberTemplate, .path, .slot, .reference(.topic),
            .reference(.notice):
            [("type", .texts(["string", "number", "boolean"])), ("minLength", .number(1))]
        case .word, .reference: word
        case .until: text("^until +[a-z][a-z0-9_-]*$")
        case .span: text("^[1-9][0-9]{0,3} (hari kerja|jam kerja|hari)$")
        case .days: text("^(0|[1-9][0-9]{0,3}) hari$")
        case .keeping: text("^[1-9][0-9]{0,2} (tahun|bulan)$")
        case .whole, .money: number("integer", "^[0-9]{1,15}$")
        case .decimal: number("number", "^-?[0-9]+(\\.[0-9]+)?$")
        case .choice(let choices): [("enum", .texts(choices.map(\.word)))]
        case .flag("true"), .yesNo: [("enum", .list([.truth(true), .text("true")]))]
        case .flag(let word): [("enum", .texts([word]))]
        case .date: text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .moment: text("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}\\.[0-9]{2}$")
        case .digest: text("^[0-9a-fA-F]{64}$")
        case .regionCode: number("number", "^[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?$")
        case .version: number("number", "^[0-9]{1,6}(\\.[0-9]{1,6}){1,2}$")
        case .requirement: text("^[0-9.]+/[a-z][a-z0-9_-]* +>=[0-9.]+$")
        case .language: text("^[a-z]{2,3}$")
        case .address: text("^https?://[^ ]+$")
        case .phone: text("^[0-9+() -]+$")
        case .colour: text("^#[0-9a-fA-F]{6}$")
        case .hours: text("^[0-9., -]+$")
        }
    }

    private static func text(_ pattern: String) -> Pairs {
        [("type", .text("string")), ("pattern", .text(pattern))]
    }

    /// A number that an editor may have read as one.
    private static func number(_ type: String, _ pattern: String) -> Pairs {
        [("type", .texts([type, "string"])), ("pattern", .text(pattern))]
    }
}
