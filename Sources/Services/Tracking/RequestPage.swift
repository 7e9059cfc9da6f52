package import Site

/// The applicant's own request, opened with the receipt's link: answers, letter, what to do.
package struct RequestPage: Page {
    package var service: Site.Words
    package var number: String
    package var status: StatusOfRequest
    package var message: Site.Words?
    package var missing: Missing?
    package var letter: Address?
    package var answers: [SummaryList]
    package var moments: [Timeline.Moment]
    package var office: Site.Words

    /// What it costs, and whether somebody saw it paid; nil where it is free.
    package var fee: Site.Words?

    /// Where something may be objected to, or what became of it.
    package var objection: Site.Notice?

    /// That its data are only kept, and why.
    package var restriction: Site.Notice?

    /// What is asked or offered once it has ended.
    package var afterEnd: Site.Notice?

    /// Where it may still be withdrawn.
    package var withdraw: Address?

    /// Where it may be opened again after its end.
    package var reopen: Address?

    /// Under which version it runs.
    package var version: VersionOfCase?

    /// Where it stands in the record.
    package var proof: ProofOfReceipt?

    package init(
        service: Site.Words,
        number: String,
        status: StatusOfRequest,
        office: Site.Words
    ) {
        self.service = service
        self.number = number
        self.status = status
        self.office = office
        answers = []
        moments = []
    }

    /// What the office asked for.
    package struct Missing: Sendable {
        package var note: Site.Words
        package var until: Site.Words
        package var address: Address

        package init(note: Site.Words, until: Site.Words, address: Address) {
            self.note = note
            self.until = until
            self.address = address
        }
    }

    package func title(for visit: Visit) -> String {
        service.text(in: visit.language) + ", " + number
    }

    package func body(_ html: HTML) {
        html(.h1, service)
        html(.p, Words("Nomor \(number)", "Number \(number)"), .class("angka"))
        if let message { html(Notice(.done, message)) }
        if let missing {
            var notice = Notice(.attention, heading: .toComplete, missing.note, missing.until)
            notice.links = [Link(.complete, missing.address)]
            html(notice)
        }
        if let letter {
            var notice = Notice(.done, heading: .letterIsReady)
            notice.links = [Link(.downloadLetter, letter)]
            html(notice)
        }
        html(status)
        if let restriction { html(restriction) }
        if let objection { html(objection) }
        if let afterEnd { html(afterEnd) }
        html(Timeline(heading: .history, moments))
        let cost = fee.map { [(name: Words.howMuch, value: Inline.words($0))] } ?? []
        html(KeyFacts([(.handledBy, .words(office))] + cost))
        html(.h2, .yourAnswers)
        for list in answers { html(list) }
        if let version { html(version) }
        if let proof { html(proof) }
        html(.p) { html(.a, .printReceipt, .href("/selesai")) }
        if let reopen { html(.p) { html(.a, .askToReopen, .href(reopen)) } }
        if let withdraw { html(.p) { html(.a, .withdrawRequest, .href(withdraw)) } }
        html(.p) { html(.a, .myData, .href("/permohonan/data-saya")) }
        html(.p) { html(.a, .changeLink, .href("/permohonan/tautan")) }
    }
}

/// The receipt's link as it is first opened: the public level, and a button to go further.
package struct ReceiptLinkPage: Page {
    package var service: Site.Words
    package var number: String
    package var status: StatusOfRequest
    package var open: Form

    package init(service: Site.Words, number: String, status: StatusOfRequest, open: Form) {
        self.service = service
        self.number = number
        self.status = status
        self.open = open
    }

    package func title(for visit: Visit) -> String { service.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, service)
        html(.p, Words("Nomor \(number)", "Number \(number)"), .class("angka"))
        html(status)
        html(open)
    }
}

/// What the QR on a letter leads to: the facts for comparison with the paper.
package struct VerifyPage: Page {
    package var notice: Notice
    package var facts: KeyFacts

    package init(notice: Notice, facts: KeyFacts) {
        self.notice = notice
        self.facts = facts
    }

    package func title(for visit: Visit) -> String { Words.verifyTitle.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .verifyTitle)
        html(notice)
        html(facts)
    }
}
