package import Stories

extension AgreementFact {
    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "begun":
            self = .begun(
                BegunAgreement(
                    kind: try fields.get("of"),
                    partners: try fields.list("partners"),
                    words: try fields.get("words"),
                    rules: try fields.get("rules")
                )
            )
        case "restated": self = .restated(try fields.get("words"))
        case "reached":
            self = .reached(
                ReachedStage(
                    stage: try fields.get("stage"),
                    effect: try fields.get("effect"),
                    on: try fields.get("on"),
                    words: try fields.get("words"),
                    paper: try fields.paper()
                )
            )
        case "council":
            self = .councilAsked(
                CouncilAnswer(
                    burdens: try fields.get("burdens"),
                    unfunded: try fields.get("unfunded"),
                    words: try fields.get("words")
                )
            )
        case "checked":
            self = .checked(
                CheckedClauses(
                    document: try fields.get("document"),
                    clauses: try fields.list("clauses")
                )
            )
        case "termed":
            self = .termed(
                AgreedTerm(
                    from: try fields.get("from"),
                    until: try fields.get("until"),
                    byProxy: try fields.get("proxy"),
                    renews: try fields.get("renews"),
                    words: try fields.get("words")
                )
            )
        case "reported", "ended": self = try Self.ending(kind, fields)
        case "owed", "fulfilled", "planned", "realised":
            self = try Self.item(kind, fields)
        case "permitted", "root_typed", "roots_differed", "root_pinned":
            self = try Self.transfer(kind, fields)
        case _: throw FactUnreadable("no fact of an agreement: \(kind)")
        }
    }

    private static func ending(
        _ kind: Code,
        _ fields: FactReader
    ) throws(FactUnreadable) -> AgreementFact {
        guard kind.text == "reported" else {
            return .ended(
                EndedAgreement(
                    on: try fields.get("on"),
                    cause: try fields.get("cause"),
                    words: try fields.get("words")
                )
            )
        }
        return .reported(
            SentReport(
                period: ReportPeriod(
                    year: try fields.get("year"),
                    part: try fields.get("part"),
                    months: try fields.get("months")
                ),
                on: try fields.get("on"),
                words: try fields.get("words"),
                paper: try fields.paper()
            )
        )
    }

    private static func item(
        _ kind: Code,
        _ fields: FactReader
    ) throws(FactUnreadable) -> AgreementFact {
        switch kind.text {
        case "owed":
            .owed(
                OwedDuty(
                    item: try fields.get("item"),
                    due: try fields.get("due"),
                    unit: try fields.find("unit"),
                    words: try fields.get("words")
                )
            )
        case "fulfilled":
            .fulfilled(
                Fulfilment(
                    item: try fields.get("item"),
                    on: try fields.get("on"),
                    words: try fields.get("words"),
                    paper: try fields.paper()
                )
            )
        case "planned":
            .planned(
                PlannedActivity(
                    item: try fields.get("item"),
                    year: try fields.get("year"),
                    budget: try fields.get("budget"),
                    unit: try fields.find("unit"),
                    words: try fields.get("words")
                )
            )
        case _:
            .realised(
                Realisation(
                    item: try fields.get("item"),
                    on: try fields.get("on"),
                    spent: try fields.get("spent"),
                    words: try fields.get("words"),
                    paper: try fields.paper()
                )
            )
        }
    }

    private static func transfer(
        _ kind: Code,
        _ fields: FactReader
    ) throws(FactUnreadable) -> AgreementFact {
        switch kind.text {
        case "permitted":
            .permitted(
                TransferPermission(
                    direction: try fields.get("direction"),
                    blueprint: try fields.find("blueprint"),
                    isGiven: try fields.get("given")
                )
            )
        case "root_typed":
            .rootTyped(
                TypedRoot(
                    partner: try fields.get("partner"),
                    by: try fields.get("typist"),
                    words: try fields.get("words")
                )
            )
        case "roots_differed": .rootsDiffered(partner: try fields.get("partner"))
        case _:
            .rootPinned(partner: try fields.get("partner"), root: try fields.get("root"))
        }
    }
}
