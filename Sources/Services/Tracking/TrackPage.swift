package import Site

/// Where a number is asked for, and what is said when it is not right.
package struct TrackingStartPage: Page {
    package var typed: String
    package var error: Site.Words?

    /// That an unknown number may be one that a restore has lost.
    package var maybeLost: Site.Words?

    package init(typed: String = "", error: Site.Words? = nil) {
        self.typed = typed
        self.error = error
    }

    package var frame: Frame {
        Frame(back: Link(.home, "/"), isIndexed: error == nil, status: error == nil ? 200 : 404)
    }

    package func title(for visit: Visit) -> String {
        let title = Words.track.text(in: visit.language)
        return error == nil ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        let form = TrackingForm(typed: typed, error: error)
        html(ErrorSummary(of: [form.field]))
        html(.h1, .track)
        html(form)
        if let maybeLost {
            var notice = Notice(.attention, maybeLost)
            notice.links = [Link(.haveReceiptFile, "/bukti/tanda-terima")]
            html(notice)
        }
    }
}

/// How a request stands, for whoever has its number: stage, dates and unit, nothing else.
package struct TrackPage: Page {
    package var service: Site.Words
    package var number: String
    package var status: StatusOfRequest
    package var moments: [Timeline.Moment]
    package var office: Site.Words

    /// Asks for the last four digits of the phone, where something is missing.
    package var missing: Form?
    package var fieldError: Bool

    /// Under which version it runs.
    package var version: VersionOfCase?

    /// Which other way leads on, where the digits of a phone cannot.
    package var hint: Site.Words?

    package init(
        service: Site.Words,
        number: String,
        status: StatusOfRequest,
        moments: [Timeline.Moment],
        office: Site.Words,
        missing: Form? = nil,
        fieldError: Bool = false
    ) {
        self.service = service
        self.number = number
        self.status = status
        self.moments = moments
        self.office = office
        self.missing = missing
        self.fieldError = fieldError
    }

    package var frame: Frame {
        Frame(back: Link(.track, "/lacak"), status: fieldError ? 422 : 200)
    }

    package func title(for visit: Visit) -> String {
        let title = service.text(in: visit.language) + ", " + number
        return fieldError ? Words.fixFirst.text(in: visit.language) + " " + title : title
    }

    package func body(_ html: HTML) {
        if let missing { html(ErrorSummary(of: missing.fields)) }
        html(.h1, service)
        html(.p, Words("Nomor \(number)", "Number \(number)"), .class("angka"))
        if let missing {
            html(Notice(.attention, heading: .toComplete))
            html(missing)
        }
        if let hint { html(Notice(.attention, heading: .toComplete, hint)) }
        html(status)
        html(Timeline(heading: .history, moments))
        html(KeyFacts([(.handledBy, .words(office))]))
        if let version { html(version) }
        if let phone = html.visit.installation.contacts.whatsApp {
            let text = "Saya bertanya tentang permohonan \(number)."
            html(.p) { html(.a, .askOfficer, .href(.whatsApp(phone, saying: text))) }
        }
    }
}

/// The five steps, the date, and whether the promise holds.
package struct StatusOfRequest: Component {
    package var stage: Int
    package var stageName: Site.Words
    package var isFinished: Bool

    /// A side state that is told before the stage: refused, cancelled, yours to complete.
    package var side: StatusTag?
    package var due: Site.Words?
    package var deadline: StatusTag?

    /// That no promise counts now, and why; told in the place of the date.
    package var standing: Site.Words?

    package init(
        stage: Int,
        stageName: Site.Words,
        isFinished: Bool,
        side: StatusTag? = nil,
        due: Site.Words? = nil,
        deadline: StatusTag? = nil
    ) {
        self.stage = stage
        self.stageName = stageName
        self.isFinished = isFinished
        self.side = side
        self.due = due
        self.deadline = deadline
    }

    package func write(to html: HTML) {
        if let side { html(.p) { html(side) } }
        html(Undak(stage: stage, isFinished: isFinished, name: stageName))
        guard let due else {
            if let standing { html(KeyFacts([(.latestBy, .words(standing))])) }
            return
        }
        var facts: [(name: Words, value: Inline)] = [(.latestBy, .words(due))]
        if let deadline { facts.append((.state, .tag(deadline))) }
        html(KeyFacts(facts))
    }
}
