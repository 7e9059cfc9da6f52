package import Logging
package import NIOSSL
import Synchronization

/// The certificate in use, read anew when its files change.
///
/// Each connection takes the certificate of its beginning: open ones go on as they are.
package final class RenewedCertificate: Sendable {
    private struct State {
        var certificate: ServerCertificate
        var marks: [FileMark?]
    }

    private let files: CertificateFiles
    private let state: Mutex<State>

    package init(_ files: CertificateFiles) throws(CertificateFailure) {
        self.files = files
        // The marks first: what is renewed in between is seen the next time.
        let marks = Self.marks(files)
        state = Mutex(State(certificate: try ServerCertificate.read(files), marks: marks))
    }

    package var context: NIOSSLContext { state.withLock { $0.certificate.context } }

    /// Takes the files in where they have changed; keeps what is in use where they cannot be used.
    package func look(_ logger: Logger) {
        let marks = Self.marks(files)
        guard state.withLock({ $0.marks != marks }) else { return }
        do {
            let renewed = try ServerCertificate.read(files)
            state.withLock { $0 = State(certificate: renewed, marks: marks) }
            logger.notice("certificate", metadata: ["state": "renewed"])
        } catch {
            // Certificate and key may be replaced one after the other: it is looked at again.
            logger.error("certificate", metadata: ["error": "\(error)"])
        }
    }

    private static func marks(_ files: CertificateFiles) -> [FileMark?] {
        [FileMark(of: files.certificate), FileMark(of: files.key)]
    }
}
