package import Logging
import ServiceLifecycle
import UnixSignals

/// Looks each minute, and at once on SIGHUP, whether the certificate was renewed.
package struct CertificateKeeping: Service {
    private let certificate: RenewedCertificate
    private let logger: Logger

    package init(_ certificate: RenewedCertificate, logger: Logger) {
        self.certificate = certificate
        self.logger = logger
    }

    package func run() async throws {
        let (certificate, logger) = (certificate, logger)
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await _ in await UnixSignalsSequence(trapping: .sighup) {
                        certificate.look(logger)
                    }
                }
                group.addTask {
                    while !Task.isCancelled {
                        // A wait that is cut short means the end: the loop sees it.
                        do { try await Task.sleep(for: .seconds(60)) } catch { break }
                        certificate.look(logger)
                    }
                }
            }
        }
    }
}
