import Feel

/// Reads the expressions of one service, each in the scope of the place where it stands.
struct FormulaReader {
    let draft: Draft
    let service: ServiceDraft
    private(set) var result = ReadService()

    private let values: [String: NamedValue]
    private var types: [String: FeelType] = [:]

    /// From which page and question on a name is known: for what is worked out, the latest read.
    private var known: [String: (page: Int, order: Int)] = [:]
    private var path: [String] = []

    init(_ service: ServiceDraft, in draft: Draft) {
        self.draft = draft
        self.service = service
        values = Dictionary(
            service.namedValues(rules: draft.rules).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (name, value) in values {
            known[name] = (value.page, value.order)
            switch value.origin {
            case .system: types[name] = Names.everywhere[name]
            case .applicant:
                let type = Applicant.questions.first { $0.id.text == name }?.type.feelType ?? .any
                types[name] = service.allowsAnonymous ? type.orAbsent : type
            case .asked(let question): types[name] = question.feelType
            case .computed, .rule: break
            }
        }
    }

    mutating func report(_ diagnostic: Diagnostic) { result.diagnostics.append(diagnostic) }

    mutating func keep(_ sentence: Sentence, at slot: Slot) { result.sentences[slot] = sentence }

    // MARK: One expression

    /// Reads one expression and keeps it at its slot.
    @discardableResult
    mutating func read(
        _ source: String,
        at slot: Slot,
        expecting: FeelType? = nil,
        reach: Reach = Reach()
    ) -> Formula? {
        readPart(source, at: slot, offset: 0, expecting: expecting, reach: reach).map {
            result.formulas[slot] = $0
            return $0
        }
    }

    /// Reads an expression that begins some characters after the beginning of its slot's text.
    mutating func readPart(
        _ source: String,
        at slot: Slot,
        offset: Int,
        expecting: FeelType? = nil,
        reach: Reach = Reach()
    ) -> Formula? {
        for name in freeNames(of: source, extra: reach.extra) { resolve(name) }
        let scope = FeelScope(names(for: reach))
        switch Formula.read(source, in: scope, expecting: expecting) {
        case .failure(let problems):
            for problem in problems.all {
                report(diagnostic(problem, of: source, at: slot, offset: offset))
            }
            return nil
        case .success(let formula):
            reportEarly(formula, at: slot, offset: offset, reach: reach)
            return formula
        }
    }

    func diagnostic(
        _ problem: FeelProblem,
        of source: String,
        at slot: Slot,
        offset: Int
    ) -> Diagnostic {
        let start = min(problem.range.lowerBound, source.utf8.count)
        let before = String(decoding: source.utf8.prefix(start), as: UTF8.self).count
        let code = FeelWording.code(of: problem.kind)
        return Diagnostic(
            code: code.rawValue,
            severity: code.severity,
            place: draft.place(of: slot, offset: offset + before),
            sentence: problem.sentence,
            fix: problem.fix
        )
    }

    private func names(for reach: Reach) -> [String: FeelType] {
        let open = reach.isClosed ? Names.everywhere : values.mapValues { types[$0.name] ?? .any }
        return open.merging(reach.extra) { _, own in own }
    }

    private func freeNames(of source: String, extra: [String: FeelType]) -> Set<String> {
        let scope = FeelScope(names(for: Reach(extra: extra)))
        guard case .success(let formula) = Formula.readLeniently(source, in: scope) else {
            return []
        }
        return formula.names
    }

    /// Reading what is asked only later would make a form wait for itself.
    private mutating func reportEarly(
        _ formula: Formula,
        at slot: Slot,
        offset: Int,
        reach: Reach
    ) {
        for name in formula.names.sorted() where reach.extra[name] == nil {
            guard let first = known[name],
                first.page > reach.lastPage
                    || (first.page == reach.lastPage && first.order >= reach.before)
            else { continue }
            let column = formula.source.characterOffset(of: name) ?? 0
            let asked = service.question(ID(name))
            report(
                Diagnostic(
                    code: SemanticCode.readTooEarly.rawValue,
                    severity: SemanticCode.readTooEarly.severity,
                    place: draft.place(of: slot, offset: offset + column),
                    sentence: "\"\(name)\" baru diketahui sesudah bagian ini"
                        + (asked?.page.map { ", di halaman \"\($0)\"." } ?? "."),
                    fix: "Pindahkan pertanyaannya ke depan, atau syarat ini ke belakang.",
                    notes: asked.map {
                        [draft.note(at: $0.node.slot, "pertanyaannya ada di sini")]
                    } ?? []
                )
            )
        }
    }

    // MARK: What is worked out

    /// Reads what is worked out, and before it everything that it reads.
    mutating func resolve(_ name: String) {
        guard types[name] == nil, let value = values[name] else { return }
        if case .rule(let rule) = value.origin { result.touchedRules.insert(rule.id) }
        if let start = path.firstIndex(of: name) {
            let circle = (path[start...] + [name]).joined(separator: " → ")
            let slot = value.sources.first?.slot ?? service.node.slot
            report(
                draft.diagnostic(
                    .computedCycle,
                    at: slot,
                    "\"\(name)\" dihitung dari dirinya sendiri: \(circle)."
                )
            )
            types[name] = .any
            return
        }
        path.append(name)
        var reads: Set<String> = []
        for source in value.sources {
            let names = freeNames(of: source.text, extra: [:])
            for other in names.sorted() { resolve(other) }
            reads.formUnion(names)
        }
        path.removeLast()
        guard types[name] == nil else { return }
        readSource(of: value, reads: reads)
    }

    private mutating func readSource(of value: NamedValue, reads: Set<String>) {
        let latest = reads.compactMap { known[$0] }
        switch value.origin {
        case .computed(let question):
            // Its own page included: it is worked out when the page is sent.
            let reach = Reach(lastPage: value.page)
            let formula = question.type.formula.flatMap {
                read($0, at: question.slot(of: "is"), reach: reach)
            }
            let type = formula?.type ?? .any
            types[value.name] = question.mayBeAbsent ? type.orAbsent : type
        case .rule(let rule):
            known[value.name] = (latest.map(\.page).max() ?? -1, latest.map(\.order).max() ?? -1)
            types[value.name] = readRule(RuleDraft(rule))
        case .system, .applicant, .asked: break
        }
    }

    private mutating func readRule(_ rule: RuleDraft) -> FeelType {
        guard rule.isTable else {
            guard let source = rule.sources.first,
                let formula = read(source.text, at: source.slot)
            else { return .any }
            result.rules[rule.node.id] = formula
            return formula.type
        }
        guard rule.misshapenRows.isEmpty else {
            for row in rule.misshapenRows { report(draft.diagnostic(ofRow: row, in: rule)) }
            return .any
        }
        let scope = FeelScope(names(for: Reach()))
        switch DecisionTable.read(rule.sheet, in: scope) {
        case .success(let table):
            result.tables[rule.node.id] = table
            for problem in table.warnings { report(diagnostic(problem, of: rule)) }
            return alwaysDecides(table) ? table.type.present : table.type
        case .failure(let problems):
            for problem in problems.all { report(diagnostic(problem, of: rule)) }
            return .any
        }
    }

    /// Whether some row matches whatever is answered, so that its result is never absent.
    private func alwaysDecides(_ table: DecisionTable) -> Bool {
        guard !table.warnings.contains(where: \.isGap) else { return false }
        let takesAnything = table.sheet.rules.contains { line in
            line.when.allSatisfy { $0.trimmed == "-" }
        }
        return takesAnything || !table.names.contains { types[$0]?.isOptional ?? true }
    }
}

extension String {
    /// How many characters stand before the first place of a name.
    fileprivate func characterOffset(of name: String) -> Int? {
        let name = Array(name)
        let all = Array(self)
        guard all.count >= name.count else { return nil }
        return (0...(all.count - name.count)).first { Array(all[$0..<($0 + name.count)]) == name }
    }
}

extension TableProblem {
    fileprivate var isGap: Bool {
        if case .gap = kind { true } else { false }
    }
}
