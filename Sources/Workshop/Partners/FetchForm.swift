import Site
import Stories

/// The form by which something is fetched from a partner's site.
struct FetchForm {
    var typed = TypedAddress()
    var problem: Problem?

    /// Whether the words of an agreement are asked for: not where the publisher is known.
    var asksWords = true

    /// What is wrong, and at which question.
    enum Problem: Sendable {
        case address(Words)
        case words(Words)
    }

    private var fields: [Field] {
        var address: Words?
        var words: Words?
        switch problem {
        case .address(let said)?: address = said
        case .words(let said)?: words = said
        case nil: break
        }
        let whereFrom = Field(
            "dari",
            .partnerAddressAsked,
            hint: .partnerAddressHint,
            .text(TextInput(typed.address))
        ).with(error: address)
        guard asksWords else { return [whereFrom] }
        return [
            whereFrom,
            Field(
                "kata-mitra",
                .twelveWords,
                hint: .twelveWordsHint,
                isOptional: true,
                .longText(typed.words, most: nil)
            ).with(error: words),
        ]
    }

    var errors: ErrorSummary { ErrorSummary(of: fields) }

    var form: Form { form(pressed: .primary) }

    func form(pressed kind: Button.Kind) -> Form {
        Form(to: "/kelola/cetak-biru/ambil", fields, buttons: [Button(.fetchAndLook, kind)])
    }
}

/// A fetch that is not done yet.
struct FetchingPage: Page {
    let typed: TypedAddress
    let address: Address

    var frame: Frame {
        Frame(width: .page, back: Link(.installPackage, "/kelola/cetak-biru/pasang"))
    }

    func title(for visit: Visit) -> String { Words.fetchIsRunning.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .fetchIsRunning)
        html(KeyFacts([(.partnerAddress, .text(typed.address))]))
        html(Paragraphs(.fetchIsRunningWhat))
        html(ButtonRow(links: [Link(.lookWhetherDone, address)]))
    }
}
