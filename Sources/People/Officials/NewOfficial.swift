import Office
import Site
import Stories

/// What was typed about an official who is to be added.
struct NewOfficial {
    var name = ""
    var logIn = ""
    var nip = ""
    var nameError: Words?
    var logInError: Words?
    var nipError: Words?

    init() {}

    init(_ posted: Posted) {
        name = (posted["nama"] ?? "").trimmingSpaces
        logIn = (posted["masuk"] ?? "").trimmingSpaces
        nip = (posted["nip"] ?? "").trimmingSpaces
    }

    /// The longest name that is kept.
    static let longestName = 120

    /// What is right in it; nil where something is to be fixed.
    mutating func checked() -> (name: String, logIn: LogInName, nip: NIP?)? {
        if name.isEmpty || name.count > Self.longestName { nameError = .nameMissingHere }
        let logIn = LogInName(logIn)
        if logIn == nil { logInError = .logInUnreadable }
        let nip = NIP(nip)
        if !self.nip.isEmpty, nip == nil { nipError = .nipUnreadable }
        guard nameError == nil, nipError == nil, let logIn else { return nil }
        return (name, logIn, nip)
    }

    var page: FormPage {
        var page = FormPage(
            .addOfficial,
            Form(
                to: "/kelola/pengguna/baru",
                [
                    Field("nama", .fullName, .text(TextInput(name, .plain))).with(
                        error: nameError
                    ),
                    Field("masuk", .logInName, hint: .logInHint, .text(TextInput(logIn, .plain)))
                        .with(error: logInError),
                    Field(
                        "nip",
                        .nip,
                        hint: .nipHint,
                        isOptional: true,
                        .text(TextInput(nip, .whole))
                    )
                    .with(error: nipError),
                ],
                buttons: [Button(.addOfficial)]
            ),
            back: Link(.officials, "/kelola/pengguna")
        )
        if nameError != nil || logInError != nil || nipError != nil { page.frame.status = 422 }
        return page
    }
}
