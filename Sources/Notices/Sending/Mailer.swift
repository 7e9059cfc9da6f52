import CCurl

/// Hands e-mails to the mail server of the settings.
package struct Mailer: Sendable {
    let settings: MailSettings

    package init(_ settings: MailSettings) { self.settings = settings }

    /// One try; once the patience of the settings is over there is an answer.
    package func send(_ message: MailMessage) async -> Sent {
        var password: String?
        if let file = settings.passwordFile {
            do {
                password = try SecretFile.read(file)
            } catch {
                return .later(.settings)
            }
        }
        let scheme = settings.safety == .tls ? "smtps" : "smtp"
        // The path is how we greet the server.
        var order = Transfer.Order(
            address: "\(scheme)://\(settings.host):\(settings.port)/\(settings.from.domain)",
            body: message.bytes,
            schemes: "smtp,smtps"
        )
        order.authorityFile = settings.authorityFile
        order.totalSeconds = settings.patienceSeconds
        order.mail = Transfer.Order.Mail(
            from: message.from,
            to: message.to,
            mustSecure: settings.safety == .startTLS,
            user: settings.user,
            password: password
        )
        return Self.meaning(await Transfer(order).run())
    }

    /// What libcurl's code and the server's last number come to.
    ///
    /// A refused log-in or greeting is about us, and a person can mend it: the message waits.
    package static func meaning(_ result: Transfer.Result) -> Sent {
        let isFinal = (500..<600).contains(result.status)
        switch CURLcode(result.code) {
        case CURLE_OK: return .taken
        case CURLE_LOGIN_DENIED: return .later(.logIn)
        case CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
            return .later(.unsafe)
        case CURLE_OPERATION_TIMEDOUT: return .later(.slow)
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: return .later(.unreachable)
        case CURLE_SEND_ERROR where result.status >= 400:
            // The answer to MAIL or RCPT.
            return isFinal ? .never(.refused) : .later(.busy)
        case CURLE_RECV_ERROR where result.wasRead && result.status >= 400,
            CURLE_WEIRD_SERVER_REPLY where result.wasRead && result.status >= 400:
            // The answer to the message itself.
            return isFinal ? .never(.refused) : .later(.busy)
        case CURLE_WEIRD_SERVER_REPLY: return .later(.busy)
        default: return .later(.cut)
        }
    }
}
