import Blueprints
import Foundation
import Office
import Services
import Testing

/// A blueprint that takes reports of broken roads: openly, in secret or without a name.
struct RoadReports {
    /// How the question about holes is asked.
    var holes = "Ada berapa lubang?"

    /// What `blueprint.yaml` says about drafts of older versions.
    var acceptance = ""
    var version = "1.0.0"

    /// What the service says about personal data.
    var privacy = ""

    /// How the question about a landmark is called.
    var landmark = "patokan"

    /// How long the first step may take.
    var within = "2 hari kerja"

    /// What is declared for cases of the version before; nothing where it is empty.
    var moves = ""

    static let service = "laporan-jalan"

    func archive() throws -> FolderArchive {
        var files = [
            ("blueprint.yaml", blueprint), ("services/laporan-jalan.yaml", service),
        ]
        if !moves.isEmpty { files.append(("renames/1.0.0-to-2.0.0.yaml", moves)) }
        return try #require(
            FolderArchive(
                files.map { FolderArchive.File(path: $0.0, bytes: Array($0.1.utf8)) }
            )
        )
    }

    func compiled() throws -> Blueprint {
        let (blueprint, found) = EditionReading.blueprint(try archive(), named: "16.03/jalan")
        return try #require(blueprint, "\(found.map { "\($0.code) \($0.sentence)" })")
    }

    private var blueprint: String {
        """
        publisher: "16.03"
        name: jalan
        version: \(version)
        title: Laporan jalan
        licence: CC0-1.0
        \(acceptance)
        """
    }

    private var service: String {
        """
        service: laporan-jalan
        title: Laporan jalan rusak
        purpose: Memberi tahu kami jalan yang perlu diperbaiki.
        topic: jalan
        owner: kelurahan
        at: desa
        anonymous: allowed
        secret: allowed
        standard:
          requirements: Tidak ada
          procedure: Isi laporan lewat ponsel.
          time: 10 hari kerja
          fee: 0
          product: Kabar tentang perbaikan jalan.
          complaints: Sampaikan di loket kelurahan.
          legal_basis: Perbup 1
          facilities: Ruang tunggu.
          competence: Petugas mengenal jalan di wilayahnya.
          supervision: Sekretaris memeriksa setiap minggu.
          staff: Satu petugas.
          guarantee: Bila terlambat, Anda diberi tahu.
          safety: Data Anda disandikan.
          evaluation: Hasil survei dibahas setiap bulan.
        \(privacy)
        ask:
          - page: jalan
            title: Jalan yang rusak
            questions:
              lubang: { ask: "\(holes)", type: whole, from: 1, to: 99 }
              \(landmark): { ask: Di dekat apa?, type: text, max: 80 }
              desa: { ask: Di desa mana jalan itu?, type: village, within: "16.03" }
              desa_pangkal: { ask: Di desa mana pangkal jalannya?, type: village, optional: true }
              saksi:
                ask: Siapa yang juga melihatnya?
                type: group
                least: 1
                most: 3
                questions:
                  panggilan: { ask: Nama panggilan, type: name }
        steps:
          periksa:
            title: Periksa laporan
            stage: diperiksa
            by: petugas-pelayanan
            within: \(within)
            late: sekretaris
            consult: dinas-koperasi
            actions:
              benar: { label: Laporan benar, to: pangkal, notify: none }
              kembali:
                label: Minta lengkapi
                ask: citizen
                needs: public note
                waiting: 10 hari kerja
                then: kedaluwarsa
                notify: kabar
              tolak: { label: Tolak, to: ditolak, needs: reason, notify: kabar }
          pangkal:
            title: Periksa pangkal jalan
            stage: diproses
            by: petugas-pelayanan
            at: desa_pangkal
            within: 2 hari kerja
            actions:
              tuntas: { label: Sudah diperbaiki, to: selesai, notify: kabar }
        outcomes:
          selesai: { shows: selesai, notify: none }
          ditolak: { shows: ditolak, appeal: 21 hari kerja, notify: none }
          kedaluwarsa: { shows: dibatalkan, notify: kabar }
        notices:
          kabar: Ada kabar tentang laporan {nomor}. Buka {tautan}.
        """
    }
}
