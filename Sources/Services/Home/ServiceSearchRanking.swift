import Blueprints

extension InForce {
    /// The services that a search finds, by everyday words too, the best first.
    func search(_ query: String) -> [PublicService] {
        let words = query.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard !words.isEmpty else { return services }
        let scored = services.map { service in (service, Self.score(service, words)) }
        return scored.filter { $0.1 > 0 }
            .sorted { ($0.1, $1.0.title.indonesian) > ($1.1, $0.0.title.indonesian) }
            .map(\.0)
    }

    /// How well a service fits: its title counts most, then the words people use for it.
    private static func score(_ service: PublicService, _ words: [String]) -> Int {
        let title = (service.title.indonesian + " " + (service.title.translated[.english] ?? ""))
            .lowercased()
        let everyday = service.searchWords.joined(separator: " ").lowercased()
        let purpose = service.purpose.indonesian.lowercased()
        var score = 0
        for word in words where word.count >= 2 {
            if title.contains(word) {
                score += 5
            } else if everyday.contains(word) {
                score += 3
            } else if purpose.contains(word) {
                score += 1
            }
        }
        return score
    }
}
