import Feel
import Testing

@Suite struct `A problem` {
    @Test(arguments: golden)
    func `says what is wrong, where, and what probably helps`(source: String, told: [String]) {
        #expect(Form.problems(source) == told)
    }

    static let golden: [(String, [String])] = [
        (
            "jenis_usaha = \"kopii\"",
            [
                "feel.unknown-option ‹\"kopii\"› \"kopii\" bukan salah satu pilihannya. Mungkin maksudnya \"kopi\"?"
            ]
        ),
        (
            "jenis_usaha in (\"kopi\", \"pasar\")",
            [
                "feel.unknown-option ‹\"pasar\"› \"pasar\" bukan salah satu pilihannya. Pilihannya: \"kopi\", \"lain\", \"warung\"."
            ]
        ),
        (
            "luas_kebn > 4",
            [
                "feel.unknown-name ‹luas_kebn› Tidak ada nama \"luas_kebn\" di sini. Mungkin maksudnya \"luas_kebun\"?"
            ]
        ),
        (
            "jenis usaha = \"kopi\" and luas_kebun > \"4\"",
            [
                "feel.unknown-name ‹jenis usaha› Tidak ada nama \"jenis usaha\" di sini. Mungkin maksudnya \"jenis_usaha\"?",
                "feel.incomparable ‹luas_kebun > \"4\"› Angka tidak bisa dibandingkan dengan teks. Angka ditulis tanpa tanda kutip; teks diubah menjadi angka dengan number(…).",
            ]
        ),
        (
            "nama_usaha + 1",
            [
                "feel.wrong-type ‹nama_usaha› Tanda \"+\" di sini perlu angka, bukan teks. Angka ditulis tanpa tanda kutip; teks diubah menjadi angka dengan number(…)."
            ]
        ),
        (
            "hari_ini - tanggal_lahir > 17",
            [
                "feel.incomparable ‹hari_ini - tanggal_lahir > 17› Lama waktu dalam hari dan jam tidak bisa dibandingkan dengan angka. Selisih dua tanggal adalah lama waktu; tambahkan .days untuk banyaknya hari."
            ]
        ),
        (
            "jumlah(panen)",
            [
                "feel.unknown-function ‹jumlah› Tidak ada fungsi \"jumlah\". Mungkin maksudnya \"sum\"?"
            ]
        ),
        (
            "contains(nama_usaha)",
            [
                "feel.wrong-arity ‹contains(nama_usaha)› Fungsi \"contains\" perlu 2 masukan, di sini ada 1."
            ]
        ),
        (
            "pemilik.nma",
            [
                "feel.unknown-field ‹nma› Tidak ada bagian \"nma\" di sini. Mungkin maksudnya \"nama\"?"
            ]
        ),
        (
            "luas_kebun",
            []
        ),
        (
            "menikah and luas_kebun",
            [
                "feel.wrong-type ‹luas_kebun› Kedua sisi \"and\" harus syarat (ya/tidak), yang ini angka."
            ]
        ),
        (
            "luas_kebun >",
            [
                "feel.syntax ‹› Rumus berhenti terlalu awal: di sini seharusnya nilai: nama, angka, teks dalam tanda kutip, atau \"(\"."
            ]
        ),
        (
            "luas_kebun == 4",
            [
                "feel.syntax ‹=› \"=\" tidak cocok di sini: seharusnya nilai: nama, angka, teks dalam tanda kutip, atau \"(\". Untuk \"sama dengan\" cukup satu tanda \"=\"."
            ]
        ),
        (
            "menikah && menikah",
            [
                "feel.syntax ‹&› \"&\" tidak cocok di sini: seharusnya \"and\" di antara dua syarat."
            ]
        ),
        (
            "hari_ini > @\"31-12-2026\"",
            [
                "feel.bad-literal ‹@\"31-12-2026\"› \"31-12-2026\" bukan tanggal, jam, atau lama waktu. Contoh: @\"2026-01-31\", @\"08:30:00\", @\"P10D\" (10 hari), @\"P2Y\" (2 tahun)."
            ]
        ),
    ]

    @Test func `is told when the result is not what the place expects`() {
        #expect(
            Form.problems("nama_usaha", expecting: .boolean) == [
                "feel.wrong-type ‹nama_usaha› Rumus ini seharusnya menghasilkan ya/tidak, tetapi menghasilkan teks."
            ]
        )
        #expect(Form.problems("luas_kebun > 4", expecting: .boolean) == [])
        #expect(
            Form.problems(
                "if menikah then \"kopi\" else \"tehh\"",
                expecting: .word(["kopi", "teh"])
            ) == [
                "feel.unknown-option ‹\"tehh\"› \"tehh\" bukan salah satu pilihannya. Mungkin maksudnya \"teh\"?"
            ]
        )
    }
}
