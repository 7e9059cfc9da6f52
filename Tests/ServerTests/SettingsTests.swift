import Server
import Site
import Testing

@Test func `settings are read, and what is not set stays open`() {
    let reading = SettingsReading(
        """
        # Pengaturan server
        host: 0.0.0.0
        port: 443   # porta
        public_url: https://layanan.contoh.example
        tls_certificate: /etc/serasan/tls/cert.pem
        tls_key: /etc/serasan/tls/key.pem
        redirect_port: 80
        trusted_proxies: [10.0.0.0/8, "::1"]
        log: info
        backup_targets: [/mnt/a, "sftp://serasan@cadangan.contoh.example/simpan"]
        backup_ssh_key: /etc/serasan/cadangan
        backup_ssh_hosts: /etc/serasan/known_hosts
        restore_drill_days: 60
        database_readers: 8
        metrics_from: [10.1.2.3, 10.20.0.0/16]
        partners_inside: ["localhost:8081", mitra.contoh.example]
        partners_ca: /etc/serasan/mitra.pem
        """
    )
    #expect(reading.problems.isEmpty)
    #expect(reading.settings.host == "0.0.0.0")
    #expect(reading.settings.port == 443)
    #expect(reading.settings.publicURL == "https://layanan.contoh.example")
    #expect(reading.settings.certificate?.key == "/etc/serasan/tls/key.pem")
    #expect(reading.settings.redirectPort == 80)
    #expect(reading.settings.idleSeconds == nil)
    #expect(reading.settings.backupTargets.count == 2)
    #expect(reading.settings.drillDays == 60)
    #expect(reading.settings.databaseReaders == 8)
    #expect(reading.settings.metricsFrom.contains { $0.contains("10.20.9.9") })
    #expect(!reading.settings.metricsFrom.contains { $0.contains("10.1.2.4") })
    #expect(reading.settings.partnersInside == ["localhost:8081", "mitra.contoh.example"])
    #expect(reading.settings.partnersAuthority == "/etc/serasan/mitra.pem")
    #expect(reading.settings.backupHosts == "/etc/serasan/known_hosts")
    #expect(SettingsReading("# hanya komentar\n").problems.isEmpty)
    #expect(SettingsReading("").settings == Settings())
}

@Test(arguments: [
    ("# satu\nporta: 80", 2, "tidak dikenal"),
    ("port: banyak", 1, "harus angka"),
    ("port: 70000", 1, "harus angka"),
    ("host: rumah", 1, "tidak terbaca"),
    ("\npublic_url: https://a.example/", 2, "garis miring"),
    ("public_url: a.example", 1, "https://"),
    ("tls_key: /a/b.pem", 1, "tls_certificate"),
    ("tls_certificate: b.pem\ntls_key: /a", 1, "jalur lengkap"),
    ("trusted_proxies: 10.0.0.1", 1, "daftar"),
    ("trusted_proxies:\n  - 10.0.0.1\n  - 10.0.0.0/33", 3, "10.0.0.0/33"),
    ("log: semua", 1, "Pilih"),
    ("metrics_from: 10.0.0.1", 1, "daftar"),
    ("partners_inside: localhost:8081", 1, "daftar"),
    ("partners_inside:\n  - localhost:8081\n  - https://a.example", 3, "https://a.example"),
    ("partners_ca: mitra.pem", 1, "jalur lengkap"),
    ("metrics_from: [10.0.0.0/33]", 1, "10.0.0.0/33"),
    ("restore_drill_days: 2", 1, "harus angka"),
    ("database_readers: 1", 1, "harus angka"),
    ("database_readers: 65", 1, "harus angka"),
    ("port: 80\n\"port\": 81", 2, "dua kali"),
    ("port: [1, 2]", 1, "satu nilai"),
    ("port: &a 80", 1, "tidak dipakai"),
    ("port: 80\nhost", 2, "tidak terbaca"),
    ("- port", 1, "satu pengaturan"),
    ("backup_targets: /mnt/a", 1, "daftar"),
    ("backup_targets: [a]", 1, "jalur lengkap"),
    ("backup_targets: [/mnt/a, /mnt/a]", 1, "dua kali"),
    ("port: 80\nbackup_targets: [\"sftp://a@b/c\"]", 2, "folder itu dulu"),
    ("backup_targets: [/mnt/a, \"sftp://a@b/c\"]\nbackup_ssh_key: /k", 1, "backup_ssh_hosts"),
])
func `what cannot be followed is told with its line`(text: String, line: Int, words: String) {
    let problems = SettingsReading(text).problems
    #expect(problems.contains { $0.line == line && $0.sentence.contains(words) }, "\(problems)")
}

@Test(arguments: [
    ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false),
    ("192.168.4.0/22", "192.168.7.255", true), ("192.168.4.0/22", "192.168.8.0", false),
    ("127.0.0.1", "::ffff:127.0.0.1", true), ("fd00::/8", "fd12::1", true),
    ("fd00::/8", "fe80::1", false), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false),
    ("10.0.0.1", "sampah", false),
])
func `a range holds its addresses and no others`(range: String, address: String, holds: Bool) {
    #expect(NetworkRange(range)?.contains(address) == holds)
}

@Test(arguments: ["", "/8", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/33", "a/8", "10.0.0.0/8/8"])
func `what is no range is refused`(text: String) {
    #expect(NetworkRange(text) == nil)
}

@Test(arguments: [
    // Not from a proxy: the header is anybody's word.
    ("9.9.9.9", ["1.1.1.1"], "9.9.9.9"),
    ("10.0.0.1", ["1.1.1.1"], "1.1.1.1"),
    // What the visitor wrote stands before what the proxy added.
    ("10.0.0.1", ["6.6.6.6, 1.1.1.1"], "1.1.1.1"),
    ("10.0.0.1", ["6.6.6.6", "1.1.1.1"], "1.1.1.1"),
    ("10.0.0.1", ["1.1.1.1, 10.0.0.2"], "1.1.1.1"),
    ("10.0.0.1", ["sampah"], "10.0.0.1"),
    ("10.0.0.1", ["1.1.1.1, "], "10.0.0.1"),
    ("10.0.0.1", [], "10.0.0.1"),
])
func `a trusted proxy is believed, and nobody else`(
    peer: String,
    forwarded: [String],
    sender: String
) throws {
    let proxies = TrustedProxies([try #require(NetworkRange("10.0.0.0/8"))])
    #expect(proxies.sender(peer: peer, forwarded: forwarded) == sender)
}

@Test(arguments: [
    ("host: 10.0.0.11", "host: 10.0.0.12", true), ("port: 8443", "port: 8080", true),
    ("backup_targets: [/mnt/a]", "", true), ("log: debug", "log: info", true),
    ("database_readers: 4", "", true), ("public_url: https://a.example", "", false),
    ("trusted_proxies: [10.0.0.21]", "trusted_proxies: [10.0.0.22]", false),
    ("restore_drill_days: 60", "restore_drill_days: 61", false),
    ("metrics_from: [10.0.0.0/8]", "", false), ("partners_inside: [\"a.example\"]", "", false),
])
func `only what all nodes should say alike is compared`(
    one: String,
    other: String,
    areAlike: Bool
) {
    let (a, b) = (SettingsReading(one), SettingsReading(other))
    #expect(a.problems.isEmpty && b.problems.isEmpty)
    #expect(a.settings != b.settings)
    #expect((a.settings.alike == b.settings.alike) == areAlike)
}
