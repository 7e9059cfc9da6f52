import Crypto
import Foundation
import Ledger
import Notices
import Testing

/// What `kabar.yaml` says of partners: who keeps our heads, and whose we keep.
@Suite struct PartnerSettingsTests {
    private static let key = Curve25519.Signing.PrivateKey().publicKey
    private static let log = NoteKey(name: "serasan/00000000000000010000000000000001", key: key)
    private static let witness = NoteKey(name: "serasan-saksi/ab", key: key, kind: .cosigner)

    private func read(_ text: String) -> (settings: NoticeSettings, problems: [String]) {
        NoticeSettings.read(text, in: URL(filePath: "/"))
    }

    @Test func `partners need no mail server, and both kinds of witness stand side by side`() throws
    {
        let partners = """
            saksi:
              - alamat: https://layanan.ilir.go.id/
                kunci: \(Self.witness.text)
            titipan:
              - nama: Kabupaten Contoh Ilir
                kunci: \(Self.log.text)

            """
        let (settings, problems) = read(partners)
        #expect(problems.isEmpty)
        #expect(settings.partners.map(\.address) == ["https://layanan.ilir.go.id"])
        #expect(settings.partners.map(\.host) == ["layanan.ilir.go.id"])
        #expect(settings.partners.map(\.key) == [Self.witness])
        #expect(
            settings.entrusted == [EntrustedLog(name: "Kabupaten Contoh Ilir", key: Self.log)]
        )
        let (both, none) = read(
            partners.replacing("saksi:\n", with: "saksi:\n  - ombudsman@contoh.id\n")
                + "surel: { dari: kabar@contoh.go.id, server: smtp.contoh.go.id }\n"
        )
        #expect(none.isEmpty)
        #expect(both.witnesses.map(\.text) == ["ombudsman@contoh.id"])
        #expect(both.partners.count == 1)
    }

    @Test(arguments: [
        ("saksi: [ombudsman@contoh.id]", "memerlukan bagian"), ("saksi: 7", "harus daftar alamat"),
        ("saksi: [7]", "harus daftar alamat"),
        ("saksi: [{ alamat: \"http://a.id\", kunci: K }]", "harus alamat https"),
        ("saksi: [{ alamat: \"https://u:p@a.id\", kunci: K }]", "harus alamat https"),
        ("saksi: [{ alamat: \"https://a.id?x=1\", kunci: K }]", "harus alamat https"),
        ("saksi: [{ alamat: \"file:///etc/passwd\", kunci: K }]", "harus alamat https"),
        ("saksi: [{ alamat: \"https://a.id\", kunci: L }]", "kunci saksi dari /bukti"),
        ("saksi: [{ alamat: \"https://a.id\", kunci: K, lain: 1 }]", "tidak dikenal"),
        (
            "saksi: [{ alamat: \"https://a.id\", kunci: K }, { alamat: \"https://b.id\", kunci: K }]",
            "dua kali"
        ),
        ("titipan: x", "harus daftar berisi"), ("titipan: [x]", "harus nama pemilik"),
        ("titipan: [{ nama: A, kunci: K }]", "kunci catatan dari /bukti"),
        ("titipan: [{ nama: A, kunci: L }, { nama: B, kunci: L }]", "dua kali"),
    ])
    func `what is wrong has its sentence, and nothing is used`(text: String, said: String) {
        let filled = text.replacing("kunci: K", with: "kunci: \(Self.witness.text)")
            .replacing("kunci: L", with: "kunci: \(Self.log.text)")
        let (settings, problems) = read(filled)
        #expect(problems.contains { $0.contains(said) }, "\(problems)")
        #expect(settings == .deskOnly)
    }
}
