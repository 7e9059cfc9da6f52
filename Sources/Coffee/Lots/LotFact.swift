package import Stories

/// What happened to a lot.
package enum LotFact: Hashable, Sendable {
    case begun(LotBeginning)

    /// A grower brought coffee, at the scale.
    case delivered(Delivery)

    /// A step put coffee of other lots into this one.
    case filled(Filling)

    /// A step took coffee out of this lot.
    case drawn(Draught)
    case sold(Sale)

    /// Coffee is gone: dried, spilled, spoiled.
    case lost(Loss)

    /// Somebody saw that nothing is left: a silo begins anew, and what was in it before is no part
    /// of what is drawn from it later.
    case emptied(Emptying)

    /// A weight was wrong. What it was stays in the history.
    case corrected(LotCorrection)
    case graded(Graded)
    case cupped(Cupped)
    case certified(Certification)
    case uncertified(OpaqueID)

    /// A named person stands for what was found, with a reason.
    case overruled(Overruling)
    case recalled(Public)
    case recallLifted(Public)
}

/// What a grower brought: how much of it, from which plots, at what price.
///
/// The grower is named by the record in the register, so that nothing of the person stands here.
package struct Delivery: Hashable, Sendable {
    package let id: OpaqueID
    package let grower: OpaqueID
    package let plots: [PlotShare]
    package let grams: Int64

    /// In tenths of a percent; nil where nobody measured.
    package let moisture: Int?

    /// Rupiah a kilogram.
    package let price: Int64

    /// Rupiah that were paid before, and count against this delivery.
    package let advance: Int64

    /// When the scale was read.
    package let weighed: Instant

    /// What the phone's clock said then, where it was wrong.
    package let phoneClock: Instant?

    /// How good the buyer found it by eye; nil where nobody said.
    package let grade: GradeAtScale?

    /// The village where the plots lie, for the counts by district; nil where nobody knows.
    package let village: Code?
    package let findings: [NewFinding]

    package init(
        _ id: OpaqueID,
        of grower: OpaqueID,
        plots: [PlotShare],
        _ weighing: Weighing,
        findings: [NewFinding] = []
    ) {
        (self.id, self.grower, self.plots, self.findings) = (id, grower, plots, findings)
        (grams, moisture) = (weighing.grams, weighing.moisture)
        (price, advance) = (weighing.price, weighing.advance)
        (weighed, village) = (weighing.at, weighing.village)
        (phoneClock, grade) = (weighing.phoneClock, weighing.grade)
    }

    /// Rupiah that are paid out: never less than nothing.
    package var paidOut: Int64 { max(0, worth - advance) }

    /// Rupiah that it is worth, half a rupiah rounded up.
    package var worth: Int64 { (price * grams + 500) / 1000 }
}

/// What was read from the scale and agreed beside it.
package struct Weighing: Hashable, Sendable {
    package let grams: Int64
    package let moisture: Int?
    package let price: Int64
    package let advance: Int64
    package let at: Instant
    package var village: Code?
    package var grade: GradeAtScale?
    package var phoneClock: Instant?

    package init(
        grams: Int64,
        moisture: Int? = nil,
        price: Int64,
        advance: Int64 = 0,
        at: Instant,
        village: Code? = nil
    ) {
        (self.grams, self.moisture, self.price) = (grams, moisture, price)
        (self.advance, self.at, self.village) = (advance, at, village)
    }
}

/// How much of a delivery came from a plot, as green coffee at the declared ratio.
package struct PlotShare: Hashable, Sendable {
    package let plot: OpaqueID
    package let green: Int64

    package init(_ plot: OpaqueID, green: Int64) { (self.plot, self.green) = (plot, green) }
}

/// A finding together with the id under which it may be overruled.
package struct NewFinding: Hashable, Sendable {
    package let id: OpaqueID
    package let finding: LotFinding

    package init(_ id: OpaqueID, _ finding: LotFinding) { (self.id, self.finding) = (id, finding) }
}

/// What a step put into a lot.
package struct Filling: Hashable, Sendable {
    package let id: OpaqueID

    /// `jemur`, `kupas`, `giling_basah`, `campur`: what the conversion table calls it.
    package let step: Code
    package let inputs: [Portion]

    /// What it came to on the scale afterwards.
    package let grams: Int64
    package let moisture: Int?

    /// In how many bags it is, where it was bagged.
    package let bags: Int?
    package let findings: [NewFinding]

    package init(
        _ id: OpaqueID,
        by step: Code,
        of inputs: [Portion],
        _ outcome: Outcome,
        findings: [NewFinding] = []
    ) {
        (self.id, self.step, self.inputs, self.findings) = (id, step, inputs, findings)
        (grams, moisture, bags) = (outcome.grams, outcome.moisture, outcome.bags)
    }

    /// What a step came to.
    package struct Outcome: Hashable, Sendable {
        package let grams: Int64
        package let moisture: Int?
        package let bags: Int?

        package init(grams: Int64, moisture: Int? = nil, bags: Int? = nil) {
            (self.grams, self.moisture, self.bags) = (grams, moisture, bags)
        }
    }
}

/// How much of another lot went into a step.
package struct Portion: Hashable, Sendable {
    package let lot: OpaqueID
    package let grams: Int64

    package init(_ lot: OpaqueID, grams: Int64) { (self.lot, self.grams) = (lot, grams) }
}

/// What a step took out of a lot, and into which.
package struct Draught: Hashable, Sendable {
    package let id: OpaqueID
    package let into: OpaqueID
    package let step: Code
    package let grams: Int64

    package init(_ id: OpaqueID, into: OpaqueID, by step: Code, grams: Int64) {
        (self.id, self.into, self.step, self.grams) = (id, into, step, grams)
    }
}

/// Coffee that a buyer took over.
package struct Sale: Hashable, Sendable {
    package let id: OpaqueID

    /// The buyer's record in the register.
    package let buyer: OpaqueID
    package let grams: Int64

    /// Rupiah a kilogram.
    package let price: Int64

    /// The certificate that goes with it, if one does.
    package let certificate: OpaqueID?

    /// Sold under the region's own name.
    package let isUnderOwnName: Bool

    /// The buyer agreed to be named to those who grew it.
    package let mayBeTold: Bool

    package init(
        _ id: OpaqueID,
        to buyer: OpaqueID,
        grams: Int64,
        price: Int64,
        _ terms: Terms = Terms()
    ) {
        (self.id, self.buyer, self.grams, self.price) = (id, buyer, grams, price)
        (certificate, isUnderOwnName) = (terms.certificate, terms.isUnderOwnName)
        mayBeTold = terms.mayBeTold
    }

    /// What a sale goes with.
    package struct Terms: Hashable, Sendable {
        package let certificate: OpaqueID?
        package let isUnderOwnName: Bool
        package let mayBeTold: Bool

        package init(
            certificate: OpaqueID? = nil,
            isUnderOwnName: Bool = false,
            mayBeTold: Bool = false
        ) {
            (self.certificate, self.isUnderOwnName) = (certificate, isUnderOwnName)
            self.mayBeTold = mayBeTold
        }
    }
}

/// Coffee that is gone, and why.
package struct Loss: Hashable, Sendable {
    package let id: OpaqueID
    package let grams: Int64
    package let reason: LossReason

    package init(_ id: OpaqueID, grams: Int64, _ reason: LossReason) {
        (self.id, self.grams, self.reason) = (id, grams, reason)
    }
}

/// Why coffee is gone.
package enum LossReason: String, FactWord {
    case drying, spilled, spoiled, sample, stolen
}

/// That a lot was empty, and what the books still had of it.
package struct Emptying: Hashable, Sendable {
    package let id: OpaqueID

    /// Grams that were in the books and not in the place: written off, never negative.
    package let grams: Int64

    package init(_ id: OpaqueID, grams: Int64) { (self.id, self.grams) = (id, grams) }
}
