import Blueprints
import Feel
import Site

// What one page of questions sent, whether a service asks them or a register.

extension Draft {
    /// Puts what a page sent in place of what was typed there before.
    mutating func take(_ posted: Posted, of questions: [Question]) {
        for question in questions {
            let name = question.id.text
            // A box that nobody ticked is not sent at all.
            fields = fields.filter {
                $0.key != name
                    && !($0.key.hasPrefix("\(name)-") && !$0.key.hasSuffix("-banyak"))
            }
            // How many members there are, only our own buttons change.
            for (key, value) in posted.values
            where key == name || (key.hasPrefix("\(name)-") && !key.hasSuffix("-banyak")) {
                fields[key, default: []].append(String(value.prefix(20_000)))
            }
            if fields[name] == nil, !question.type.isFile { fields[name] = [""] }
        }
    }

    /// The villages found, where the search button was pressed or nothing was chosen yet.
    func villageSearch(
        _ posted: Posted,
        among questions: [Question],
        in villages: Villages
    ) -> FoundVillages? {
        for (name, region) in villageFields(of: questions) {
            let typed = posted["\(name)-cari"] ?? ""
            let chosen = posted[name] ?? ""
            guard posted["\(name)-tombol"] != nil || (chosen.isEmpty && !typed.isEmpty) else {
                continue
            }
            return FoundVillages(field: name, places: villages.search(typed, first: region))
        }
        return nil
    }

    /// The fields that take a village, those of the members of groups among them.
    private func villageFields(of questions: [Question]) -> [(name: String, region: String?)] {
        questions.flatMap { question -> [(name: String, region: String?)] in
            if case .village(let region) = question.type { return [(question.id.text, region)] }
            guard case .group(let parts, let count) = question.type else { return [] }
            let name = question.id.text
            let members = FormFields.members(of: name, count, in: self)
            return (0..<members).flatMap { index in
                villageFields(of: parts).map { part in
                    (FormFields.member(index, of: name, ID(part.name)), part.region)
                }
            }
        }
    }
}

extension FormReading {
    /// What is wrong with the answers to some questions, by their fields.
    func problems(of questions: [Question]) -> [String: Site.Words] {
        let ids = Set(questions.map(\.id))
        var found: [String: Site.Words] = [:]
        for trouble in problems {
            if let entry = trouble.entry {
                for question in questions {
                    guard case .group(let parts, _) = question.type,
                        parts.contains(where: { $0.id == trouble.question })
                    else { continue }
                    let name = FormFields.member(entry, of: question.id.text, trouble.question)
                    found[name] = Words(trouble.sentence)
                }
            } else if ids.contains(trouble.question) {
                found[trouble.question.text] = Words(trouble.sentence)
            }
        }
        return found
    }
}

extension InForce {
    /// What answers are read against on a day.
    func ground(_ today: FeelDate) -> AnswerGround {
        let villages = villages
        return AnswerGround(
            today: today,
            districts: villages.districtDigits,
            isVillage: { villages.isVillage($0) },
            placeName: { villages.regionName(of: $0) }
        )
    }
}
