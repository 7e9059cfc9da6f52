package import Ledger
package import Site
package import Stories

/// Something about cooperation that is to be done by a day.
package struct CooperationTask: Hashable, Sendable {
    package let kind: Kind
    package let due: Day

    /// What it is about, in the words of officials.
    package let about: String
    package let address: Address
    package let unit: Code?

    package enum Kind: Hashable, Sendable {
        /// With so many days as the reminder that is due.
        case renewal(Int)
        case expired
        case term
        case duty, activity, followUp
        case report(ReportPeriod)
    }
}

/// How much of cooperation waits, for the pages of leaders.
package struct CooperationCount: Hashable, Sendable {
    /// Those that are not over.
    package let agreements: Int
    package let waiting: Int
    package let late: Int
}

extension Reader {
    /// What is to be done, the most urgent first, under the rules of each agreement.
    package func cooperationTasks(
        on day: Day,
        _ rules: (Public) throws -> CooperationRules
    ) throws -> [CooperationTask] {
        let agreements = try agreements()
        var tasks: [CooperationTask] = []
        var horizon: [OpaqueID: Int] = [:]
        for agreement in agreements {
            let rules = try rules(agreement.rules)
            horizon[agreement.id] = rules.remindOfDuties
            tasks += ofTerm(agreement, rules, on: day)
            tasks += try ofReports(agreement, rules, on: day)
        }
        tasks += try ofDuties(agreements, horizon, on: day)
        return tasks.sorted { ($0.due, $0.about) < ($1.due, $1.about) }
    }

    package func cooperationCount(
        on day: Day,
        _ rules: (Public) throws -> CooperationRules
    ) throws -> CooperationCount {
        let tasks = try cooperationTasks(on: day, rules)
        let open = try row("SELECT count(*) AS n FROM agreements WHERE ended IS NULL")
        return CooperationCount(
            agreements: Int(try open?.int("n") ?? 0),
            waiting: tasks.count,
            late: tasks.count { $0.due < day }
        )
    }

    private func ofTerm(
        _ agreement: ListedAgreement,
        _ rules: CooperationRules,
        on day: Day
    ) -> [CooperationTask] {
        func task(_ kind: CooperationTask.Kind, _ due: Day, _ deed: AgreementDeed)
            -> CooperationTask
        {
            CooperationTask(
                kind: kind,
                due: due,
                about: agreement.texts["judul"],
                address: deed.address(of: agreement.id),
                unit: nil
            )
        }
        switch agreement.standing(on: day) {
        case .preparing, .ended: return []
        case .expired: return agreement.until.map { [task(.expired, $0, .ending)] } ?? []
        case .waiting, .inForce:
            guard let until = agreement.until else {
                return agreement.signed.map { [task(.term, $0, .term)] } ?? []
            }
            let left = until.number - day.number
            return rules.reminder(daysLeft: left).map { [task(.renewal($0), until, .renewal)] }
                ?? []
        }
    }

    /// Whole periods since it holds of which no report was sent; the newest four, not decades.
    private func ofReports(
        _ agreement: ListedAgreement,
        _ rules: CooperationRules,
        on day: Day
    ) throws -> [CooperationTask] {
        guard let signed = agreement.signed else { return [] }
        let sent = try rows(
            "SELECT year, part FROM agreement_reports WHERE agreement = \(agreement.id)"
        )
        .map { row in
            ReportPeriod(
                year: try row.get("year"),
                part: try row.get("part"),
                months: rules.report.months
            )
        }
        let until = min(day, agreement.ended ?? agreement.until ?? day)
        var period = ReportPeriod(
            of: max(signed, agreement.from ?? signed),
            months: rules.report.months
        )
        var missing: [ReportPeriod] = []
        while period.first <= until, period.last < day {
            if !sent.contains(period) { missing.append(period) }
            period = period.next
        }
        return missing.suffix(4).map { period in
            CooperationTask(
                kind: .report(period),
                // A month to write it.
                due: period.last.adding(days: 31),
                about: agreement.texts["judul"],
                address: AgreementDeed.report.address(of: agreement.id)
                    .with("semester", period.text),
                unit: nil
            )
        }
    }

    private func ofDuties(
        _ agreements: [ListedAgreement],
        _ horizon: [OpaqueID: Int],
        on day: Day
    ) throws -> [CooperationTask] {
        let longest = max(horizon.values.max() ?? 30, 30)
        let over = Set(agreements.filter { $0.ended != nil }.map(\.id))
        return try rows(
            """
            SELECT * FROM cooperation_duties WHERE done IS NULL \
            AND due <= \(day.adding(days: longest)) ORDER BY due, item LIMIT 500
            """
        )
        .compactMap { row in
            let (item, parent) = (try row.id("item"), try row.id("parent"))
            let (due, kind): (Day, String) = (try row.get("due"), try row.text("kind"))
            guard due.number - day.number <= horizon[parent] ?? 30, !over.contains(parent) else {
                return nil
            }
            let texts = try texts(of: try row.get("words"))
            let isVisit = kind == "kunjungan"
            let isPlan = kind == "rencana"
            let address: Address =
                isVisit
                ? VisitDeed.fulfilment.address(of: parent, item)
                : (isPlan ? AgreementDeed.realisation : .fulfilment).address(of: parent, item)
            return CooperationTask(
                kind: isVisit ? .followUp : isPlan ? .activity : .duty,
                due: due,
                about: texts[isPlan ? "kegiatan" : "apa"],
                address: address,
                unit: try row.find("unit")
            )
        }
    }
}
