import Foundation
package import NIOSSL

/// Why a certificate cannot be used, in one sentence that names the file.
package struct CertificateFailure: Error, Sendable, CustomStringConvertible {
    package let description: String
}

/// A certificate with its key, read from files and found to belong together.
package struct ServerCertificate: Sendable {
    package let context: NIOSSLContext
    /// Seconds since 1970 between which the certificate is valid.
    package let valid: ClosedRange<Int64>

    /// - Throws: `CertificateFailure`.
    package static func read(_ files: CertificateFiles) throws(CertificateFailure)
        -> ServerCertificate
    {
        try refuseOpenKey(files.key)
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMFile(files.certificate) } catch {
            throw CertificateFailure(
                description: "Sertifikat \(files.certificate) tidak ada atau bukan berkas PEM."
            )
        }
        let key: NIOSSLPrivateKey
        do { key = try NIOSSLPrivateKey(file: files.key, format: .pem) } catch {
            throw CertificateFailure(
                description: "Kunci \(files.key) tidak ada, bukan berkas PEM, atau berkata sandi."
            )
        }
        guard let first = chain.first else {
            throw CertificateFailure(
                description: "Sertifikat \(files.certificate) tidak memuat satu sertifikat pun."
            )
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do {
            let (from, until) = (Int64(first.notValidBefore), Int64(first.notValidAfter))
            return ServerCertificate(
                context: try NIOSSLContext(configuration: configuration),
                valid: min(from, until)...until
            )
        } catch {
            throw CertificateFailure(
                description:
                    "Kunci \(files.key) bukan kunci dari sertifikat \(files.certificate)."
            )
        }
    }

    /// A key that every user of the machine can read is no secret.
    private static func refuseOpenKey(_ path: String) throws(CertificateFailure) {
        guard let mode = FileMark(of: path)?.mode else {
            throw CertificateFailure(description: "Kunci \(path) tidak ada.")
        }
        guard mode & 0o037 == 0 else {
            throw CertificateFailure(
                description:
                    "Kunci \(path) terbaca atau tertulis oleh pengguna lain. "
                    + "Jalankan: chmod 600 \(path)"
            )
        }
    }
}

/// What shows that a file is another one than before: a renewal replaces it or writes into it.
package struct FileMark: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int
    /// The permission bits.
    package let mode: UInt32
    package let owner: UInt32

    /// Nil where there is no such file; a link counts as what it leads to.
    package init?(of path: String) {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        device = UInt64(found.st_dev)
        inode = UInt64(found.st_ino)
        size = Int64(found.st_size)
        seconds = Int(found.st_mtim.tv_sec)
        nanoseconds = Int(found.st_mtim.tv_nsec)
        mode = UInt32(found.st_mode) & 0o7777
        owner = UInt32(found.st_uid)
    }
}
