/// Who asks, by what they are found, and which paper was seen: sealed as one.
package struct Identity: Hashable, Sendable {
    package var name: String
    package var nik: String
    package var phone: String
    package var number: String
    package var paper: String

    package init(
        name: String,
        nik: String = "",
        phone: String = "",
        number: String = "",
        paper: String
    ) {
        self.name = name
        self.nik = nik
        self.phone = phone
        self.number = number
        self.paper = paper
    }

    /// One line each, in this order for ever.
    var text: String {
        [name, nik, phone, number, paper]
            .map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
            .joined(separator: "\n")
    }

    init(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func line(_ index: Int) -> String { lines.indices.contains(index) ? lines[index] : "" }
        self.init(name: line(0), nik: line(1), phone: line(2), number: line(3), paper: line(4))
    }

    /// What the dossiers are looked for by: each on its own, for people write them differently.
    var marks: [String] { [number, nik, phone, name].filter { !$0.isEmpty } }
}
