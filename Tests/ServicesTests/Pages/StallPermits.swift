import Blueprints
import Foundation
import Office
import Services
import Testing

/// A blueprint with a fee: a stall on the market is handed out once it is paid, by a signed letter.
struct StallPermits {
    static let service = "izin-lapak"
    static let fee = "Rp25.000"

    func archive() throws -> FolderArchive {
        let files = [
            ("blueprint.yaml", blueprint), ("services/izin-lapak.yaml", service),
            ("letters/izin.yaml", letter),
        ]
        return try #require(
            FolderArchive(
                files.map { FolderArchive.File(path: $0.0, bytes: Array($0.1.utf8)) }
            )
        )
    }

    func compiled() throws -> Blueprint {
        let (blueprint, found) = EditionReading.blueprint(try archive(), named: "16.03/lapak")
        return try #require(blueprint, "\(found.map { "\($0.code) \($0.sentence)" })")
    }

    private var blueprint: String {
        """
        publisher: "16.03"
        name: lapak
        version: 1.0.0
        title: Izin lapak
        licence: CC0-1.0
        """
    }

    private var service: String {
        """
        service: izin-lapak
        title: Izin lapak pasar
        purpose: Bukti bahwa Anda boleh berjualan di satu lapak.
        topic: usaha
        owner: kelurahan
        at: desa
        standard:
          requirements: Tidak ada
          procedure: Isi permohonan, lalu bayar.
          time: 4 hari kerja
          fee: 25000
          product: Surat izin lapak.
          complaints: Sampaikan di loket kelurahan.
          legal_basis: Perbup 1
          facilities: Ruang tunggu.
          competence: Petugas mengenal pasarnya.
          supervision: Sekretaris memeriksa setiap minggu.
          staff: Satu petugas.
          guarantee: Bila terlambat, Anda diberi tahu.
          safety: Data Anda disandikan.
          evaluation: Hasil survei dibahas setiap bulan.
        ask:
          - page: lapak
            title: Lapak Anda
            questions:
              jualan: { ask: Anda berjualan apa?, type: text, max: 80 }
              desa: { ask: Di desa mana pasarnya?, type: village, within: "16.03" }
        steps:
          periksa:
            title: Periksa permohonan
            stage: diperiksa
            by: petugas-pelayanan
            within: 2 hari kerja
            late: sekretaris
            actions:
              lanjut: { label: Teruskan, to: tanda_tangan, needs: fee paid, notify: none }
              tolak: { label: Tolak, to: ditolak, needs: reason, notify: none }
          tanda_tangan:
            title: Tanda tangani izin
            stage: diproses
            by: kepala-wilayah
            within: 2 hari kerja
            actions:
              terbit: { label: Terbitkan, to: selesai, letter: izin }
        outcomes:
          selesai: { shows: selesai, notify: none }
          ditolak: { shows: ditolak, notify: none }
        notices: {}
        """
    }

    private var letter: String {
        """
        letter: izin
        title: Izin lapak
        layout: judul tengah
        paper: A4
        classification: "500.3"
        number: "{klasifikasi}/{urut:3}/{unit}/{tahun}"
        signer: kepala-wilayah
        body:
          isi: "Yang berjualan {jualan} boleh memakai satu lapak."
        shows:
          Nomor: nomor_surat
        """
    }
}

extension Visitor {
    /// Applies for a stall at the market of that village; the number.
    func applyForStall(in village: String = "Pasar II") async throws -> String {
        try await get("/layanan/izin-lapak")
        try await send(to: "/layanan/izin-lapak/mulai")
        try await send([
            "nama": "Kanari Burungwati", "nik": "1603084505900077", "hp": "0812-0000-5678",
        ])
        try await send(["kabar": "wa"])
        try await send(["jualan": "Kopi bubuk"])
        try await choose(village, in: "desa")
        #expect(path.hasSuffix("/periksa"), "\(path) \(page)")
        return try await sendIn()
    }
}
