package import Stories

/// What can be asked of an agreement.
package enum AgreementCommand: Hashable, Sendable {
    case begin(AgreementKind, partners: [Code], Texts)
    case restate(Texts)
    case reach(Code, on: Day, Texts, Paper?)
    case askCouncil(burdens: Bool, unfunded: Bool, Texts)
    case check(document: Code, clauses: [Code])
    case agree(from: Day, until: Day, byProxy: Bool, Texts)
    case renew(until: Day, Texts)
    case owe(OpaqueID, due: Day, unit: Code?, Texts)
    case fulfil(OpaqueID, on: Day, Texts, Paper?)
    case plan(OpaqueID, year: Int, budget: Int, unit: Code?, Texts)
    case realise(OpaqueID, on: Day, spent: Int, Texts, Paper?)
    case permit(TransferDirection, Code?, isGiven: Bool)
    case typeRoot(partner: Code, words: String)
    case report(ReportPeriod, on: Day, Texts, Paper?)
    case end(on: Day, EndCause, Texts)
}

/// What a decision about an agreement has to know besides.
package struct KnownOfAgreement: Sendable {
    package let by: Actor
    package let today: Day

    /// The rules of the day on which it was begun.
    package let rules: CooperationRules
    package let sealing: TextsSealing

    /// What twelve words come to.
    package let roots: any RootWords

    /// The words of the first person, by partner, opened.
    package var typed: [Code: String] = [:]

    package init(
        by: Actor,
        today: Day,
        rules: CooperationRules,
        sealing: TextsSealing,
        roots: any RootWords
    ) {
        self.by = by
        self.today = today
        self.rules = rules
        self.sealing = sealing
        self.roots = roots
    }
}

/// Reads the words in which a partner's root is printed; handed in, so that this feature needs
/// not know how keys are made.
package protocol RootWords: Sendable {
    /// The root that the words name, and the words as they are compared.
    ///
    /// - Returns: nil where they are no such words.
    func root(of typed: String) -> (root: Code, words: String)?
}
