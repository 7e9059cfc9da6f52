import Office
package import Site
import Stories

/// A computer of a unit as the official who sits there sees it.
struct SharedDesk: Sendable {
    let official: WorkingOfficial

    /// Whose desk it is; nil for a computer of one's own.
    let unit: Code?
    let hasPIN: Bool

    /// Colleagues who may change here today.
    let people: [Person]

    struct Person: Sendable {
        let id: OpaqueID
        let name: String
    }

    /// Chooses a name and asks for the PIN.
    func switchPage(chosen: OpaqueID?, error: Words?) -> FormPage {
        let isPossible = unit != nil && !people.isEmpty
        let fields = [
            Field(
                "petugas",
                .whoSitsHere,
                .choice(
                    chosen?.description,
                    people.map { Option($0.id.description, Words($0.name)) }
                )
            )
            .with(error: chosen == nil ? error : nil),
            Field("pin", .yourPIN, .text(TextInput("", .password)))
                .with(error: chosen == nil ? nil : error),
        ]
        var page = FormPage(
            .switchPerson,
            Form(
                to: "/kerja/ganti",
                isPossible ? fields : [],
                buttons: isPossible ? [Button(.changeNow)] : []
            ),
            back: Link(.inbox, "/kerja/kotak")
        )
        if !isPossible { page.before = [Notice(.info, unit == nil ? .notShared : .nobodyHere)] }
        page.after = [
            Lines([
                .link(Link(.fullLogIn, "/petugas/masuk")), .link(Link(.sharedDesk, "/kerja/meja")),
            ])
        ]
        if error != nil { page.frame.status = 422 }
        return page
    }

    var page: SharedDeskPage {
        SharedDeskPage(
            unit: unit.flatMap { official.force.office.unit($0)?.name }.map { Words($0) },
            units: official.standing.units.sorted().compactMap { id in
                official.force.office.unit(id).map { Option(id.text, Words($0.name)) }
            },
            hasPIN: hasPIN
        )
    }
}

/// Whether this computer is shared, and one's own PIN for it.
package struct SharedDeskPage: Page {
    package var unit: Site.Words?
    package var units: [Site.Option]
    package var hasPIN: Bool
    package var message: Site.Words?
    package var unitError: Site.Words?
    package var pinError: Site.Words?

    package var frame: Frame {
        let isWrong = unitError != nil || pinError != nil
        return Frame(back: Link(.switchPerson, "/kerja/ganti"), status: isWrong ? 422 : 200)
    }

    package func title(for visit: Visit) -> String {
        let title = Words.sharedDesk.text(in: visit.language)
        guard unitError != nil || pinError != nil else { return title }
        return Words.fixFirst.text(in: visit.language) + " " + title
    }

    private var unitField: Field {
        Field("unit", .unitOfDesk, .choice(nil, units)).with(error: unitError)
    }

    private var pinField: Field {
        Field("pin", .newPIN, .text(TextInput("", .newPassword))).with(error: pinError)
    }

    package func body(_ html: HTML) {
        html(ErrorSummary(of: [unitField, pinField]))
        html(.h1, .sharedDesk)
        if let message { html(Notice(.done, message)) }
        html(.p, .whatSharingMeans)
        if let unit {
            html(KeyFacts([(.unitOfDesk, .words(unit))]))
            html(Form(to: "/kerja/meja/pin", [pinField], buttons: [Button(.setPIN)]))
            html(
                Form(
                    to: "/kerja/meja",
                    [],
                    hidden: [("berhenti", "ya")],
                    buttons: [Button(.stopSharing, .secondary)]
                )
            )
        } else {
            html(Form(to: "/kerja/meja", [unitField], buttons: [Button(.shareIt)]))
        }
    }
}

/// Says why the password is wanted, and leads to the log-in and back.
package struct PasswordAgainPage: Page {
    package var then: Address

    package var frame: Frame { Frame(back: Link(.inbox, "/kerja/kotak")) }

    package func title(for visit: Visit) -> String { Words.passwordAgain.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .passwordAgain)
        html(Notice(.info, .signingNeedsPassword))
        html(ButtonRow(Button(.fullLogIn, .primary, .go(then))))
    }
}
