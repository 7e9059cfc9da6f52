/// All that is to be fixed, above the form, each leading to its question.
package struct ErrorSummary: Component {
    package var errors: [(id: String, sentence: Words)]

    package init(_ errors: [(id: String, sentence: Words)]) { self.errors = errors }

    /// What the fields have to say, those of repeated groups too.
    package init(of fields: [Field]) { errors = fields.flatMap(Self.errors) }

    package func write(to html: HTML) {
        guard !errors.isEmpty else { return }
        html(
            .div,
            .class("galat"),
            .id("galat"),
            .role("alert"),
            .tabindex(-1),
            .autofocus(),
            .labelledBy("galat-judul")
        ) {
            html(.h2, .needsFixing, .id("galat-judul"))
            html(.ul) {
                for error in errors {
                    html(.li) { html(.a, error.sentence, .href(.here(error.id))) }
                }
            }
        }
    }

    private static func errors(of field: Field) -> [(id: String, sentence: Words)] {
        var errors = field.error.map { [(field.name, $0)] } ?? []
        if case .group(let group) = field.control {
            errors += group.members.joined().flatMap(Self.errors)
        }
        return errors
    }
}
