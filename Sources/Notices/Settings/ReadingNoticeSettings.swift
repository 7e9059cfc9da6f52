import Crypto
package import Foundation
import Ledger
import Yams

extension NoticeSettings {
    /// The file beside `regency.yaml` in which they stand.
    package static let fileName = "kabar.yaml"

    /// Reads the settings of a folder; without the file only the desk tells people something.
    /// - Returns: the settings, and one sentence for each thing that is wrong with them.
    package static func read(folder: URL) -> (settings: NoticeSettings, problems: [String]) {
        let file = folder.appending(path: fileName)
        guard FileManager.default.fileExists(atPath: file.path) else { return (.deskOnly, []) }
        guard let bytes = FileManager.default.contents(atPath: file.path) else {
            return (.deskOnly, ["\(fileName) tidak bisa dibaca. Periksa izin berkasnya."])
        }
        return read(String(decoding: bytes, as: UTF8.self), in: folder)
    }

    /// Reads a text; files that it names are looked for from `folder`.
    package static func read(
        _ text: String,
        in folder: URL
    ) -> (settings: NoticeSettings, problems: [String]) {
        var reading = Reading(folder: folder)
        let settings = reading.settings(text)
        return (reading.problems.isEmpty ? settings : .deskOnly, reading.problems)
    }

    /// Goes through the text once and collects everything that is wrong with it.
    private struct Reading {
        let folder: URL
        var problems: [String] = []

        mutating func settings(_ text: String) -> NoticeSettings {
            let root: Any?
            do {
                root = try Yams.load(yaml: text)
            } catch {
                problems.append("\(fileName) bukan YAML yang benar. Periksa spasi dan titik dua.")
                return .deskOnly
            }
            guard let root else { return .deskOnly }
            guard let fields = root as? [String: Any] else {
                problems.append(
                    "\(fileName) harus berisi \"surel:\", \"gerbang:\", \"jabatan:\", \"saksi:\", atau "
                        + "\"titipan:\"."
                )
                return .deskOnly
            }
            unknown(fields, ["surel", "gerbang", "jabatan", "saksi", "titipan"], "")
            var settings = NoticeSettings(
                mail: section("surel", fields).flatMap { mail($0) },
                gateway: section("gerbang", fields).flatMap { gateway($0) },
                posts: section("jabatan", fields).map { posts($0) } ?? [:]
            )
            witnesses(fields["saksi"], of: &settings)
            settings.entrusted = entrusted(fields["titipan"])
            if !settings.witnesses.isEmpty, settings.mail == nil {
                problems.append("\"saksi\" dengan alamat surel memerlukan bagian \"surel\".")
            }
            return settings
        }

        /// Who gets a head of the record each day: by mail, or a partner's server.
        private mutating func witnesses(_ value: Any?, of settings: inout NoticeSettings) {
            guard let value, !(value is NSNull) else { return }
            guard let items = value as? [Any], items.count <= 20 else {
                return problems.append(Self.wrongWitness)
            }
            for item in items {
                if let address = (item as? String).flatMap(MailAddress.init) {
                    if !settings.witnesses.contains(address) { settings.witnesses.append(address) }
                } else if let fields = item as? [String: Any] {
                    guard let partner = partner(fields) else { continue }
                    settings.partners.append(partner)
                } else {
                    return problems.append(Self.wrongWitness)
                }
            }
            if Set(settings.partners.map(\.key)).count < settings.partners.count {
                problems.append("\"saksi\" menyebut kunci mitra yang sama dua kali.")
            }
        }

        private static let wrongWitness =
            "\"saksi\" harus daftar alamat surel atau mitra (paling banyak 20), misalnya "
            + "[inspektorat@contoh.go.id]."

        private mutating func partner(_ fields: [String: Any]) -> WitnessPartner? {
            unknown(fields, ["alamat", "kunci", "ca"], "saksi.")
            let address = text("alamat", fields) ?? ""
            guard Self.isAddress(address) else {
                problems.append("\"saksi.alamat\" harus alamat https://, tanpa nama dan sandi.")
                return nil
            }
            guard let key = NoteKey(text("kunci", fields) ?? "", kind: .cosigner) else {
                problems.append(
                    "\"saksi.kunci\" harus satu baris kunci saksi dari /bukti milik mitra "
                        + "(serasan-saksi/…)."
                )
                return nil
            }
            let bare = address.hasSuffix("/") ? String(address.dropLast()) : address
            var partner = WitnessPartner(address: bare, key: key)
            partner.authorityFile = file("saksi.ca", text("ca", fields))
            return partner
        }

        /// The logs of others whose heads we keep.
        private mutating func entrusted(_ value: Any?) -> [EntrustedLog] {
            guard let value, !(value is NSNull) else { return [] }
            guard let items = value as? [Any], items.count <= 100 else {
                problems.append("\"titipan\" harus daftar berisi nama dan kunci.")
                return []
            }
            var logs: [EntrustedLog] = []
            for item in items {
                let fields = item as? [String: Any] ?? [:]
                unknown(fields, ["nama", "kunci"], "titipan.")
                guard let name = text("nama", fields), !name.isEmpty, name.utf8.count <= 200 else {
                    problems.append("\"titipan.nama\" harus nama pemilik catatan.")
                    continue
                }
                guard let key = NoteKey(text("kunci", fields) ?? "") else {
                    problems.append(
                        "\"titipan.kunci\" harus satu baris kunci catatan dari /bukti milik mitra "
                            + "(serasan/…)."
                    )
                    continue
                }
                logs.append(EntrustedLog(name: name, key: key))
            }
            let keys = Set(logs.map { $0.key.key.rawRepresentation })
            if keys.count < logs.count {
                problems.append("\"titipan\" menyebut kunci yang sama dua kali.")
            }
            return logs
        }

        private static func isAddress(_ address: String) -> Bool {
            let isHere = address.hasPrefix("http://127.0.0.1")
            guard address.hasPrefix("https://") || isHere,
                let parts = URLComponents(string: address)
            else { return false }
            return parts.host?.isEmpty == false && parts.user == nil && parts.query == nil
                && parts.fragment == nil
        }

        /// The addresses of posts: who holds one may change, the address stays the office's.
        private mutating func posts(_ fields: [String: Any]) -> [String: MailAddress] {
            var posts: [String: MailAddress] = [:]
            for id in fields.keys.sorted() {
                guard let address = MailAddress(text(id, fields) ?? "") else {
                    problems.append(
                        "\"jabatan.\(id)\" harus alamat surel, misalnya lurah@contoh.go.id."
                    )
                    continue
                }
                posts[id] = address
            }
            return posts
        }

        private mutating func section(_ name: String, _ fields: [String: Any]) -> [String: Any]? {
            guard let value = fields[name], !(value is NSNull) else { return nil }
            guard let section = value as? [String: Any] else {
                problems.append("\"\(name)\" harus berisi isian di bawahnya.")
                return nil
            }
            return section
        }

        private mutating func unknown(_ fields: [String: Any], _ known: Set<String>, _ at: String) {
            for name in fields.keys.sorted() where !known.contains(name) {
                problems.append("\"\(at)\(name)\" tidak dikenal. Hapus, atau periksa ejaannya.")
            }
        }

        private mutating func mail(_ fields: [String: Any]) -> MailSettings? {
            unknown(
                fields,
                ["dari", "nama", "server", "porta", "pengaman", "pengguna", "sandi", "ca"],
                "surel."
            )
            guard let from = MailAddress(text("dari", fields) ?? "") else {
                problems.append("\"surel.dari\" harus alamat surel, misalnya kabar@contoh.go.id.")
                return nil
            }
            guard let host = text("server", fields), Self.isHost(host) else {
                problems.append("\"surel.server\" harus nama server, misalnya smtp.contoh.go.id.")
                return nil
            }
            let word = text("pengaman", fields) ?? MailSettings.Safety.startTLS.rawValue
            guard let safety = MailSettings.Safety(rawValue: word) else {
                problems.append("\"surel.pengaman\" harus starttls, tls, atau tanpa.")
                return nil
            }
            let isHere = ["127.0.0.1", "localhost"].contains(host)
            if safety == .none, !isHere {
                problems.append("\"surel.pengaman: tanpa\" hanya untuk server di mesin ini.")
            }
            let port = fields["porta"].map { $0 as? Int ?? 0 } ?? (safety == .tls ? 465 : 587)
            if !(1...65535).contains(port) {
                problems.append("\"surel.porta\" harus angka, misalnya 587.")
            }
            var mail = MailSettings(from: from, host: host, port: port, safety: safety)
            mail.name = text("nama", fields)
            mail.user = text("pengguna", fields)
            mail.passwordFile = secret("surel.sandi", text("sandi", fields))
            mail.authorityFile = file("surel.ca", text("ca", fields))
            if (mail.user == nil) != (text("sandi", fields) == nil) {
                problems.append("\"surel.pengguna\" dan \"surel.sandi\" harus ada keduanya.")
            }
            return mail
        }

        private mutating func gateway(_ fields: [String: Any]) -> GatewaySettings? {
            unknown(fields, ["alamat", "saluran", "rahasia", "ca"], "gerbang.")
            let address = text("alamat", fields) ?? ""
            let isHere = address.hasPrefix("http://127.0.0.1")
            guard address.hasPrefix("https://") || isHere,
                let parts = URLComponents(string: address), parts.host?.isEmpty == false,
                parts.user == nil
            else {
                problems.append("\"gerbang.alamat\" harus alamat https://, tanpa nama dan sandi.")
                return nil
            }
            guard let channel = GatewaySettings.Channel(rawValue: text("saluran", fields) ?? "")
            else {
                problems.append("\"gerbang.saluran\" harus wa atau sms.")
                return nil
            }
            guard let secretFile = secret("gerbang.rahasia", text("rahasia", fields) ?? "") else {
                return nil
            }
            var gateway = GatewaySettings(
                address: address,
                channel: channel,
                secretFile: secretFile
            )
            gateway.authorityFile = file("gerbang.ca", text("ca", fields))
            return gateway
        }

        private func text(_ name: String, _ fields: [String: Any]) -> String? {
            switch fields[name] {
            case let text as String: text
            case let number as Int: String(number)
            case nil, .some: nil
            }
        }

        private static func isHost(_ text: String) -> Bool {
            !text.isEmpty && text.utf8.count <= 253
                && text.allSatisfy {
                    $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0))
                }
        }

        private mutating func file(_ name: String, _ path: String?) -> String? {
            guard let path else { return nil }
            let full = URL(filePath: path, relativeTo: folder).path
            guard FileManager.default.isReadableFile(atPath: full) else {
                problems.append("Berkas \"\(name)\" tidak ada atau tidak bisa dibaca: \(path).")
                return nil
            }
            return full
        }

        /// A file with a secret: others must not read it.
        private mutating func secret(_ name: String, _ path: String?) -> String? {
            guard let path, let full = file(name, path) else { return nil }
            do {
                _ = try SecretFile.read(full)
                return full
            } catch {
                problems.append("\"\(name)\": \(error.sentence)")
                return nil
            }
        }
    }
}

/// A file that holds one secret.
enum SecretFile {
    struct Problem: Error { let sentence: String }

    /// The secret without the line's end; refused where others could read it.
    static func read(_ path: String) throws(Problem) -> String {
        let modes: Int
        do {
            let found = try FileManager.default.attributesOfItem(atPath: path)
            modes = (found[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        } catch {
            throw Problem(sentence: "berkas rahasia tidak ditemukan.")
        }
        guard modes & 0o077 == 0 else {
            throw Problem(
                sentence: "berkas rahasia terbaca orang lain. Jalankan: chmod 600 \(path)"
            )
        }
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        guard !text.isEmpty else { throw Problem(sentence: "berkas rahasia kosong.") }
        return text
    }
}
