package import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

extension HTTPServerBuilder {
    /// HTTP inside TLS, with the certificate that is in use when a connection begins.
    package static func secured(
        by certificate: RenewedCertificate,
        _ configuration: HTTP1Channel.Configuration
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            SecureLine(
                certificate: certificate,
                inner: HTTP1Channel(responder: responder, configuration: configuration)
            )
        }
    }
}

/// A connection that speaks TLS before it speaks HTTP.
private struct SecureLine: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    let certificate: RenewedCertificate
    let inner: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(
                NIOSSLServerHandler(context: certificate.context)
            )
        }
        .flatMap { inner.setup(channel: channel, logger: logger) }
    }

    func handle(value: Value, logger: Logger) async {
        await inner.handle(value: value, logger: logger)
    }
}
