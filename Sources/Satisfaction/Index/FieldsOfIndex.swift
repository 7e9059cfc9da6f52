package import Stories

// How grades and sums stand in events: by the words of the elements.

extension Grades: FactField {
    package var json: FactValue {
        var fields = FactFields()
        for element in SurveyElement.allCases {
            fields[element.rawValue] = .number(Int64(self[element].rawValue))
        }
        return .object(fields)
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json else { return nil }
        var grades: [SurveyElement: Grade] = [:]
        for element in SurveyElement.allCases {
            guard case .number(let number)? = fields[element.rawValue],
                let grade = Int(exactly: number).flatMap(Grade.init(rawValue:))
            else { return nil }
            grades[element] = grade
        }
        self.init(grades)
    }
}

extension Tally: FactField {
    package var json: FactValue {
        var sums = FactFields()
        for (element, sum) in self.sums { sums[element.rawValue] = .number(Int64(sum)) }
        return .object(["count": .number(Int64(count)), "sums": .object(sums)])
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json, case .number(let count)? = fields["count"],
            case .object(let named)? = fields["sums"]
        else { return nil }
        var sums: [SurveyElement: Int] = [:]
        for field in named {
            guard let element = SurveyElement(rawValue: field.name),
                case .number(let sum) = field.value
            else { return nil }
            sums[element] = Int(sum)
        }
        self.init(count: Int(count), sums: sums)
    }
}
