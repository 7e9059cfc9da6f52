import Ledger
import Newsroom
import Office
import Server
import Services
import Stories

// A few invented pieces of news, written and approved by the sample officials.

extension SampleRegency {
    /// Who writes them, and who approves them: their log-ins.
    private static let newsroom = ("dedi", "nurul")

    /// Publishes them, as two officials would in their browsers.
    static func publishNews(_ officers: Officers) async throws {
        let record = officers.record
        let desk = NewsDesk(store: record.store, now: { record.clock.now() })
        let (writer, approver) = (
            try await officers.standing(newsroom.0), try await officers.standing(newsroom.1)
        )
        for text in news {
            let id = Draw.random.id()
            try await desk.save(text, of: id, NewsDesk.Asked(writer, seen: 0))
            let version = try await desk.version(of: id)
            try await desk.approve(text, of: id, NewsDesk.Asked(approver, seen: version))
        }
    }

    /// The oldest first.
    private static var news: [NewsText] { [seedlings, closing, market] }

    private static var seedlings: NewsText {
        var text = NewsText(
            .news,
            title: "Bibit kopi untuk 120 petani",
            body: """
                Dinas Perkebunan membagikan bibit kopi kepada 120 petani di Kecamatan Contoh Ulu \
                minggu ini. Setiap petani mengambil bibitnya di balai desa.

                ## Belum mendapat bibit?

                - Daftarkan kebun Anda dulu.
                - Ajukan permohonan bibit di situs ini, gratis.
                - Minta dibantu penyuluh bila perlu.
                """,
            writer: "Dedi Kurniawan"
        )
        text.editor = "Nurul Huda"
        text.source = "Dinas Perkebunan"
        text.titleInEnglish = "Coffee seedlings for 120 farmers"
        text.bodyInEnglish = """
            The plantation office hands out coffee seedlings to 120 farmers in Contoh Ulu this \
            week. Each farmer collects them at the village hall.

            ## No seedlings yet?

            - Register your plot first.
            - Apply for seedlings on this site, free of charge.
            - Ask an extension officer for help if you need it.
            """
        return text
    }

    private static var closing: NewsText {
        var text = NewsText(
            .announcement,
            title: "Loket kelurahan pindah sementara",
            body: """
                Loket Kelurahan Pasar II pindah ke aula kecamatan selama gedungnya diperbaiki. \
                Jam bukanya tetap. Permohonan lewat situs ini berjalan seperti biasa.
                """,
            writer: "Dedi Kurniawan"
        )
        text.titleInEnglish = "Counter moves for a while"
        text.bodyInEnglish = """
            The counter of Pasar II moves to the district's hall while its building is repaired. \
            Opening hours stay the same. Requests on this site go on as usual.
            """
        return text
    }

    private static var market: NewsText {
        var text = NewsText(
            .agenda,
            title: "Pasar kopi rakyat di halaman pendopo",
            body: """
                Petani dan pemilik kedai kopi bertemu di halaman pendopo, Sabtu pukul 08.00 sampai \
                14.00. Masuk gratis. Bawa sampel biji kopi bila ingin dicicip bersama.
                """,
            writer: "Dedi Kurniawan"
        )
        text.titleInEnglish = "Coffee market at the regent's hall"
        text.bodyInEnglish = """
            Farmers and owners of coffee shops meet in front of the regent's hall on Saturday from \
            08.00 to 14.00. Entry is free. Bring a sample of beans to have it tasted.
            """
        return text
    }
}
