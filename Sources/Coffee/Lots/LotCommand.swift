package import Office
package import Stories

/// What can be asked of a lot.
package enum LotCommand: Hashable, Sendable {
    case begin(LotBeginning)
    case deliver(Delivery)
    case fill(Filling)
    case draw(Draught)
    case sell(Sale)
    case lose(Loss)
    case empty(OpaqueID)
    case correct(Rectification)
    case grade(Graded)
    case cup(Cupped)
    case certify(Certification)
    case uncertify(OpaqueID)
    case overrule(OpaqueID, reason: [UInt8])
    case recall(Public)
    case liftRecall(Public)
}

/// A weight as it should have been written, and why it was not.
package struct Rectification: Hashable, Sendable {
    package let entry: OpaqueID
    package let grams: Int64
    package let price: Int64?
    package let reason: [UInt8]

    /// What the new weight leads to.
    package let findings: [NewFinding]

    package init(
        of entry: OpaqueID,
        grams: Int64,
        price: Int64? = nil,
        reason: [UInt8],
        findings: [NewFinding] = []
    ) {
        (self.entry, self.grams, self.price) = (entry, grams, price)
        (self.reason, self.findings) = (reason, findings)
    }
}

/// What a decision about a lot may know.
package struct KnownOfLot: Sendable {
    package let rights: LotRights
    package let draw: Draw
    package let sealer: Sealer

    /// The lot's own dossier, in which reasons are sealed.
    package let dossier: DossierID

    /// What stands against the lots that this one was made of, overruled ones left out.
    package let upstream: Int

    package init(
        rights: LotRights,
        draw: Draw,
        sealer: Sealer,
        dossier: DossierID,
        upstream: Int = 0
    ) {
        (self.rights, self.draw, self.sealer) = (rights, draw, sealer)
        (self.dossier, self.upstream) = (dossier, upstream)
    }

    /// Refuses who may not do this to a lot of that holder.
    func admit(to command: LotCommand, of holder: Code) throws(CoffeeRefusal) {
        let may =
            switch command {
            case .begin, .deliver: rights.mayWeigh(for: holder)
            case .fill, .draw, .sell, .lose, .empty, .correct: rights.mayManage(holder)
            case .grade, .cup: rights.mayManage(holder) || rights.isLaboratory
            case .certify, .uncertify, .overrule: rights.approves
            case .recall, .liftRecall: rights.mayManage(holder) || rights.approves
            }
        guard may else { throw .notYourLot }
    }
}

/// Who may do what with lots, from the posts that somebody holds.
package struct LotRights: Hashable, Sendable {
    /// Units for which somebody weighs, and those whose lots somebody manages.
    package let weighs: Set<Code>
    package let manages: Set<Code>

    /// Certifies lots of all holders, and answers by name for what was found.
    package let approves: Bool

    /// Grades and cups lots of all holders.
    package let isLaboratory: Bool

    package init(
        weighs: Set<Code> = [],
        manages: Set<Code> = [],
        approves: Bool = false,
        isLaboratory: Bool = false
    ) {
        (self.weighs, self.manages) = (weighs, manages)
        (self.approves, self.isLaboratory) = (approves, isLaboratory)
    }

    package init(of standing: Standing) {
        func units(_ duty: String) -> Set<Code> {
            Set(standing.seats.filter { $0.post.duties.contains(duty) }.map(\.unit.id))
        }
        self.init(
            weighs: units("penimbang"),
            manages: units("pengelola-lot"),
            approves: !units("pengesah-kopi").isEmpty,
            isLaboratory: !units("penguji-kopi").isEmpty
        )
    }

    /// Whether somebody has anything to do with lots at all.
    package var isAny: Bool { !weighs.isEmpty || !manages.isEmpty || approves || isLaboratory }

    package func mayWeigh(for holder: Code) -> Bool {
        weighs.contains(holder) || manages.contains(holder)
    }

    package func mayManage(_ holder: Code) -> Bool { manages.contains(holder) }

    /// Lots of all holders are seen by who certifies and who tests; others see their own.
    package func maySee(_ holder: Code) -> Bool {
        approves || isLaboratory || mayWeigh(for: holder)
    }
}
