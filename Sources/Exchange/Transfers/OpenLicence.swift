import Blueprints

extension Package {
    /// Whether everybody may use it by its licence; then no agreement is asked for.
    package var isOpen: Bool {
        members.allSatisfy { member in
            let licence = member.content.text(at: "blueprint/licence") ?? ""
            return Self.open.contains { licence.uppercased().hasPrefix($0) }
        }
    }

    /// How the names of licences begin under which everybody may use, change and hand on.
    private static let open = ["CC0-", "CC-BY-4", "CC-BY-SA-", "EUPL-", "MIT", "APACHE-2"]
}
