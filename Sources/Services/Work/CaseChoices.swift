import Blueprints
import Cases
import Office
import Site
import Stories

/// What an official may do with a case now: pages of actions, and deeds of one press.
struct CaseChoices {
    let opened: OpenedCase
    let now: Instant

    private var state: CaseState { opened.loaded.state }

    /// Pages that ask for what an action needs.
    var links: [Link] {
        switch state.phase {
        case .open:
            (opened.mayAct ? actions + consultations : []) + advice
        case .signing: (opened.mayDecide ? signing : []) + advice
        case .waiting: advice
        case .ended: opened.mayDecide ? reopening : []
        case .unborn: []
        }
    }

    /// What is done beside the step, and less often.
    var others: [Link] {
        guard opened.mayDecide else { return [] }
        return switch state.phase {
        case .open, .signing: setting + assigning + paying + beside + linking
        case .waiting: assigning + paying + beside + linking
        case .ended: paying + linking
        case .unborn: []
        }
    }

    /// Take it, give it back.
    var deeds: [Form] {
        guard state.phase == .open || state.phase == .signing, opened.mayAct else { return [] }
        let hidden = [("versi", String(opened.loaded.version.count))]
        if state.takenBy == nil {
            return [
                Form(
                    to: "\(opened.path)/ambil",
                    [],
                    hidden: hidden,
                    buttons: [Button(.take, .secondary)]
                )
            ]
        }
        guard state.takenBy?.id == opened.official.id else { return [] }
        return [
            Form(
                to: "\(opened.path)/kembalikan",
                [],
                hidden: hidden,
                buttons: [Button(.giveBack, .quiet)]
            )
        ]
    }

    /// The declared actions that are offered for this case now.
    private var actions: [Link] {
        guard let step = opened.step else { return [] }
        let offered = step.actions.filter { action in
            guard let times = action.times, let code = Code(action.id.text) else { return true }
            return state.counts[code, default: 0] < times
        }
        let preview: [Link] =
            step.actions.contains { $0.letter != nil }
            ? [Link(.seeDraft, "\(opened.path)/surat.pdf")] : []
        return offered.map { Link(Words($0.label), "\(opened.path)/\($0.id)") } + preview
    }

    private var consultations: [Link] {
        opened.step?.consult.isEmpty == false ? [Link(.askOpinion, "\(opened.path)/pendapat")] : []
    }

    /// Handing it to a colleague, by whoever works on the step or watches over it.
    private var assigning: [Link] {
        opened.mayDirect ? [Link(.assign, "\(opened.path)/tugaskan")] : []
    }

    /// Setting it aside, by whoever works on the step.
    private var setting: [Link] {
        opened.mayAct ? [Link(.snooze, "\(opened.path)/tunda")] : []
    }

    private var paying: [Link] {
        if state.owesFee { return [Link(.recordPayment, "\(opened.path)/bayar")] }
        return state.payment == nil ? [] : [Link(.undoPayment, "\(opened.path)/batal-bayar")]
    }

    private var linking: [Link] { [Link(.linkCase, "\(opened.path)/tautkan")] }

    /// What is written down for the applicant: that they were told, that they no longer want it.
    private var beside: [Link] {
        guard opened.mayDirect else { return [] }
        let tells: [Link] =
            opened.loaded.service.notices.isEmpty
            ? [] : [Link(.markTold, "\(opened.path)/dikabari")]
        let isBeforeLetter = state.phase == .open || state.phase == .waiting
        guard isBeforeLetter, state.place?.mayWithdraw == true else { return tells }
        return tells + [Link(.withdrawForApplicant, "\(opened.path)/tarik")]
    }

    /// An opinion that is waited for from one of the official's own units.
    private var advice: [Link] {
        let asked = !state.askedUnits.isDisjoint(with: opened.official.standing.units)
        return asked ? [Link(.answerOpinion, "\(opened.path)/jawab")] : []
    }

    private var signing: [Link] {
        guard state.openLetter != nil else { return [] }
        return [
            Link(.uploadScan, "\(opened.path)/pindaian"),
            Link(.printForSigning, "\(opened.path)/surat.pdf"),
            Link(.voidLetter, "\(opened.path)/batal-surat"),
        ]
    }

    private var reopening: [Link] {
        let reopen = Link(.reopenCase, "\(opened.path)/buka-kembali")
        if state.awaitsAnswer, opened.mayDirect {
            return [Link(.answerObjection, "\(opened.path)/jawab-keberatan"), reopen]
        }
        guard let due = state.reopenDue(opened.calendars), due.isOnTime(now) else { return [] }
        return [reopen]
    }
}
