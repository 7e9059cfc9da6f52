import Stories

// What moves coffee, and what is said about it.

extension LotStory {
    /// What comes in, goes out or is weighed anew.
    static func move(
        _ lot: Lot,
        _ command: LotCommand,
        _ known: KnownOfLot
    ) throws(CoffeeRefusal) -> Decision<LotFact> {
        switch command {
        case .deliver(let delivery):
            try lot.isNew(delivery.id)
            try positive(delivery.grams)
            return Decision([.delivered(delivery)])
        case .fill(let filling):
            try lot.isNew(filling.id)
            try positive(filling.grams)
            guard !filling.inputs.isEmpty else { throw .nothingGoesIn }
            return Decision([.filled(filling)])
        case .draw(let draught):
            try lot.gives(draught.grams, draught.id, of: lot.uncertified)
            return Decision([.drawn(draught)])
        case .lose(let loss):
            try lot.gives(loss.grams, loss.id, of: lot.uncertified)
            return Decision([.lost(loss)])
        case .sell(let sale):
            let there = try lot.forSale(under: sale.certificate)
            try lot.gives(sale.grams, sale.id, of: there)
            return Decision([.sold(sale)])
        case .empty(let id):
            guard lot.uncertified == lot.balance else { throw .certificatesOpen }
            return Decision([.emptied(Emptying(id, grams: lot.balance))])
        case .correct(let order): return try correct(lot, order, known)
        case .begin, .grade, .cup, .certify, .uncertify, .overrule, .recall, .liftRecall:
            throw .noSuchLot
        }
    }

    /// What somebody says about a lot: its quality, what it is certified for, what was found.
    static func judge(
        _ lot: Lot,
        _ command: LotCommand,
        _ known: KnownOfLot
    ) throws(CoffeeRefusal) -> Decision<LotFact> {
        switch command {
        case .grade(let graded): return Decision([.graded(graded)])
        case .cup(let cupped): return Decision([.cupped(cupped)])
        case .certify(let certification):
            try lot.isCertifiable(known)
            guard certification.grams > 0, certification.grams <= lot.uncertified else {
                throw .claimedTwice(asked: certification.grams, left: lot.uncertified)
            }
            return Decision([.certified(certification)])
        case .uncertify(let id):
            guard lot.certified[id] != nil else { throw .noSuchCertificate }
            return Decision([.uncertified(id)])
        case .overrule(let id, let reason):
            guard lot.findings[id] != nil else { throw .noSuchFinding }
            guard !reason.isEmpty else { throw .reasonMissing }
            let sealed = known.sealer.seal(reason, in: known.dossier, known.draw)
            return Decision(
                [.overruled(Overruling(id, reason: sealed.sealed))],
                sealed: [sealed.payload]
            )
        case .recall(let reason):
            guard lot.recall == nil else { throw .recalledAlready }
            return Decision([.recalled(reason)])
        case .liftRecall(let reason):
            guard lot.recall != nil else { throw .notRecalled }
            return Decision([.recallLifted(reason)])
        case .begin, .deliver, .fill, .draw, .sell, .lose, .empty, .correct: throw .noSuchLot
        }
    }

    private static func correct(
        _ lot: Lot,
        _ order: Rectification,
        _ known: KnownOfLot
    ) throws(CoffeeRefusal) -> Decision<LotFact> {
        guard let was = lot.taken[order.entry] ?? lot.given[order.entry] else {
            throw .noSuchEntry
        }
        guard order.grams >= 0 else { throw .weightNotPositive }
        guard !order.reason.isEmpty else { throw .reasonMissing }
        // What went on already cannot go away below it: first the later weight is corrected.
        let change = order.grams - was
        let left = lot.uncertified + (lot.taken[order.entry] != nil ? change : -change)
        guard left >= 0 else { throw .notSoMuch(asked: order.grams, left: was + lot.uncertified) }
        let sealed = known.sealer.seal(order.reason, in: known.dossier, known.draw)
        let correction = LotCorrection(
            of: order.entry,
            grams: order.grams,
            price: order.price,
            reason: sealed.sealed,
            findings: order.findings
        )
        return Decision([.corrected(correction)], sealed: [sealed.payload])
    }

    private static func positive(_ grams: Int64) throws(CoffeeRefusal) {
        guard grams > 0 else { throw .weightNotPositive }
    }
}

extension Lot {
    /// An entry is written once, however often it is sent.
    fileprivate func isNew(_ entry: OpaqueID) throws(CoffeeRefusal) {
        guard taken[entry] == nil, given[entry] == nil else { throw .writtenAlready }
    }

    fileprivate func gives(
        _ grams: Int64,
        _ entry: OpaqueID,
        of there: Int64
    ) throws(CoffeeRefusal) {
        try isNew(entry)
        guard grams > 0 else { throw .weightNotPositive }
        guard grams <= there else { throw .notSoMuch(asked: grams, left: there) }
    }

    /// What may be sold: with a certificate as much as it speaks for, without one the rest.
    fileprivate func forSale(under certificate: OpaqueID?) throws(CoffeeRefusal) -> Int64 {
        guard recall == nil else { throw .isRecalled }
        guard let certificate else { return uncertified }
        guard let left = certified[certificate] else { throw .noSuchCertificate }
        return left
    }

    fileprivate func isCertifiable(_ known: KnownOfLot) throws(CoffeeRefusal) {
        guard recall == nil else { throw .isRecalled }
        let open = findings.values.count { !$0.finding.isWarning } + known.upstream
        guard open == 0 else { throw .findingsOpen(open) }
    }
}
