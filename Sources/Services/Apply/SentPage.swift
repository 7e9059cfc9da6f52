import Cases
package import Site
import Stories

/// The good end of a form: the number, the QR to the receipt, and what happens next.
///
/// The same page is the receipt: opened again through its link, printed, or kept as a picture.
package struct SentPage: Page {
    package var service: Site.Words
    package var number: String
    package var receipt: QRBlock
    package var receiptText: String
    package var next: [Site.Words]
    package var office: Site.Words

    /// What holds for this receipt beside: that nothing else leads back to the request.
    package var warning: Site.Words?

    /// Where the request stands in the record.
    package var proof: ProofOfReceipt?

    package init(
        service: Site.Words,
        number: String,
        receipt: QRBlock,
        receiptText: String,
        next: [Site.Words],
        office: Site.Words
    ) {
        self.service = service
        self.number = number
        self.receipt = receipt
        self.receiptText = receiptText
        self.next = next
        self.office = office
    }

    private static let receiptFile: Address = "/permohonan/tanda-terima.pdf"

    package var frame: Frame {
        var frame = Frame()
        frame.scripts = .offline
        return frame
    }

    package func title(for visit: Visit) -> String { Words.sent.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(ConfirmationPanel(.sent, caption: .yourNumber, number: number))
        html(.p, service)
        html(receipt)
        if html.visit.isOnSharedPhone {
            html(.p, .noteTheNumber)
            html(ForgettingForm())
        } else {
            html(.p, .keepThis)
        }
        if let warning { html(Notice(.attention, warning)) }
        html(.h2, .whatNext)
        html(Lines(next.map(Inline.words), isOrdered: true))
        html(KeyFacts([(.handledBy, .words(office))]))
        html(
            ButtonRow(
                Button(.printReceipt, .secondary, .print("/selesai")),
                Button(.downloadPDF, .secondary, .go(Self.receiptFile))
            )
        )
        html(
            ButtonRow(
                Button(.remindMe, .secondary, .go("/permohonan/tanggal.ics")),
                Button(.strip58, .quiet, .go(Self.receiptFile.with("kertas", "58"))),
                Button(.strip80, .quiet, .go(Self.receiptFile.with("kertas", "80")))
            )
        )
        html(.p) {
            html(.a, .sendToMyWhatsApp, .href(.whatsApp(nil, saying: receiptText)))
        }
        if let proof { html(proof) }
        html(.p) { html(.a, .openReceipt, .href("/permohonan")) }
        if !html.visit.isOnSharedPhone {
            html(ButtonRow(Button(.isPhoneShared, .quiet, .go("/bersama"))))
        }
    }
}

/// A draft's code, for going on later or elsewhere.
package struct DraftCodePage: Page {
    package var code: String
    package var draft: Address
    var actingFor: Frame.ActingFor?

    package var frame: Frame {
        var frame = Frame()
        frame.actingFor = actingFor
        frame.scripts = .offline
        return frame
    }

    package init(code: String, draft: Address) {
        self.code = code
        self.draft = draft
    }

    package func title(for visit: Visit) -> String { Words.yourCode.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(ConfirmationPanel(.continueLater, caption: .yourCode, number: code))
        html(.p, .codeHint)
        html(
            ButtonRow(
                Button(.goOn, .primary, .go(draft)),
                Button(.print, .secondary, .print(draft))
            )
        )
        if html.visit.isOnSharedPhone {
            html(ForgettingForm())
        } else {
            html(ButtonRow(Button(.isPhoneShared, .quiet, .go("/bersama"))))
        }
    }
}

extension DraftCodePage {
    /// The page before: what a code is for, and the button that makes it.
    static func asking(_ form: OpenForm) -> FormPage {
        var page = FormPage(
            .continueLater,
            Form(
                to: "/isi/\(form.draft.id)/simpan",
                [],
                buttons: [Button(.makeCode)]
            ),
            back: Link(.back, form.nextAddress(after: nil))
        )
        page.before = [Notice(.info, .answersAreKept, .codeReplacesEarlier)]
        page.frame.actingFor = form.actingFor
        return page
    }
}
