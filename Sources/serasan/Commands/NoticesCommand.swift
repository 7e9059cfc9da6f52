import ArgumentParser
import Notices
import Stories

/// Tries the ways by which citizens are told something.
struct NoticesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices",
        abstract: "Mencoba saluran kabar ke warga.",
        subcommands: [Test.self]
    )

    /// Sends one message by e-mail and says what happened.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Mengirim satu surel percobaan.")

        @Argument(help: "Folder kabupaten.")
        var dir: String

        @Option(help: "Alamat surel penerima.")
        var to: String

        func run() async throws {
            try await telling {
                let folder = try RegencyFolder(dir)
                let (settings, problems) = NoticeSettings.read(folder: folder.root)
                guard problems.isEmpty else {
                    throw CommandFailure(problems.joined(separator: "\n"))
                }
                guard let mail = settings.mail else {
                    throw CommandFailure(
                        "Surel belum diatur. Tulis bagian \"surel:\" di \(NoticeSettings.fileName)."
                    )
                }
                guard let address = MailAddress(to) else {
                    throw CommandFailure(
                        "Alamat \(to) tidak terbaca. Tulis seperti nama@contoh.id."
                    )
                }
                let message = MailMessage(
                    from: mail.from,
                    fromName: mail.name ?? "Serasan",
                    to: address,
                    subject: "Percobaan dari Serasan",
                    text: "Surel ini hanya percobaan. Jika terbaca, surel sudah bisa dikirim.",
                    id: Draw.random.id(),
                    at: .now,
                    zone: .wib
                )
                switch await Mailer(mail).send(message) {
                case .taken:
                    print("Server \(mail.host) menerima surel untuk \(address).")
                    print("Diterima server belum berarti terbaca: periksa kotak suratnya.")
                case .later(let why), .never(let why):
                    throw CommandFailure("Surel tidak terkirim: \(why.sentence).")
                }
            }
        }
    }
}
