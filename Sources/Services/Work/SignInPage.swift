package import Site

/// Where officials sign in.
package struct SignInPage: Page {
    package var name: String
    package var error: Site.Words?
    package var status: Int

    /// The page to go to afterwards.
    package var then: String

    /// True right after a slip was used.
    package var isActivated = false

    package init(name: String = "", error: Site.Words? = nil, status: Int = 200, then: String = "")
    {
        self.name = name
        self.error = error
        self.status = status
        self.then = then
    }

    package var frame: Frame { Frame(status: status) }

    package func title(for visit: Visit) -> String {
        let title = Words.signInTitle.text(in: visit.language)
        return error == nil ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        let fields = [
            Field("nama", .logInName, .text(TextInput(name, .username))).with(error: error),
            Field("sandi", .password, .text(TextInput("", .password))),
        ]
        html(ErrorSummary(of: fields))
        html(.h1, .signInTitle)
        if isActivated { html(Notice(.done, .accountIsActive)) }
        html(
            Form(
                to: "/petugas/masuk",
                fields,
                hidden: then.isEmpty ? [] : [("lalu", then)],
                buttons: [Button(.signIn)]
            )
        )
        html(.p) { html(.a, .haveASlip, .href("/petugas/aktif")) }
    }
}

extension Site.Words {
    static let accountIsActive = Site.Words(
        "Akun Anda sudah aktif. Masuk dengan sandi yang baru Anda pilih.",
        "Your account is active. Sign in with the password that you have just chosen."
    )
    static let haveASlip = Site.Words(
        "Punya slip aktivasi? Aktifkan akun di sini",
        "Have an activation slip? Activate your account here"
    )
}
