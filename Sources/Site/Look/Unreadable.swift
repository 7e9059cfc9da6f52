extension ContrastPair {
    /// What can no longer be read where this pair is too faint, for whoever chose the colour.
    package var sample: Words {
        switch back {
        case .utama:
            Words("tombol \"Mulai permohonan\"", "the button \"Start the application\"")
        case .utamaTekan:
            Words(
                "tombol \"Mulai permohonan\" saat ditekan",
                "the button \"Start the application\" while it is pressed"
            )
        case .utamaMuda:
            Words("tautan di baris yang dipilih", "links in the row that is chosen")
        case .kepala where front == .emas:
            Words("garis di bawah kepala halaman", "the thread under the head of the page")
        case .kepala:
            Words("nama kabupaten di kepala halaman", "the name in the head of the page")
        case .lapis where front == .utama:
            Words("tautan \"Bantuan\" di kaki halaman", "the link \"Help\" at the foot of the page")
        case .kertas where front == .utama:
            Words("tautan \"Semua layanan\"", "the link \"All services\"")
        case .kertas, .permukaan, .lapis, .garis, .tepi, .tinta, .tinta2, .padaUtama, .padaKepala,
            .bahaya, .bahayaMuda, .padaBahaya, .beres, .beresMuda, .ingat, .ingatMuda, .info,
            .infoMuda, .emas, .fokus, .padaFokus:
            Words("tulisan di halaman", "the text of the page")
        }
    }
}
