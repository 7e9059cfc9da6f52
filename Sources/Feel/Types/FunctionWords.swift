/// What somebody who thinks in Indonesian or in a spreadsheet probably calls a function.
enum FunctionWords {
    static func meant(by word: String) -> String? { words[word.lowercased()] }

    private static let words: [String: String] = [
        "jumlah": "sum", "jumlahkan": "sum", "total": "sum", "hitung": "count",
        "banyak": "count", "banyaknya": "count", "rata": "mean", "rata_rata": "mean",
        "average": "mean", "avg": "mean", "terkecil": "min", "terbesar": "max",
        "minimum": "min", "maksimum": "max", "maximum": "max", "panjang": "string length",
        "length": "string length", "len": "string length", "berisi": "contains",
        "mengandung": "contains", "includes": "list contains", "diawali": "starts with",
        "diakhiri": "ends with", "cocok": "matches", "bulatkan": "round half up",
        "round": "round half up", "pembulatan": "round half up", "mutlak": "abs",
        "sisa": "modulo", "mod": "modulo", "bukan": "not", "tidak": "not", "tanggal": "date",
        "lama": "duration", "umur": "years between", "usia": "years between",
        "selisih_tahun": "years between", "selisih_bulan": "months between",
        "selisih_hari": "days between", "tahun": "year of", "year": "year of",
        "bulan": "month of", "month": "month of", "hari": "day of", "day": "day of",
        "huruf_besar": "upper case", "upper": "upper case", "huruf_kecil": "lower case",
        "lower": "lower case", "teks": "string", "angka": "number", "akar": "sqrt",
        "unik": "distinct values", "unique": "distinct values", "gabung": "concatenate",
        "concat": "concatenate", "semua": "all", "ada": "any", "ceil": "ceiling",
        "substr": "substring", "urutkan": "sort",
    ]
}
