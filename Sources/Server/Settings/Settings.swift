package import Site

/// What the one who runs the server decides about it: one commented file.
///
/// What concerns the regency stands in `regency.yaml`; here is only what concerns this machine.
package struct Settings: Hashable, Sendable {
    package var host: String?
    package var port: Int?
    /// The address of every link and QR code; the one of `regency.yaml` where it is not set.
    package var publicURL: String?
    /// The address of the practice copy; where it listens, where it is not set.
    package var practiceURL: String?
    /// The PEM files of the certificate; both or neither.
    package var certificate: CertificateFiles?
    /// Where visitors without TLS are sent on to `publicURL`.
    package var redirectPort: Int?
    package var trusted: TrustedProxies?
    package var log: String?
    package var mostConnections: Int?
    package var idleSeconds: Int?
    /// How many connections of this machine read from a database's server at once.
    package var databaseReaders: Int?
    /// Folders on other disks into which the record is backed up every quarter of an hour, and
    /// `sftp://` places that copy the first of them.
    package var backupTargets: [String] = []
    /// The files with which SFTP places let us in, and by which we know them.
    package var backupKey: String?
    package var backupHosts: String?
    /// After how many days a restore has to be tried again; a month later it is a danger.
    package var drillDays: Int?
    /// Who may read `/metrics` beside this machine.
    package var metricsFrom: [NetworkRange] = []
    /// `host:port` of partners' sites that may lie inside our network and answer without TLS.
    package var partnersInside: [String] = []
    /// Certificates by which partners' sites are known, instead of the system's.
    package var partnersAuthority: String?

    package init() {}

    /// What every node of one site should say alike, as one text: not where it listens, nor what
    /// lies on its own disks.
    package var alike: String {
        let said: [(SettingsReading.Name, Any?)] = [
            (.publicURL, publicURL), (.practiceURL, practiceURL), (.trusted, trusted),
            (.drillDays, drillDays), (.metricsFrom, metricsFrom),
            (.partnersInside, partnersInside),
        ]
        return said.map { name, value in
            "\(name.rawValue): \(value.map { String(describing: $0) } ?? "-")"
        }
        .joined(separator: "\n")
    }
}

/// The PEM files of a certificate with its chain, and of its key.
package struct CertificateFiles: Hashable, Sendable {
    package var certificate: String
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// Something in the settings that cannot be followed, and where it stands.
package struct SettingsProblem: Hashable, Sendable, CustomStringConvertible {
    package let line: Int
    package let sentence: String

    package init(line: Int, _ sentence: String) {
        self.line = line
        self.sentence = sentence
    }

    package var description: String { "baris \(line): \(sentence)" }
}
