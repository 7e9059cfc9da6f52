import Site
import Yams

/// The settings of a file, and everything wrong in it at once.
package struct SettingsReading: Sendable {
    package private(set) var settings = Settings()
    package private(set) var problems: [SettingsProblem] = []

    private var certificate: (value: String, line: Int)?
    private var key: (value: String, line: Int)?
    /// The line of the first backup target on another machine.
    private var farTargets: Int?

    /// The names that a settings file may use.
    package static let names = Name.allCases.map(\.rawValue)

    enum Name: String, CaseIterable {
        case host, port, log
        case publicURL = "public_url"
        case practiceURL = "practice_url"
        case certificate = "tls_certificate"
        case key = "tls_key"
        case redirectPort = "redirect_port"
        case trusted = "trusted_proxies"
        case mostConnections = "max_connections"
        case idleSeconds = "idle_seconds"
        case databaseReaders = "database_readers"
        case backupTargets = "backup_targets"
        case backupKey = "backup_ssh_key"
        case backupHosts = "backup_ssh_hosts"
        case drillDays = "restore_drill_days"
        case metricsFrom = "metrics_from"
        case partnersInside = "partners_inside"
        case partnersAuthority = "partners_ca"
    }

    package init(_ text: String) { read(text) }

    private mutating func read(_ text: String) {
        guard text.utf8.count <= 65_536 else {
            return report(1, "Berkas ini terlalu besar untuk berkas pengaturan.")
        }
        // An alias makes the parser slow and a tag means nothing here: neither is needed.
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where line.split(separator: "#", maxSplits: 1).first.map(Self.hasAlias) ?? false {
            return report(index + 1, "Tanda & dan * dan ! di awal nilai tidak dipakai di sini.")
        }
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            take(root)
        } catch YamlError.duplicatedKeysInMapping(let names, _) {
            for name in names.sorted() {
                report(
                    Self.lastLine(of: name, in: text),
                    "Pengaturan \(name) tertulis dua kali."
                )
            }
        } catch let error as YamlError {
            // The parser points behind the end where something is missing there.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
            report(
                min(Self.line(of: error), lines),
                "Baris ini tidak terbaca. Tulis: nama: nilai"
            )
        } catch {
            report(1, "Berkas ini tidak terbaca.")
        }
    }

    private static func hasAlias(_ line: Substring) -> Bool {
        line.split(whereSeparator: { " \t:,[".contains($0) }).contains { word in
            ["&", "*", "!"].contains(word.prefix(1))
        }
    }

    private static func lastLine(of name: String, in text: String) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let last = lines.lastIndex { line in
            line.filter { $0 != "\"" && $0 != "'" }.hasPrefix(name)
        }
        return (last ?? 0) + 1
    }

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _),
            .composer(_, _, let mark, _):
            mark.line
        case _: 1
        }
    }

    private mutating func take(_ root: Node) {
        guard case .mapping(let mapping) = root else {
            if root.string?.isEmpty == true { return }
            return report(1, "Tulis satu pengaturan di tiap baris: nama: nilai")
        }
        for (node, value) in mapping {
            let line = node.mark?.line ?? 1
            let word = node.string ?? ""
            guard let name = Name(rawValue: word) else {
                report(
                    line,
                    "Pengaturan \"\(word)\" tidak dikenal. Yang ada: "
                        + Self.names.joined(separator: ", ") + "."
                )
                continue
            }
            take(name, value, at: value.mark?.line ?? line)
        }
        pair()
        checkFarTargets()
    }

    private mutating func take(_ name: Name, _ node: Node, at line: Int) {
        if name == .trusted { return takeTrusted(node, at: line) }
        if name == .backupTargets { return takeTargets(node, at: line) }
        if name == .metricsFrom {
            settings.metricsFrom = ranges(node, name, "10.0.0.0/8", line)
            return
        }
        if name == .partnersInside { return takePartners(node, at: line) }
        guard let text = node.string, !text.isEmpty else {
            return report(line, "Pengaturan \(name.rawValue) tidak berisi satu nilai.")
        }
        switch name {
        case .host:
            guard NetworkRange(text) != nil, !text.contains("/") else {
                return report(
                    line,
                    "Alamat \"\(text)\" tidak terbaca. Tulis seperti 127.0.0.1 atau 0.0.0.0."
                )
            }
            settings.host = text
        case .port: settings.port = number(text, 0...65_535, name, line)
        case .redirectPort: settings.redirectPort = number(text, 1...65_535, name, line)
        case .mostConnections:
            settings.mostConnections = number(text, 10...50_000, name, line)
        case .idleSeconds: settings.idleSeconds = number(text, 5...600, name, line)
        case .databaseReaders: settings.databaseReaders = number(text, 2...64, name, line)
        case .publicURL: settings.publicURL = address(text, line)
        case .practiceURL: settings.practiceURL = address(text, line)
        case .certificate: certificate = path(text, name, line)
        case .key: key = path(text, name, line)
        case .backupKey: settings.backupKey = path(text, name, line)?.0
        case .backupHosts: settings.backupHosts = path(text, name, line)?.0
        case .log:
            guard ["debug", "info", "notice", "warning", "error"].contains(text) else {
                return report(
                    line,
                    "log \"\(text)\" tidak dikenal. Pilih debug, info, notice, warning, atau error."
                )
            }
            settings.log = text
        case .drillDays: settings.drillDays = number(text, 7...370, name, line)
        case .partnersAuthority: settings.partnersAuthority = path(text, name, line)?.0
        case .trusted, .backupTargets, .metricsFrom, .partnersInside: break
        }
    }

    private mutating func takeTrusted(_ node: Node, at line: Int) {
        settings.trusted = TrustedProxies(ranges(node, .trusted, "127.0.0.1, 10.0.0.0/8", line))
    }

    /// A list of addresses and networks.
    private mutating func ranges(
        _ node: Node,
        _ name: Name,
        _ example: String,
        _ line: Int
    ) -> [NetworkRange] {
        guard case .sequence(let items) = node else {
            report(
                line,
                "\(name.rawValue) adalah daftar. Tulis: \(name.rawValue): [\(example)]"
            )
            return []
        }
        var ranges: [NetworkRange] = []
        for item in items {
            let text = item.string ?? ""
            guard let range = NetworkRange(text) else {
                report(
                    item.mark?.line ?? line,
                    "Alamat \(name == .trusted ? "proksi " : "")\"\(text)\" tidak terbaca. "
                        + "Tulis seperti 10.1.2.3 atau 10.0.0.0/8."
                )
                continue
            }
            ranges.append(range)
        }
        return ranges
    }

    private mutating func takePartners(_ node: Node, at line: Int) {
        guard case .sequence(let items) = node else {
            return report(
                line,
                "partners_inside adalah daftar. Tulis: partners_inside: [\"localhost:8081\"]"
            )
        }
        for item in items {
            let text = item.string ?? ""
            guard text.wholeMatch(of: /[a-z0-9][a-z0-9\.\-]*(:[1-9][0-9]{0,4})?/) != nil else {
                report(
                    item.mark?.line ?? line,
                    "Mitra \"\(text)\" tidak terbaca. Tulis seperti localhost:8081, tanpa https://."
                )
                continue
            }
            settings.partnersInside.append(text)
        }
    }

    private mutating func takeTargets(_ node: Node, at line: Int) {
        guard case .sequence(let items) = node else {
            return report(
                line,
                "backup_targets adalah daftar. Tulis: backup_targets: [/mnt/cadangan, /mnt/lain]"
            )
        }
        for item in items {
            let line = item.mark?.line ?? line
            let text = item.string ?? ""
            let isFar = text.hasPrefix("sftp://")
            guard let path = isFar ? text : path(text, .backupTargets, line)?.0 else { continue }
            if isFar, farTargets == nil { farTargets = line }
            guard !settings.backupTargets.contains(path) else {
                report(line, "Tempat cadangan \(path) tertulis dua kali.")
                continue
            }
            settings.backupTargets.append(path)
        }
    }

    /// Another machine copies from a folder here, and lets nobody in without a key.
    private mutating func checkFarTargets() {
        guard let line = farTargets else { return }
        if settings.backupTargets.first?.hasPrefix("/") != true {
            report(line, "Tempat sftp:// menyalin dari folder cadangan. Tulis folder itu dulu.")
        }
        if settings.backupKey == nil || settings.backupHosts == nil {
            report(
                line,
                "Tempat sftp:// butuh backup_ssh_key dan backup_ssh_hosts (berkas known_hosts)."
            )
        }
    }

    private mutating func number(
        _ text: String,
        _ range: ClosedRange<Int>,
        _ name: Name,
        _ line: Int
    ) -> Int? {
        if let number = Int(text), range.contains(number) { return number }
        report(
            line,
            "\(name.rawValue) \"\(text)\" harus angka dari \(range.lowerBound) sampai "
                + "\(range.upperBound)."
        )
        return nil
    }

    private mutating func address(_ text: String, _ line: Int) -> String? {
        if PublicURL.isOne(text) { return text }
        report(line, PublicURL.sentence(text))
        return nil
    }

    private mutating func path(_ text: String, _ name: Name, _ line: Int) -> (String, Int)? {
        if text.hasPrefix("/") { return (text, line) }
        report(line, "\(name.rawValue) harus jalur lengkap yang mulai dengan garis miring.")
        return nil
    }

    /// A certificate without its key, or the other way round, is half a decision.
    private mutating func pair() {
        switch (certificate, key) {
        case (let certificate?, let key?):
            settings.certificate = CertificateFiles(
                certificate: certificate.value,
                key: key.value
            )
        case (let certificate?, nil):
            report(certificate.line, "tls_certificate butuh tls_key di sampingnya.")
        case (nil, let key?):
            report(key.line, "tls_key butuh tls_certificate di sampingnya.")
        case (nil, nil): break
        }
    }

    private mutating func report(_ line: Int, _ sentence: String) {
        problems.append(SettingsProblem(line: line, sentence))
    }
}

/// The address of a site: a scheme and a host, perhaps a port, and nothing after it.
package enum PublicURL {
    package static func isOne(_ text: String) -> Bool {
        text.wholeMatch(of: /https?:\/\/[a-z0-9\.\-]+(:[0-9]{1,5})?/) != nil
    }

    package static func sentence(_ text: String) -> String {
        "Alamat umum \"\(text)\" tidak terbaca. Tulis seperti https://layanan.contoh.example, "
            + "huruf kecil, tanpa garis miring di akhir."
    }
}
