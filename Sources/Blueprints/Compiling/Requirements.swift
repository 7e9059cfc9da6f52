import Feel

/// What a blueprint requires must be installed, and new enough.
enum Requirements {
    static func check(_ draft: Draft, installed: [Blueprint]) -> [Diagnostic] {
        guard let blueprint = draft.blueprint else { return [] }
        return blueprint.parts("requires").compactMap { part in
            guard let text = part.tree.text else { return nil }
            let words = text.split(separator: " ").map(String.init)
            guard let name = words.first else { return nil }
            let least = words.count > 1 ? String(words[1].drop { ">=".contains($0) }) : "0"
            let found = installed.first { $0.name.description == name }
            if let found, version(found.version).isAtLeast(version(least)) { return nil }
            return draft.diagnostic(
                .requirementMissing,
                at: part.slot,
                found.map {
                    "\"\(name)\" terpasang versi \($0.version), perlu \(least) atau lebih."
                }
                    ?? "Cetak biru \"\(name)\" belum terpasang di sini.",
                fix: found == nil
                    ? FeelWording.meant(
                        Nearest.to(name, among: installed.map(\.name.description))
                    ) ?? "Pasang dulu \"\(name)\" versi \(least) atau lebih."
                    : nil
            )
        }
    }

    private static func version(_ text: String) -> [Int] {
        text.split(separator: ".").map { Int($0) ?? 0 }
    }
}

extension [Int] {
    fileprivate func isAtLeast(_ other: [Int]) -> Bool {
        let length = Swift.max(count, other.count)
        func padded(_ numbers: [Int]) -> [Int] {
            numbers + [Int](repeating: 0, count: length - numbers.count)
        }
        return !padded(self).lexicographicallyPrecedes(padded(other))
    }
}
