/// The promised times: of the steps, of the way through them, and of the standard.
enum Promises {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap { service in
            service.steps.flatMap { ofStep($0, draft) } + longestPath(service, draft)
        }
    }

    private static func ofStep(_ step: StepDraft, _ draft: Draft) -> [Diagnostic] {
        guard let within = span(step.node, "within") else { return [] }
        var found: [Diagnostic] = []
        if let remind = span(step.node, "remind"), remind.leastHours >= within.leastHours {
            found.append(
                draft.diagnostic(
                    .remindTooEarly,
                    at: step.node.slot.child("remind"),
                    "Pengingat \(remind) sebelum batas tidak lebih pendek dari janji \(within).",
                    fix: "Tulis waktu yang lebih pendek dari \(within).",
                    notes: [draft.note(at: step.node.slot.child("within"), "janjinya ada di sini")]
                )
            )
        }
        if let legal = step.node["legal"], let limit = span(legal, "limit"),
            limit.mostHours < within.leastHours
        {
            found.append(
                draft.diagnostic(
                    .legalShorterThanPromise,
                    at: legal.slot.child("limit"),
                    "Batas hukum \(limit) lebih pendek dari janji \(within).",
                    notes: [draft.note(at: step.node.slot.child("within"), "janjinya ada di sini")]
                )
            )
        }
        return found
    }

    private static func longestPath(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        guard let first = service.steps.first, let standard = service.node["standard"],
            let time = span(standard, "time")
        else { return [] }
        var walk = Walk(service: service)
        walk.go(to: first.id, path: [])
        guard walk.longest.hours > time.mostHours else { return [] }
        let path = walk.longest.path.map { id in
            let within = service.steps.first { $0.id == id }.flatMap { span($0.node, "within") }
            return "\(id) (\(within?.description ?? "?"))"
        }
        return [
            draft.diagnostic(
                .pathLongerThanStandard,
                at: standard.slot.child("time"),
                "Jalan terpanjang lebih lama dari standar \(time): "
                    + path.joined(separator: " → ") + ".",
                fix: "Perpanjang \"time\", atau perpendek \"within\" pada langkah-langkah itu."
            )
        ]
    }

    static func span(_ node: Node, _ key: ID) -> TimeSpan? {
        node.text(key).flatMap { TimeSpan($0) }
    }

    /// Looks for the longest way that passes no step twice.
    private struct Walk {
        let service: ServiceDraft
        var longest: (hours: Int, path: [ID]) = (0, [])
        // A service with so many ways is not read by people either.
        var budget = 20_000

        mutating func go(to id: ID, path: [ID], hours: Int = 0) {
            guard budget > 0, !path.contains(id),
                let step = service.steps.first(where: { $0.id == id })
            else { return }
            budget -= 1
            let hours = hours + (span(step.node, "within")?.leastHours ?? 0)
            let path = path + [id]
            if hours > longest.hours { longest = (hours, path) }
            for target in step.targets { go(to: target, path: path, hours: hours) }
        }
    }
}

extension TimeSpan {
    /// Working hours that it surely takes, counting eight in a working day.
    var leastHours: Int {
        switch unit {
        case .workingHours: amount
        case .workingDays: amount * 8
        case .days: amount * 5 / 7 * 8
        }
    }

    /// Working hours that surely fit into it.
    var mostHours: Int {
        switch unit {
        case .workingHours: amount
        case .workingDays, .days: amount * 8
        }
    }
}
