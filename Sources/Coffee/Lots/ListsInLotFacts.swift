package import Stories

// What stands in the lists of a lot's facts, each as a small object.

extension PlotShare: FactField {
    package var json: FactValue { .object(["plot": plot.json, "green": green.json]) }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let plot = fields["plot"].flatMap(OpaqueID.init(json:)),
            let green = fields["green"].flatMap(Int64.init(json:))
        else { return nil }
        self.init(plot, green: green)
    }
}

extension Portion: FactField {
    package var json: FactValue { .object(["lot": lot.json, "grams": grams.json]) }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let lot = fields["lot"].flatMap(OpaqueID.init(json:)),
            let grams = fields["grams"].flatMap(Int64.init(json:))
        else { return nil }
        self.init(lot, grams: grams)
    }
}

extension NewFinding: FactField {
    package var json: FactValue {
        var fields: FactFields = [
            "id": id.json, "rule": finding.rule.json, "said": finding.said.json,
            "most": finding.most.json,
        ]
        fields["plot"] = finding.plot?.json
        if finding.isWarning { fields["warning"] = true.json }
        return .object(fields)
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let id = fields["id"].flatMap(OpaqueID.init(json:)),
            let rule = fields["rule"].flatMap(LotRule.init(json:)),
            let said = fields["said"].flatMap(Int64.init(json:)),
            let most = fields["most"].flatMap(Int64.init(json:))
        else { return nil }
        let plot = fields["plot"].flatMap(OpaqueID.init(json:))
        guard (plot == nil) == (fields["plot"] == nil) else { return nil }
        let warning = fields["warning"].flatMap(Bool.init(json:)) ?? false
        self.init(id, LotFinding(rule, said: said, most: most, plot: plot, isWarning: warning))
    }
}
