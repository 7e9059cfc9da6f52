/// What is wrong with a file of plots as a whole.
enum FileFault: PlotFault {
    case notUTF8
    case notJSON(JSONFault.Reason)
    case byteOrderMark
    case notGeoJSON
    case unknownType(String)
    case memberMissing(String)
    case memberTwice(String)
    case memberMisplaced(String)
    case wrongBox
    case coordinateSystem(isWGS84: Bool)
    case empty
    case tooLarge(megabytes: Int)
    case tooManyFeatures(Int)
    case tooManyPositions(Int)
    case tooManyProducers(Int)

    package var code: String {
        switch self {
        case .notUTF8: "not-utf-8"
        case .notJSON(let reason): reason == .notANumber ? "nan" : "not-json"
        case .byteOrderMark: "byte-order-mark"
        case .notGeoJSON: "not-geojson"
        case .unknownType: "unknown-type"
        case .memberMissing: "member-missing"
        case .memberTwice: "member-twice"
        case .memberMisplaced: "member-misplaced"
        case .wrongBox: "wrong-bbox"
        case .coordinateSystem: "crs"
        case .empty: "empty"
        case .tooLarge: "file-too-large"
        case .tooManyFeatures: "too-many-features"
        case .tooManyPositions: "too-many-positions"
        case .tooManyProducers: "too-many-producers"
        }
    }

    package var severity: PlotFinding.Severity {
        switch self {
        case .byteOrderMark, .memberMisplaced, .wrongBox, .coordinateSystem(isWGS84: true): .warning
        case .notUTF8, .notJSON, .notGeoJSON, .unknownType, .memberMissing, .memberTwice,
            .coordinateSystem(isWGS84: false), .empty, .tooLarge, .tooManyFeatures,
            .tooManyPositions, .tooManyProducers:
            .error
        }
    }

    package var repair: PlotRepair? {
        switch self {
        case .byteOrderMark: .dropMark
        case .coordinateSystem(isWGS84: true), .wrongBox: .dropMember
        case .notUTF8, .notJSON, .notGeoJSON, .unknownType, .memberMissing, .memberTwice,
            .memberMisplaced, .coordinateSystem(isWGS84: false), .empty, .tooLarge,
            .tooManyFeatures, .tooManyPositions, .tooManyProducers:
            nil
        }
    }
}

extension FileFault {
    package var sentence: String {
        switch self {
        case .notUTF8: "Huruf di sini bukan UTF-8. Simpan berkas sebagai UTF-8."
        case .notJSON(let reason): "Berkas ini bukan JSON yang utuh: \(reason.words.indonesian)."
        case .byteOrderMark: "Di awal berkas ada tanda BOM, yang tidak boleh ada dalam GeoJSON."
        case .notGeoJSON:
            "Berkas ini JSON, tetapi bukan GeoJSON: isinya harus satu objek dengan \"type\"."
        case .unknownType(let type):
            "Jenis \"\(type)\" tidak dikenal. Huruf besar dan kecil harus persis, misalnya "
                + "FeatureCollection, Feature, Polygon."
        case .memberMissing(let name): "Bagian \"\(name)\" tidak ada atau bukan jenis yang benar."
        case .memberTwice(let name):
            "Bagian \"\(name)\" tertulis dua kali; tidak jelas mana yang dimaksud. Hapus salah satu."
        case .memberMisplaced(let name): "Bagian \"\(name)\" tidak pada tempatnya di sini."
        case .wrongBox:
            "\"bbox\" harus berupa 4 atau 6 angka. Sistem UE tidak membacanya; boleh dihapus."
        case .coordinateSystem(isWGS84: true):
            "Bagian \"crs\" sudah tidak dipakai dalam GeoJSON dan boleh dihapus: WGS 84 selalu berlaku."
        case .coordinateSystem(isWGS84: false):
            "\"crs\" menyebut sistem koordinat lain. Ubah dahulu titik-titiknya ke WGS 84 (EPSG:4326)."
        case .empty: "Tidak ada satu pun kebun dalam berkas ini."
        case .tooLarge(let megabytes):
            "Berkas ini \(megabytes) MB; sistem UE menerima paling besar 25 MB. Bagi menjadi beberapa."
        case .tooManyFeatures(let most):
            "Lebih dari \(most) kebun dalam satu berkas; yang berikutnya tidak diperiksa. Bagi berkasnya."
        case .tooManyPositions(let most):
            "Lebih dari \(most) titik dalam satu berkas; sesudah ini tidak diperiksa. Bagi berkasnya."
        case .tooManyProducers(let count):
            "Ada \(count) nama petani; sistem UE menerima paling banyak 1000 untuk satu komoditas."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notUTF8: "These letters are not UTF-8. Save the file as UTF-8."
        case .notJSON(let reason): "This file is not whole JSON: \(reason.words.english)."
        case .byteOrderMark: "The file begins with a byte order mark, which GeoJSON must not have."
        case .notGeoJSON: "This is JSON but not GeoJSON: it must be one object with a \"type\"."
        case .unknownType(let type):
            "The type \"\(type)\" is unknown. Capitals matter, as in FeatureCollection, Feature, Polygon."
        case .memberMissing(let name): "The member \"\(name)\" is missing or of the wrong kind."
        case .memberTwice(let name):
            "The member \"\(name)\" stands twice; which one is meant is unclear. Remove one."
        case .memberMisplaced(let name): "The member \"\(name)\" does not belong here."
        case .wrongBox:
            "\"bbox\" must be 4 or 6 numbers. The EU's system does not read it; it may go."
        case .coordinateSystem(isWGS84: true):
            "GeoJSON has no \"crs\" any more, and it may be removed: WGS 84 always holds."
        case .coordinateSystem(isWGS84: false):
            "\"crs\" names another coordinate system. Convert the positions to WGS 84 (EPSG:4326) first."
        case .empty: "There is not one plot in this file."
        case .tooLarge(let megabytes):
            "This file has \(megabytes) MB; the EU's system takes 25 MB at most. Split it."
        case .tooManyFeatures(let most):
            "More than \(most) plots in one file; those that follow are not checked. Split the file."
        case .tooManyPositions(let most):
            "More than \(most) positions in one file; nothing behind this is checked. Split the file."
        case .tooManyProducers(let count):
            "There are \(count) producers; the EU's system takes 1000 at most for one commodity."
        }
    }
}

extension JSONFault.Reason {
    var words: (indonesian: String, english: String) {
        switch self {
        case .endsTooEarly: ("isinya terputus di tengah", "it ends in the middle")
        case .notUTF8: ("hurufnya bukan UTF-8", "its letters are not UTF-8")
        case .tooDeep:
            (
                "kurungnya bersarang lebih dari \(JSONText.deepest) tingkat",
                "brackets stand in each other more than \(JSONText.deepest) deep"
            )
        case .notANumber:
            (
                "NaN dan Infinity bukan angka; ganti dengan angka yang benar",
                "NaN and Infinity are no numbers; write the right ones"
            )
        case .comma:
            (
                "koma atau kurung penutup kurang atau berlebih",
                "a comma or a closing bracket is missing or one too many"
            )
        case .noValue:
            (
                "di sini seharusnya ada angka, teks atau kurung",
                "a number, a text or a bracket should stand here"
            )
        case .somethingFollows: ("masih ada isi sesudah akhirnya", "something follows its end")
        case .control:
            (
                "ada ganti baris atau tanda kendali di dalam teks",
                "a line break or a control character stands inside a text"
            )
        case .escape:
            ("tanda \\ diikuti huruf yang tidak dikenal", "\\ is followed by an unknown letter")
        case .leadingZero: ("angka tidak boleh diawali 0", "a number must not begin with 0")
        case .missingColon: ("titik dua kurang", "a colon is missing")
        case .missingName: ("nama bagian kurang", "the name of a member is missing")
        }
    }
}
