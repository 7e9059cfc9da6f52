extension TextInput.Kind {
    /// The keyboard, and what the phone may fill in by itself (WCAG 1.3.5).
    var attributes: (type: StaticString, mode: StaticString, purpose: StaticString) {
        switch self {
        case .plain, .caseNumber: ("text", "text", "off")
        case .name: ("text", "text", "name")
        case .nik, .nib, .whole: ("text", "numeric", "off")
        case .phone: ("tel", "tel", "tel")
        case .mail: ("email", "email", "email")
        case .address: ("text", "text", "street-address")
        case .oneTimeCode: ("text", "numeric", "one-time-code")
        case .username: ("text", "text", "username")
        case .password: ("password", "text", "current-password")
        case .newPassword: ("password", "text", "new-password")
        case .search: ("search", "search", "off")
        }
    }

    /// As wide as what is expected.
    var width: StaticString {
        switch self {
        case .plain, .name, .mail, .address, .search, .username, .password, .newPassword: "kotak"
        case .nik, .nib, .phone, .caseNumber: "kotak sedang angka"
        case .whole, .oneTimeCode: "kotak pendek angka"
        }
    }
}

extension Field {
    func write(_ input: TextInput, _ html: HTML) {
        let (type, mode, purpose) = input.kind.attributes
        html(
            .input,
            .class(input.kind.width),
            .type(type),
            .id(name),
            .name(name),
            // A secret is never sent back to the screen.
            .when(type.description != "password", .value(input.value)),
            .when(mode.description != type.description, .inputmode(mode)),
            .autocomplete(
                input.kind == .caseNumber || html.visit.isOnSharedPhone ? "off" : purpose
            ),
            .when(input.kind != .plain, .spellcheck(false)),
            .describedBy(describedBy),
            .invalid(error != nil)
        )
    }

    func writeLong(_ value: String, most: Int?, _ html: HTML) {
        // The parser drops one line break after the tag: a text that begins with one keeps it so.
        let text = value.first?.isNewline == true ? "\n" + value : value
        let count = most.map { _ in name + "-jumlah" }
        let described = [describedBy, count].compactMap { $0 }.joined(separator: " ")
        html(
            .textarea,
            text,
            .class("kotak"),
            .id(name),
            .name(name),
            .rows(5),
            .describedBy(described.isEmpty ? nil : described),
            .invalid(error != nil),
            .when(most != nil, .does("hitung")),
            .data(most.map(String.init))
        )
        if let most {
            html(.p, Words.charactersAtMost(most), .class("petunjuk"), .id(count))
        }
    }

    func writeMoney(_ value: String, _ html: HTML) {
        html(.div, .class("berunit")) {
            html(.span, "Rp", .silent())
            number(value, "numeric", html)
        }
    }

    func writeDecimal(_ value: String, _ unit: Words, _ html: HTML) {
        html(.div, .class("berunit")) {
            number(value, "decimal", html, unitID: name + "-satuan")
            html(.span, unit, .id(name + "-satuan"))
        }
    }

    private func number(
        _ value: String,
        _ mode: StaticString,
        _ html: HTML,
        unitID: String? = nil
    ) {
        let described = [describedBy, unitID].compactMap { $0 }.joined(separator: " ")
        html(
            .input,
            .class("kotak pendek angka"),
            .type("text"),
            .id(name),
            .name(name),
            .value(value),
            .inputmode(mode),
            .autocomplete("off"),
            .describedBy(described.isEmpty ? nil : described),
            .invalid(error != nil)
        )
    }
}
