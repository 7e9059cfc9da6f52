import Hummingbird
import Ledger
import Office
import Site
import Stories

// Slips for officials, and the page on which a slip is used.

extension PeopleFeature {
    func addActivation(to router: Router<some SiteContext>) {
        router.get("petugas/aktif") { _, context in
            let regency = try await self.regency()
            return Answer.page(AskedActivation().page, for: try self.visit(context, regency))
        }
        router.post("petugas/aktif") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.activate(posted, context)
        }
        router.get("kelola/pengguna/:petugas/slip") { request, context in
            try await self.deed(request, context) { found, keeper in
                let page = Self.question(.newSlip, .newSlipWhat, "slip", .primary, found)
                return try self.page(page, context, found, keeper)
            }
        }
        router.post("kelola/pengguna/:petugas/slip") { request, context in
            try await self.change(request, context, message: "slip") { posted, found, keeper in
                guard let seen = posted["versi"].flatMap({ Int64($0) }) else {
                    throw OfficeRefusal.movedOn
                }
                try await self.activation.issue(
                    to: found.id,
                    seen: Version(seen),
                    self.circumstances(keeper, found.regency)
                )
                return nil
            }
        }
        router.get("kelola/slip.pdf") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let ids = request.query.getAll("untuk").compactMap {
                    OpaqueID(String($0))
                }
                return try await self.print(try await self.slips(ids, keeper))
            }
        }
    }

    /// The slips of those officials that this keeper made within the hour, with their names.
    func slips(
        _ ids: [OpaqueID],
        _ keeper: SignedIn
    ) async throws -> [(slip: IssuedSlip, official: ListedOfficial)] {
        let (activation, officials, now) = (activation, officials, now())
        let found = try await store.read { reader in
            let slips = try activation.printable(ids, for: keeper.id, at: now, reader)
            return try slips.map { slip in
                (slip, try officials.dossier(of: slip.official, reader)?.line.official)
            }
        }
        return found.compactMap { slip, official in official.map { (slip, $0) } }
    }

    func print(_ slips: [(slip: IssuedSlip, official: ListedOfficial)]) async throws -> Response {
        guard !slips.isEmpty else { throw PeopleRefusal.noSlips }
        let paper = SlipPaper(slips: slips, regency: try await regency(), at: now())
        return Answer.pdf(try paper.pdf(), name: "slip-aktivasi.pdf")
    }

    private func activate(
        _ posted: Posted,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await regency()
        let visit = try visit(context, regency)
        var asked = AskedActivation(code: posted["kode"] ?? "")
        let password = posted["sandi"] ?? ""
        guard password == (posted["ulang"] ?? "") else {
            asked.repeatError = .passwordsDiffer
            return Answer.page(asked.page, for: visit)
        }
        do {
            try await activation.redeem(
                asked.code,
                password: password,
                sender: context.sender,
                OfficialsDesk.Circumstances(now: now(), by: .system, map: regency.office)
            )
            return Answer.redirect(
                to: Address("/petugas/masuk").with("pesan", "aktif"),
                for: visit
            )
        } catch let refusal as OfficeRefusal {
            asked.take(refusal)
            return Answer.page(asked.page, for: visit)
        }
    }
}

/// What was typed on the page of a slip.
struct AskedActivation {
    var code = ""
    var codeError: Words?
    var passwordError: Words?
    var repeatError: Words?
    var status = 200

    /// Puts a refusal to the question that it is about.
    mutating func take(_ refusal: OfficeRefusal) {
        let words = Words(refusal.sentence, refusal.sentenceInEnglish)
        status = refusal.status
        switch refusal {
        case .passwordTooShort, .passwordTooLong, .passwordTooCommon: passwordError = words
        case .alreadyKnown, .logInTaken, .unknownOfficial, .unknownPost, .endsBeforeItBegins,
            .wrongPassword, .waitAfterFailures, .tooManyAtOnce, .notPublished, .noSecondFactor,
            .codeNotRight, .activationUnknown, .movedOn, .notYourOwn, .reasonMissing,
            .pinHasSixDigits, .pinTooEasy, .wrongPIN, .pinNotHere:
            codeError = words
        }
    }

    var page: FormPage {
        var page = FormPage(
            .activateHeading,
            Form(
                to: "/petugas/aktif",
                [
                    Field(
                        "kode",
                        .activationCode,
                        hint: .activationCodeHint,
                        .text(TextInput(code, .caseNumber))
                    )
                    .with(error: codeError),
                    Field(
                        "sandi",
                        .newPassword,
                        hint: .newPasswordHint,
                        .text(TextInput("", .newPassword))
                    )
                    .with(error: passwordError),
                    Field("ulang", .passwordAgain, .text(TextInput("", .newPassword)))
                        .with(error: repeatError),
                ],
                buttons: [Button(.activate)]
            )
        )
        page.frame.status = repeatError == nil ? status : 422
        return page
    }
}

extension Words {
    static let activateHeading = Words(
        "Aktifkan akun petugas",
        "Activate your account"
    )
    static let activationCode = Words("Kode di slip", "The code on the slip")
    static let activationCodeHint = Words(
        "12 huruf dan angka, boleh tanpa tanda hubung",
        "12 letters and digits, with or without dashes"
    )
    static let newPassword = Words("Pilih sandi", "Choose a password")
    static let newPasswordHint = Words(
        "Paling sedikit 10 huruf. Beberapa kata yang hanya Anda yang tahu sudah cukup",
        "At least 10 characters. A few words that only you know are enough"
    )
    static let passwordAgain = Words("Tulis sandi sekali lagi", "Write the password once more")
    static let passwordsDiffer = Words(
        "Kedua sandi tidak sama. Tulis lagi",
        "The passwords differ. Write them again"
    )
    static let activate = Words("Aktifkan", "Activate")
    static let newSlipWhat = Words(
        "Sandi yang lama tidak berlaku lagi dan semua perangkatnya keluar. Petugas memilih "
            + "sandi baru dengan kode di slip.",
        "The old password is void and all devices are signed out. The official chooses a new "
            + "one with the code on the slip."
    )
}
