import Blueprints
import Cases
import Ledger
import Notices
import Office
import Site
import Stories

extension ServicesFeature {
    /// The history as officials see it: who, what, and the words that were written.
    func internalHistory(
        of opened: OpenedCase,
        after version: Version = 0,
        _ language: Language
    ) async throws -> [Timeline.Moment] {
        let stream = opened.loaded.stream
        let (caseID, zone) = (opened.loaded.id, opened.force.zone)
        let service = opened.loaded.service
        let (office, force) = (opened.force.office, opened.force)
        return try await store.read { reader in
            let facts = try reader.history(of: stream, after: version).map { event in
                try event.fact(CaseFact.self)
            }
            .filter { opened.mayDecide || opened.concernsAdviser($0.what) }
            let corrections = try CorrectionsShown(
                facts,
                service,
                force,
                for: .officials(leavingOut: opened.leftOut),
                reader
            )
            let happened = try internalTimeline(facts, of: caseID).map { moment in
                let who: String =
                    switch moment.side {
                    case .citizen: try Self.hand(moment.what, reader) ?? "Warga"
                    case .system: "Sistem"
                    case .official: try reader.name(of: moment.by.id) ?? "Petugas"
                    }
                var facts = FactWords(service: service, office: office)
                if case .assigned(let colleague) = moment.what {
                    facts.colleague = try reader.name(of: colleague.id)
                }
                let words = facts.words(moment.what)
                let shown = Timeline.Moment(
                    DateWords.moment(moment.at, zone: zone, in: language),
                    .text("\(who): \(words.text(in: language))"),
                    detail: try Self.notes(moment.what).compactMap { label, sealed in
                        try reader.words(sealed).map { .text("\(label.text(in: language)): \($0)") }
                    } + corrections.lines(of: moment.what).map { .words($0) }
                )
                return (moment.at, shown)
            }
            // Beside a form that met a newer history only the facts are compared.
            guard version == 0, opened.mayDecide else { return happened.map(\.1) }
            return Timeline.Moment.newestFirst(
                try Self.told(caseID, zone, language, reader),
                happened
            )
        }
    }

    /// The official who took in what is the citizen's.
    private static func hand(_ what: CaseEvent, _ reader: Reader) throws -> String? {
        guard case .recovered(let recovery) = what, let official = recovery.official else {
            return nil
        }
        return try reader.name(of: official.id)
    }

    private static func told(
        _ id: CaseID,
        _ zone: Zone,
        _ language: Language,
        _ reader: Reader
    ) throws -> [(Instant, Timeline.Moment)] {
        try reader.noticeSteps(about: id.id).reversed().map { step in
            let who = try step.by.flatMap { try reader.name(of: $0) } ?? "Sistem"
            let time = DateWords.moment(step.at, zone: zone, in: language)
            let words = "\(who): \(step.words.text(in: language))"
            return (step.at, Timeline.Moment(time, .text(words)))
        }
    }

    /// The written words of a fact and who reads them; answers are shown elsewhere.
    private static func notes(_ what: CaseEvent) -> [(Words, Sealed)] {
        switch what {
        case .acted(let act): added(act.added)
        case .asked(let asking): added(asking.added)
        case .consulted(_, let question): [(.question, question)]
        case .advised(_, let answer): [(.answers, answer)]
        case .noted(let note):
            [(note.reader == .citizen ? .publicNote : .internalNote, note.words)]
        case .withdrawn(_, let reason): reason.map { [(.reason, $0)] } ?? []
        case .reopened(let reopening): [(.reason, reopening.reason)]
        case .letterVoided(_, let reason), .objected(let reason): [(.reason, reason)]
        case .objectionAnswered(let answer): [(.publicNote, answer)]
        case .snoozed(_, let reason): [(.reason, reason)]
        case .feePaid(let payment): payment.receipt.map { [(.proofOfPayment, $0)] } ?? []
        case .unlinked(_, let reason), .feePaymentUndone(let reason): [(.reason, reason)]
        case .restricted(let restriction): [(.reason, restriction.reason)]
        case .restrictionLifted(let lifting): [(.reason, lifting.reason)]
        case .linked, .corrected: []
        case .submitted(let submission): submission.delay.map { [(.whyLate, $0)] } ?? []
        case .taken, .assigned, .returnedToUnit, .completed, .becameLate, .reminded,
            .expired, .legalLimitNear, .letterNumbered, .letterSigned, .objectionPeriodEnded,
            .linkChanged, .recovered, .sensitiveOpened, .recounted, .told, .migrated,
            .migrationUndone,
            .answersErased, .closed:
            []
        }
    }

    private static func added(_ added: Added) -> [(Words, Sealed)] {
        var notes: [(Words, Sealed)] = []
        if let note = added.publicNote { notes.append((.publicNote, note)) }
        if let note = added.internalNote { notes.append((.internalNote, note)) }
        if let reason = added.reason { notes.append((.reason, reason)) }
        return notes
    }
}

/// What happened, as officials read it.
struct FactWords {
    let service: PublicService
    let office: OfficeMap

    /// To whom it was handed, where the fact says so.
    var colleague: String?

    func words(_ what: CaseEvent) -> Words {
        switch what {
        case .submitted(let submission): sent(submission)
        case .taken: Words("mengambil", "took it")
        case .assigned: assigned
        case .returnedToUnit: Words("mengembalikan ke unit", "gave it back to the unit")
        case .acted(let act): Words(label(of: act.action))
        case .asked: Words("meminta dilengkapi", "asked for more")
        case .completed: Words("melengkapi", "completed it")
        case .consulted(let unit, _):
            Words("meminta pendapat \(name(unit))", "asked \(name(unit)) for an opinion")
        case .advised(let unit, _):
            Words("memberi pendapat (\(name(unit)))", "gave an opinion (\(name(unit)))")
        case .noted(let note):
            note.reader == .citizen
                ? Words("menulis untuk warga", "wrote to the citizen")
                : Words("menulis catatan internal", "wrote an internal note")
        case .withdrawn: Words("menarik permohonan", "withdrew the request")
        case .reopened: Words("membuka kembali", "reopened it")
        case .becameLate(let late):
            late.scope == .step
                ? Words("langkah ini lewat waktu", "this step is late")
                : Words("permohonan ini lewat waktu", "this case is late")
        case .reminded: Words("mengingatkan", "reminded")
        case .expired: Words("menutup karena tidak dilengkapi", "closed it: not completed")
        case .legalLimitNear: Words("batas hukum sudah dekat", "the legal limit is near")
        case .letterNumbered(let letter):
            Words("memberi nomor surat \(letter.number)", "numbered the letter \(letter.number)")
        case .letterSigned: Words("mengirim pindaian surat", "sent the scan of the letter")
        case .letterVoided: Words("membatalkan nomor surat", "voided the letter's number")
        case .objected: Words("mengajukan keberatan", "objected")
        case .objectionAnswered:
            Words("menjawab keberatan, keputusan tetap", "answered the objection: it stands")
        case .objectionPeriodEnded: Words("masa keberatan habis", "the time to object is over")
        case .linkChanged: Words("mengganti tautan tanda terima", "changed the receipt's link")
        case .sensitiveOpened(let field):
            Words("membuka data \(field)", "opened the field \(field)")
        case .recounted: Words("menghitung ulang tenggat", "counted the due date anew")
        case .told: Words("memberi kabar", "told the citizen")
        case .snoozed: Words("menunda", "set it aside")
        case .linked: Words("menautkan dengan permohonan lain", "linked it with another case")
        case .unlinked:
            Words("membatalkan tautan dengan permohonan lain", "undid the link with another case")
        case .feePaid: Words("mencatat pembayaran", "recorded the payment")
        case .feePaymentUndone:
            Words("membatalkan catatan pembayaran", "took back the record of the payment")
        case .migrated: Words("memindahkan ke versi baru", "moved it to a new version")
        case .migrationUndone:
            Words("mengembalikan ke versi sebelumnya", "put it back to the version before")
        case .answersErased: Words("menghapus data pribadi", "erased personal data")
        case .corrected: Words("membetulkan isian", "put an answer right")
        case .restricted: Words("membatasi pemakaian data", "restricted the use of the data")
        case .restrictionLifted: Words("mencabut pembatasan data", "lifted the restriction")
        case .closed: Words("menutup", "closed it")
        case .recovered(let recovery): back(recovery)
        }
    }

    private var assigned: Words {
        Words(
            "menugaskan kepada \(colleague ?? "petugas")",
            "assigned it to \(colleague ?? "an official")"
        )
    }

    private func sent(_ submission: Submission) -> Words {
        if let help = submission.helped {
            let post = office.post(help.post)?.title ?? help.post.text
            return Words(
                "mengirim permohonan, dibantu \(post)",
                "sent the request, helped by \(post)"
            )
        }
        return switch submission.channel {
        case .online, .offline: Words("mengirim permohonan", "sent the request")
        case .counter: Words("mencatat berkas dari loket", "recorded papers at the counter")
        case .paper: Words("mencatat borang kertas", "recorded a paper form")
        }
    }

    /// By which receipt it came back.
    private func back(_ recovery: Recovery) -> Words {
        Words(
            "mencatat lagi dari tanda terima: urutan \(recovery.seq), sidik "
                + "\(recovery.event.text.prefix(16))",
            "recorded it again from a receipt: entry \(recovery.seq), digest "
                + "\(recovery.event.text.prefix(16))"
        )
    }

    private func label(of action: Code) -> String {
        service.steps.flatMap(\.actions).first { $0.id.text == action.text }?.label.indonesian
            ?? action.text
    }

    private func name(_ unit: Code) -> String { office.unit(unit)?.name ?? unit.text }
}
