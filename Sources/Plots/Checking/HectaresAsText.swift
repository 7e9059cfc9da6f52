/// A size in hectares that somebody wrote as text, where it can only mean one number.
///
/// A comma is the Indonesian point; but `1,250` may be one and a quarter or a thousand two hundred
/// and fifty, and is nobody's to guess.
struct HectaresAsText: Hashable {
    let hectares: Double

    init?(_ text: String) {
        let plain = text.filter { $0 != " " }
        guard WrittenDegrees(text: plain) != nil else { return nil }
        let parts = plain.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].count == 3 { return nil }
        guard let hectares = Double(plain.replacing(",", with: ".")), hectares.isFinite,
            hectares >= 0
        else { return nil }
        self.hectares = hectares
    }
}
