package import Stories

/// The story of a lot: filled by deliveries and steps, drawn from, sold, graded, certified.
///
/// Nothing in it is ever erased: a weight that was wrong is corrected by a fact of its own.
package enum LotStory: Story {
    package static let kind: StreamKind = "lot"
    package static let beginning = Lot()

    package static func evolve(_ state: inout Lot, _ fact: LotFact) {
        switch fact {
        case .begun(let beginning): state.beginning = beginning
        case .delivered(let delivery):
            state.taken[delivery.id] = delivery.grams
            state.moisture = delivery.moisture ?? state.moisture
            state.note(delivery.findings, of: delivery.id)
        case .filled(let filling):
            state.taken[filling.id] = filling.grams
            state.moisture = filling.moisture ?? state.moisture
            state.note(filling.findings, of: filling.id)
        case .drawn(let draught): state.given[draught.id] = draught.grams
        case .sold(let sale):
            state.given[sale.id] = sale.grams
            if let certificate = sale.certificate {
                state.use(sale.grams, of: certificate)
            }
        case .lost(let loss): state.given[loss.id] = loss.grams
        case .emptied:
            // What came and went before is closed: no weight of it can be corrected any more.
            state.taken = [:]
            state.given = [:]
        case .corrected(let correction): state.takeIn(correction)
        case .certified(let certification):
            state.certified[certification.id] = certification.grams
        case .uncertified(let id): state.certified[id] = nil
        case .overruled(let overruling): state.findings[overruling.finding] = nil
        case .recalled(let reason): state.recall = reason
        case .recallLifted: state.recall = nil
        case .graded(let graded): state.moisture = graded.moisture
        case .cupped: break
        }
    }

    package static func decide(
        _ state: Lot,
        _ command: LotCommand,
        _ known: KnownOfLot
    ) throws(CoffeeRefusal) -> Decision<LotFact> {
        if case .begin(let beginning) = command {
            guard state.beginning == nil else { throw .lotExists }
            return Decision([.begun(beginning)], claims: [.code(beginning.code)])
        }
        guard let beginning = state.beginning else { throw .noSuchLot }
        try known.admit(to: command, of: beginning.holder)
        switch command {
        case .begin: throw .lotExists
        case .deliver, .fill, .draw, .sell, .lose, .empty, .correct:
            return try move(state, command, known)
        case .grade, .cup, .certify, .uncertify, .overrule, .recall, .liftRecall:
            return try judge(state, command, known)
        }
    }
}

extension Claim {
    /// A code is given out once, for ever.
    static func code(_ code: LotCode) -> Claim {
        .unique(space: "lot_code", key: Array(code.text.utf8))
    }
}

extension Lot {
    fileprivate mutating func note(_ new: [NewFinding], of entry: OpaqueID) {
        for each in new { findings[each.id] = StandingFinding(each.finding, of: entry) }
    }

    fileprivate mutating func use(_ grams: Int64, of certificate: OpaqueID) {
        guard let left = certified[certificate] else { return }
        certified[certificate] = left > grams ? left - grams : nil
    }

    /// The weight is another one, and what was said against the old one falls with it.
    fileprivate mutating func takeIn(_ correction: LotCorrection) {
        if taken[correction.of] != nil { taken[correction.of] = correction.grams }
        if given[correction.of] != nil { given[correction.of] = correction.grams }
        findings = findings.filter { $0.value.entry != correction.of }
        note(correction.findings, of: correction.of)
    }
}
