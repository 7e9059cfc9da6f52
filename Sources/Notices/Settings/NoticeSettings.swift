package import Ledger

/// By which ways besides the desk this installation tells people something.
///
/// Secrets stay in files of their own; what stands here may be shown.
package struct NoticeSettings: Hashable, Sendable {
    package var mail: MailSettings?
    package var gateway: GatewaySettings?

    /// To which address a post is reminded of its dates, by the id of the post.
    package var posts: [String: MailAddress]

    /// Who gets a head of the record every day, to keep it outside the house.
    package var witnesses: [MailAddress] = []

    /// Partners whose server keeps and cosigns our heads.
    package var partners: [WitnessPartner] = []

    /// Logs of others whose heads we keep and cosign.
    package var entrusted: [EntrustedLog] = []

    package init(
        mail: MailSettings? = nil,
        gateway: GatewaySettings? = nil,
        posts: [String: MailAddress] = [:]
    ) {
        self.mail = mail
        self.gateway = gateway
        self.posts = posts
    }

    /// Only the desk tells people something.
    package static let deskOnly = NoticeSettings()
}

/// The mail server that takes our messages.
package struct MailSettings: Hashable, Sendable {
    /// The address from which messages come.
    package var from: MailAddress

    /// The name beside it; the regency's where none is given.
    package var name: String?
    package var host: String
    package var port: Int
    package var safety: Safety
    package var user: String?

    /// The file in which the password stands, readable for its owner alone.
    package var passwordFile: String?

    /// Certificates to trust besides those of the system.
    package var authorityFile: String?

    /// How long one try may last: a server that takes a line and never answers holds up no round.
    package var patienceSeconds = 45

    package init(from: MailAddress, host: String, port: Int, safety: Safety) {
        self.from = from
        self.host = host
        self.port = port
        self.safety = safety
    }

    /// How the line to the server is made safe.
    package enum Safety: String, Sendable, CaseIterable {
        /// Begins in the open, and goes on only once it is safe.
        case startTLS = "starttls"
        case tls
        /// For a server on this machine.
        case none = "tanpa"
    }
}

/// The SMS or WhatsApp gateway that the regency already pays for.
package struct GatewaySettings: Hashable, Sendable {
    package var address: String

    /// What it sends, as applicants choose it: `wa` or `sms`.
    package var channel: Channel

    /// The file with the secret that signs what we hand over.
    package var secretFile: String
    package var authorityFile: String?

    package init(address: String, channel: Channel, secretFile: String) {
        self.address = address
        self.channel = channel
        self.secretFile = secretFile
    }

    package enum Channel: String, Sendable, CaseIterable {
        case whatsApp = "wa"
        case sms
    }
}

/// A server that keeps our heads as C2SP tlog-witness says.
package struct WitnessPartner: Hashable, Sendable {
    /// Without a slash at its end: `add-checkpoint` comes behind it.
    package var address: String

    /// The key that cosigns there.
    package var key: NoteKey
    package var authorityFile: String?

    package init(address: String, key: NoteKey) {
        self.address = address
        self.key = key
    }

    /// What pages show of it.
    package var host: String {
        String(address.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" })
    }
}

/// A log of somebody else whose heads we keep.
package struct EntrustedLog: Hashable, Sendable {
    /// As officials call it: `Kabupaten Contoh Ilir`.
    package var name: String

    /// The key that signs its heads; the name in it may be that of an earlier origin.
    package var key: NoteKey

    package init(name: String, key: NoteKey) {
        self.name = name
        self.key = key
    }
}

/// An address that may stand in a header and in an SMTP command: nothing in it can end a line.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let allowed = "!#$%&'*+-/=?^_`{|}~.@"
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), text.utf8.count <= 254,
            text.unicodeScalars.allSatisfy({ scalar in
                scalar.isASCII
                    && (Character(scalar).isLetter || Character(scalar).isNumber
                        || allowed.unicodeScalars.contains(scalar))
            }),
            parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({
                !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
            })
        else { return nil }
        self.text = text
    }

    /// What stands behind the @.
    package var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

    package var description: String { text }
}
