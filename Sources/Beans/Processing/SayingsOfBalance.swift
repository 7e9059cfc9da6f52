/// `1.250,5 kg`, exact to the gram.
func kilogramsText(_ grams: Ratio) -> Saying {
    let kilograms = Ratio(grams.roundedHalfUp, over: 1000)
    return Saying("\(kilograms.text()) kg", "\(kilograms.englishText()) kg")
}

extension BalanceFinding.Line {
    /// `gelondong basah 500 kg × 0,24 = 120 kg (sumber)`.
    package var arithmetic: Saying {
        let (title, mass) = (input.kind.title, kilogramsText(counted))
        guard let most else {
            return Saying(
                "\(title.indonesian) \(mass.indonesian): rasio belum ditetapkan",
                "\(title.english) \(mass.english): no ratio is declared"
            )
        }
        let (factor, product) = (conversion?.most ?? 1, kilogramsText(most))
        let source = conversion.map { " (\($0.sourced.source))" } ?? ""
        return Saying(
            "\(title.indonesian) \(mass.indonesian) × \(factor.text()) = \(product.indonesian)"
                + source,
            "\(title.english) \(mass.english) × \(factor.englishText()) = \(product.english)"
                + source
        )
    }
}

extension BalanceFinding {
    /// What came out and what could have come at most.
    package var sentence: Saying {
        let (title, mass) = (output.kind.title, kilogramsText(countedOutput))
        let said = Saying(
            "Keluar \(mass.indonesian) \(title.indonesian)",
            "\(mass.english) of \(title.english) came out"
        )
        guard let allowed else {
            return Saying(
                said.indonesian + "; rasio untuk salah satu bahannya belum ditetapkan.",
                said.english + "; the ratio of one of its inputs is not declared."
            )
        }
        let (most, percent) = (kilogramsText(allowed), tolerance * 100)
        let bound = Saying(
            ", paling banyak \(most.indonesian) (toleransi \(percent.text()) %)",
            ", at most \(most.english) (tolerance \(percent.englishText()) %)"
        )
        let end =
            switch verdict {
            case .fits, .cannotSay: Saying(".", ".")
            case .near: Saying(". Ini mendekati batas.", ". That is near the bound.")
            case .tooMuch:
                Saying(
                    ". Ini lebih dari yang bisa dihasilkan bahannya.",
                    ". That is more than its inputs can give."
                )
            }
        let water =
            isMoistureMissing
            ? Saying(
                " Kadar air tidak lengkap, jadi dihitung menurut timbangan.",
                " Moistures are missing, so masses count as weighed."
            ) : Saying("", "")
        return Saying(
            said.indonesian + bound.indonesian + end.indonesian + water.indonesian,
            said.english + bound.english + end.english + water.english
        )
    }
}
