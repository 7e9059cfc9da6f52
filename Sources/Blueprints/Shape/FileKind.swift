/// A kind of file of a regency's folder.
package enum FileKind: String, Hashable, Sendable, CaseIterable {
    case blueprint, service, register, rule, letter, texts, example, renames, overlay, lock
    case regency

    /// `import` is a word of Swift.
    case bringing = "import"

    /// What the whole file is.
    package var part: Part {
        switch self {
        case .blueprint: .blueprint
        case .service: .service
        case .register: .register
        case .rule: .rule
        case .letter: .letter
        case .texts: .translations
        case .example: .example
        case .renames: .renames
        case .overlay: .overlay
        case .lock: .lock
        case .regency: .regency
        case .bringing: .bringing
        }
    }

    /// Where such files lie: a folder with a `/` at its end, or one file.
    package var location: String {
        switch self {
        case .blueprint: "blueprint.yaml"
        case .service: "services/"
        case .register: "registers/"
        case .rule: "rules/"
        case .letter: "letters/"
        case .texts: "texts/"
        case .example: "examples/"
        case .renames: "renames/"
        case .overlay: "overlay.yaml"
        case .lock: "lock.yaml"
        case .regency: "regency.yaml"
        case .bringing: "imports/"
        }
    }

    /// The kinds of file of a blueprint folder.
    package static let ofBlueprint = allCases.filter { $0 != .regency }

    /// The kind of the file at a path relative to its folder; nil for any other file.
    package init?(path: String) {
        let found = Self.allCases.first { kind in
            guard kind.location.hasSuffix("/") else { return path == kind.location }
            let name = path.dropFirst(kind.location.count)
            return path.hasPrefix(kind.location) && name.hasSuffix(".yaml") && !name.contains("/")
                && name.count > ".yaml".count
        }
        guard let found else { return nil }
        self = found
    }
}
