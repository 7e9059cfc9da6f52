/// What a change of a service means for the cases that run under the version before it.
///
/// A case may follow a change that touches only what is read. Whatever decides, promises or asks
/// holds a case where it is, unless the publisher declares how it moves and the receiver agrees.
package enum KindOfChange: String, Hashable, Sendable, CaseIterable {
    /// Labels, help, translations, sentences: read and no more.
    case words
    /// Where a question stands, and in which order pages and questions come.
    case pageOrder
    /// A question that may be left empty came, went, or became one.
    case optionalQuestion
    /// What the next letter says; a letter that has a number keeps its own words.
    case letterWords
    /// Everything else: steps, actions, checks, documents, fee, times, data.
    case rule

    /// Whether a case may follow it without anybody's word for it.
    package var movesFreely: Bool { self != .rule }

    /// Reads the kind off the slot, as the one table of the language names it.
    package init(of edit: Edit) {
        guard edit.at.path.first != "text" else {
            self = .words
            return
        }
        switch Shape.meaning(of: edit.at) {
        case .translation, .label: self = .words
        case .rowLabel: self = .letterWords
        case .row(let scalar): self = scalar.isWords ? .letterWords : .rule
        case .place: self = edit.at.path.dropLast(2).last == "question" ? .pageOrder : .rule
        case .order(let part): self = Self.order(of: part, in: edit.at)
        case .part(let part): self = Self.thing(part, edit)
        case .field(let field, let part): self = Self.value(field, of: part, edit)
        case .things, nil: self = .rule
        }
    }

    private static func order(of part: Part?, in slot: Slot) -> KindOfChange {
        switch part {
        case .page, .question, .member: .pageOrder
        case .reply, .outcome, .notice, .check: .words
        case .block: .letterWords
        case nil: slot.path.first == "letter" ? .letterWords : .rule
        case .blueprint, .mark, .service, .standard, .privacy, .step, .legal, .action, .record,
            .register, .bringing, .source, .rule, .letter, .translations, .example, .act,
            .expectation, .renames,
            .rename, .mapping, .overlay, .entry, .lock, .lockedPackage, .credit, .regency, .theme,
            .target,
            .protection, .unit, .post, .calendar, .holiday, .officeHours, .specialHours:
            .rule
        }
    }

    /// A thing that came or went; one that was replaced whole may be anything.
    private static func thing(_ part: Part, _ edit: Edit) -> KindOfChange {
        guard edit.was == nil || edit.now == nil, let tree = edit.now ?? edit.was else {
            return .rule
        }
        switch part {
        case .question:
            let isComputed = tree["type"]?.onlyPart?["type"]?.text == "computed"
            return tree["optional"] != nil && !isComputed ? .optionalQuestion : .rule
        case .page: return .pageOrder
        case .reply: return .words
        // Under a condition it decides what the applicant is told.
        case .block: return tree["when"] == nil && tree["each"] == nil ? .letterWords : .rule
        case .blueprint, .mark, .service, .standard, .privacy, .member, .check, .step, .legal,
            .action,
            .record, .outcome, .notice, .register, .bringing, .source, .rule, .letter,
            .translations, .example, .act,
            .expectation, .renames, .rename, .mapping, .overlay, .entry, .lock, .lockedPackage,
            .credit,
            .regency, .theme, .target, .protection, .unit, .post, .calendar, .holiday,
            .officeHours, .specialHours:
            return .rule
        }
    }

    private static func value(_ field: Field, of part: Part, _ edit: Edit) -> KindOfChange {
        switch (part, field.key) {
        // No new duty: what may be left empty may not become a must.
        case (.question, "optional"): edit.now != nil ? .optionalQuestion : .rule
        // What has to be brought along is a rule, in whatever words it is written.
        case (.standard, "requirements"), (.privacy, _): .rule
        case (.service, "topic"), (.reply, _): .words
        case (.rule, let key): key == "title" ? .words : .rule
        case (.bringing, _), (.source, _): .words
        // Who writes records beside the services changes nothing about a case, nor how long they are
        // kept.
        case (.register, "kept_by"), (.register, "brought_by"), (.register, "basis"),
            (.register, "keep"), (.register, "fate"), (.register, "keep_basis"):
            .words
        // It stands in the number.
        case (.letter, "classification"), (.letter, "shows"): .rule
        case (.block, "rows"), (.block, "columns"): .letterWords
        case (.letter, _), (.block, _): field.isWords ? .letterWords : .rule
        default: field.isWords ? .words : .rule
        }
    }
}

extension Tree {
    /// What an atom of one part holds: the type of a question.
    fileprivate var onlyPart: Tree? {
        guard case .atom(let parts) = self, parts.count == 1 else { return nil }
        return parts[0]
    }
}
