import Office
import Site
import Stories

// How a post and its time read.

extension OfficeMap {
    /// "Lurah Pasar II, Kelurahan Pasar II".
    func title(of post: Code) -> String {
        guard let found = self.post(post) else { return post.text }
        return "\(found.title), \(unit(found.unit)?.name ?? found.unit.text)"
    }
}

extension Holding {
    /// Capacity, post and unit, and until when where that is known.
    func words(in map: OfficeMap, on today: Day) -> Words {
        let title = capacity.prefix + map.title(of: post)
        if today < first { return Words.postFrom(title, first, last) }
        return last.map { Words.postUntil(title, $0) } ?? Words(title, title)
    }
}

extension Capacity {
    var words: Words {
        switch self {
        case .definitive: Words("Definitif", "Holder of the post")
        case .acting: Words("Plt. (pelaksana tugas)", "Acting, the post is vacant")
        case .standIn: Words("Plh. (pelaksana harian)", "Standing in for a short absence")
        }
    }
}

extension Words {
    static func postUntil(_ title: String, _ last: Day) -> Words {
        Words(
            "\(title), sampai \(DateWords.date(last, in: .indonesian))",
            "\(title), until \(DateWords.date(last, in: .english))"
        )
    }

    static func postFrom(_ title: String, _ first: Day, _ last: Day?) -> Words {
        let begins = Words(
            "\(title), mulai \(DateWords.date(first, in: .indonesian))",
            "\(title), from \(DateWords.date(first, in: .english))"
        )
        guard let last else { return begins }
        return Words(
            begins.indonesian + " sampai \(DateWords.date(last, in: .indonesian))",
            (begins.english ?? "") + " until \(DateWords.date(last, in: .english))"
        )
    }

    /// "25 November 2026".
    static func date(_ day: Day) -> Words {
        Words(DateWords.date(day, in: .indonesian), DateWords.date(day, in: .english))
    }
}
