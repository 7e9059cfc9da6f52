import Stories

extension LotBeginning {
    func write(to fields: inout FactWriter) {
        fields.put("title", title)
        fields.put("code", code)
        fields.put("holder", holder)
        fields.put("coffee", kind)
        fields.put("species", species)
        fields.put("season", season)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("title"),
            try fields.get("code"),
            holder: try fields.get("holder"),
            kind: try fields.get("coffee"),
            species: try fields.get("species"),
            season: try fields.get("season")
        )
    }
}

extension Delivery {
    func write(to fields: inout FactWriter) {
        fields.put("id", id)
        fields.put("grower", grower)
        fields.put("plots", each: plots)
        fields.put("grams", grams)
        fields.put("moisture", moisture)
        fields.put("price", price)
        fields.put("advance", advance)
        fields.put("weighed", weighed)
        fields.put("village", village)
        fields.put("phone_clock", phoneClock)
        fields.put("grade", grade)
        fields.put("findings", each: findings)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        var weighing = Weighing(
            grams: try fields.get("grams"),
            moisture: try fields.find("moisture"),
            price: try fields.get("price"),
            advance: try fields.get("advance"),
            at: try fields.get("weighed"),
            village: try fields.find("village")
        )
        weighing.phoneClock = try fields.find("phone_clock")
        weighing.grade = try fields.find("grade")
        self.init(
            try fields.get("id"),
            of: try fields.get("grower"),
            plots: try fields.list("plots"),
            weighing,
            findings: try fields.list("findings")
        )
    }
}

extension Filling {
    func write(to fields: inout FactWriter) {
        fields.put("id", id)
        fields.put("step", step)
        fields.put("inputs", each: inputs)
        fields.put("grams", grams)
        fields.put("moisture", moisture)
        fields.put("bags", bags)
        fields.put("findings", each: findings)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("id"),
            by: try fields.get("step"),
            of: try fields.list("inputs"),
            Outcome(
                grams: try fields.get("grams"),
                moisture: try fields.find("moisture"),
                bags: try fields.find("bags")
            ),
            findings: try fields.list("findings")
        )
    }
}

extension Draught {
    func write(to fields: inout FactWriter) {
        fields.put("id", id)
        fields.put("into", into)
        fields.put("step", step)
        fields.put("grams", grams)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("id"),
            into: try fields.get("into"),
            by: try fields.get("step"),
            grams: try fields.get("grams")
        )
    }
}

extension Sale {
    func write(to fields: inout FactWriter) {
        fields.put("id", id)
        fields.put("buyer", buyer)
        fields.put("grams", grams)
        fields.put("price", price)
        fields.put("certificate", certificate)
        fields.put("own_name", isUnderOwnName)
        if mayBeTold { fields.put("told", true) }
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("id"),
            to: try fields.get("buyer"),
            grams: try fields.get("grams"),
            price: try fields.get("price"),
            Terms(
                certificate: try fields.find("certificate"),
                isUnderOwnName: try fields.get("own_name"),
                mayBeTold: try fields.find("told") ?? false
            )
        )
    }
}

extension LotCorrection {
    func write(to fields: inout FactWriter) {
        fields.put("of", of)
        fields.put("grams", grams)
        fields.put("price", price)
        fields.put("reason", reason)
        fields.put("findings", each: findings)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            of: try fields.get("of"),
            grams: try fields.get("grams"),
            price: try fields.find("price"),
            reason: try fields.get("reason"),
            findings: try fields.list("findings")
        )
    }
}

extension Graded {
    func write(to fields: inout FactWriter) {
        fields.put("grade", grade)
        fields.put("twentieths", twentieths)
        fields.put("moisture", moisture)
        fields.put("sheet", sheet)
        fields.put("laboratory", laboratory)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("grade"),
            twentieths: try fields.get("twentieths"),
            moisture: try fields.get("moisture"),
            sheet: try fields.get("sheet"),
            laboratory: try fields.find("laboratory")
        )
    }
}

extension Cupped {
    func write(to fields: inout FactWriter) {
        fields.put("protocol", protocolName)
        fields.put("hundredths", hundredths)
        fields.put("sheet", sheet)
        fields.put("laboratory", laboratory)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("protocol"),
            hundredths: try fields.get("hundredths"),
            sheet: try fields.get("sheet"),
            laboratory: try fields.find("laboratory")
        )
    }
}
