import Blueprints

extension AdaptedFolder {
    /// What must be installed with it: `16.03/kopi >=1.2`.
    package var requirements: [(name: String, least: String)] {
        read.tree.list(at: "blueprint/requires").compactMap(\.value).compactMap { text in
            let words = text.split(separator: " ").map(String.init)
            guard let name = words.first else { return nil }
            return (name, words.count > 1 ? String(words[1].drop { ">=".contains($0) }) : "0")
        }
    }

    /// What others require comes first; beyond that by name, each once.
    package static func inOrderOfNeed(_ folders: [AdaptedFolder]) -> [AdaptedFolder] {
        var rest: [AdaptedFolder] = []
        for folder in folders.sorted(by: { $0.name < $1.name })
        where !rest.contains(where: { $0.name == folder.name }) {
            rest.append(folder)
        }
        var placed: [AdaptedFolder] = []
        while !rest.isEmpty {
            let waiting = Set(rest.map(\.name))
            // A circle is broken at its first name: compiling then says what is missing.
            let next = rest.firstIndex { folder in
                folder.requirements.allSatisfy { !waiting.contains($0.name) }
            }
            placed.append(rest.remove(at: next ?? 0))
        }
        return placed
    }
}
