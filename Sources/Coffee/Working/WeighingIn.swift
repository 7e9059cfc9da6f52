import Ledger
import Site
import Stories

// A purchase at the scale becomes a delivery of a lot: typed on the page, or kept on a phone.

extension CoffeeFeature {
    /// So many days a purchase may have waited on a phone and still counts from when it was kept.
    private static let longestWaitDays = 30

    /// What became of a purchase.
    enum Weighed {
        case written(OpaqueID, lot: String)
        case asksAgain(FormAsTyped)
    }

    /// Reads what was typed and writes it into its lot.
    ///
    /// `times` tells when a phone kept it; nil where it was typed just now.
    func weigh(
        _ posted: Posted,
        as entry: OpaqueID? = nil,
        _ at: AtTheLots,
        _ times: OfflineTimes? = nil
    ) async throws -> Weighed {
        var typed = FormAsTyped(posted)
        let weighing = weighing(&typed, times)
        let (parts, who, code) = (parts, OpaqueID(typed["petani"]), LotCode(typed["lot"]))
        let (grower, plots, lot) = try await store.read { reader in
            let grower = try who.flatMap { try parts.registers.grower($0, reader) }
            return (
                grower, try grower.map { try parts.registers.plots($0.id, reader) } ?? [],
                try code.flatMap { try reader.lot($0) }
            )
        }
        guard let grower else { throw CoffeeRefusal.noSuchGrower }
        guard !grower.hasEnded else { throw CoffeeRefusal.growerEnded }
        if lot == nil { typed.errors["lot"] = typed["lot"].isEmpty ? .choiceMissing : .lotUnknown }
        guard typed.isRight, var weighing, let lot else { return .asksAgain(typed) }
        guard at.rights.mayWeigh(for: lot.holder) else { throw CoffeeRefusal.notYourLot }
        let chosen = Set(posted.all("kebun").compactMap { OpaqueID($0) })
        let from = chosen.isEmpty ? plots : plots.filter { chosen.contains($0.plot.id) }
        weighing.village = from.first?.plot.village
        let id = entry ?? OpaqueID(typed["tanda"]) ?? desk.draw.id()
        try await desk.deliver(
            LotDesk.Brought(id, of: grower.id, from: from.map(\.plot), weighing),
            to: lot.id,
            try measures(),
            at.asked(Posted([]))
        )
        return .written(id, lot: lot.code)
    }

    /// What was read from the scale; nil where something has to be typed anew.
    func weighing(_ typed: inout FormAsTyped, _ times: OfflineTimes?) -> Weighing? {
        let grams = typed.thousandths("berat", upTo: Self.heaviest)
        let moisture = typed.thousandths("air", upTo: 100_000, isOptional: true)
        let price = typed.money("harga")
        let advance = typed.money("panjar", isOptional: true)
        let grade = GradeAtScale(rawValue: typed["mutu"])
        if grade == nil, !typed["mutu"].isEmpty { typed.errors["mutu"] = .choiceMissing }
        guard let grams, let price, let advance else { return nil }
        let now = now()
        var weighing = Weighing(
            grams: grams,
            moisture: moisture.map { Int($0 / 100) },
            price: price,
            advance: advance,
            at: times?.received(at: now, withinDays: Self.longestWaitDays) ?? now
        )
        weighing.grade = grade
        weighing.phoneClock = times.flatMap { $0.isOff(at: now) ? $0.kept : nil }
        return weighing
    }
}
