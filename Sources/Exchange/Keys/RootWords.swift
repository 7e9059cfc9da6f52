/// Twelve words for a root: what is printed in an agreement, read aloud and typed.
///
/// They hold the first 128 bits of the SHA-256 of what is signed, and four bits that notice most
/// slips. The words are made of two syllables each, as Indonesian words are, so that anybody can
/// read and spell them; they mean nothing, and those that would mean something rude are left out.
package enum RootWords {
    /// 2048 words, each for eleven bits, in this order for ever.
    package static let list: [String] = {
        let first = [
            "b", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "c",
        ]
        let second = ["d", "g", "k", "l", "m", "n", "r", "s", "t", "y"]
        let vowels = ["a", "i", "o", "u"]
        var words: [String] = []
        for consonant in first {
            for vowel in vowels {
                for other in second {
                    for last in vowels {
                        let word = consonant + vowel + other + last
                        if !unwanted.contains(word) { words.append(word) }
                    }
                }
            }
        }
        return Array(words.prefix(2048))
    }()

    /// Words that nobody wants to find in an agreement.
    private static let unwanted: Set<String> = [
        "basi", "bini", "bisu", "bodo", "buta", "dosa", "duda", "gila", "hina", "kaku", "kuli",
        "lala",
        "luka", "maki", "mala", "mani", "mati", "muka", "ragu", "rugi", "sara", "susu", "tida",
        "tola",
        "tolo", "tuli",
    ]

    private static let places: [String: Int] = Dictionary(
        list.enumerated().map { ($1, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The words of a digest.
    package static func words(of digest: [UInt8]) -> [String] {
        precondition(digest.count >= 16, "a digest has at least sixteen bytes")
        let start = Array(digest.prefix(16))
        var bits = start.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        let check = digestBytes(start)[0] >> 4
        bits += (0..<4).map { check >> (3 - $0) & 1 }
        return stride(from: 0, to: 132, by: 11).map { at in
            list[bits[at..<at + 11].reduce(0) { $0 << 1 | Int($1) }]
        }
    }

    /// The first sixteen bytes that twelve typed words stand for.
    package static func start(reading text: String) throws(TrustRefusal) -> [UInt8] {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        guard words.count == 12 else { throw .wordsNotTwelve }
        var bits: [UInt8] = []
        for word in words {
            guard let place = places[word] else { throw .wordsUnknown }
            bits += (0..<11).map { UInt8(place >> (10 - $0) & 1) }
        }
        let bytes = stride(from: 0, to: 128, by: 8).map { at in
            bits[at..<at + 8].reduce(0) { $0 << 1 | $1 }
        }
        let check = bits[128...].reduce(0) { $0 << 1 | $1 }
        guard digestBytes(bytes)[0] >> 4 == check else { throw .wordsMistyped }
        return bytes
    }
}
