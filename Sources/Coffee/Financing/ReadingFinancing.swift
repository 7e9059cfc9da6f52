import Beans
import Site
import Stories

extension FinancingForm {
    /// The most months and percent that are asked for: beyond it somebody mistyped.
    private static let mostMonths = 240
    private static let mostThousandths: Int64 = 100_000

    /// What the form says; nil where something is to be put right, which stands in it then.
    mutating func read(_ posted: Posted) -> FinancingTerms? {
        typed = FormAsTyped(posted)
        let bank = line("bank")
        let purpose = line("guna")
        parts = posted.all("bagian").filter { FinancingPart(rawValue: $0) != nil }
        chosenSeasons = posted.all("panen").filter { seasons.map(String.init).contains($0) }
        let chosen = Set(parts.compactMap(FinancingPart.init))
        if chosen.isEmpty { typed.errors["bagian"] = .choiceMissing }
        if chosen.contains(.deliveries), chosenSeasons.isEmpty, !seasons.isEmpty {
            typed.errors["panen"] = .choiceMissing
        }
        let loan = chosen.contains(.plan) ? loan() : nil
        if typed["setuju"] != "ya" { typed.errors["setuju"] = .tickToConsent }
        guard typed.isRight else { return nil }
        return FinancingTerms(
            to: bank,
            for: purpose,
            parts: chosen,
            seasons: chosen.contains(.deliveries) ? chosenSeasons.compactMap { Int($0) } : [],
            loan: loan
        )
    }

    private mutating func line(_ name: String) -> String {
        let text = typed.text(name)
        if text.count > 120 { typed.errors[name] = .tooLong(most: 120, over: text.count - 120) }
        return text
    }

    private mutating func loan() -> Loan? {
        let amount = typed.money("jumlah")
        let months = typed.whole("bulan", 1...Self.mostMonths)
        let rate = typed.thousandths("bunga", upTo: Self.mostThousandths)
        guard typed.isRight, let amount, let months, let rate else { return nil }
        let percent = Ratio(Int128(rate), over: 1000)
        let loan = Loan(amount, months: months, yearlyPercent: percent, .annuity)
        if loan.flatMap({ RepaymentPlan($0) }) == nil { typed.errors["jumlah"] = .loanUnreadable }
        return loan
    }
}
