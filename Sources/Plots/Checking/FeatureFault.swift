/// What is wrong with one feature of a file, or with its positions.
enum FeatureFault: PlotFault {
    case noProperties
    case propertiesNoObject
    case strangeID
    case noGeometry
    case line(String)
    case nestedCollection
    case brokenCoordinates
    case nestedPoint
    case textCoordinate
    case altitude
    case moreDecimals
    case fewDecimals
    case notOnEarth
    case swapped(everywhere: Bool)
    case outsideIndonesia
    case outsideRegency
    case partsOverlap
    case duplicate(of: Int)
    case overlap(with: Int, Overlap)

    package var code: String {
        switch self {
        case .noProperties: "properties-missing"
        case .propertiesNoObject: "properties-no-object"
        case .strangeID: "feature-id"
        case .noGeometry: "geometry-missing"
        case .line: "geometry-type"
        case .nestedCollection: "nested-collection"
        case .brokenCoordinates: "coordinates"
        case .nestedPoint: "point-nested"
        case .textCoordinate: "coordinate-as-text"
        case .altitude: "altitude"
        case .moreDecimals: "more-decimals"
        case .fewDecimals: "few-decimals"
        case .notOnEarth: "not-on-earth"
        case .swapped: "axes-swapped"
        case .outsideIndonesia: "outside-indonesia"
        case .outsideRegency: "outside-regency"
        case .partsOverlap: "parts-overlap"
        case .duplicate: "duplicate-plot"
        case .overlap: "plots-overlap"
        }
    }

    package var severity: PlotFinding.Severity {
        switch self {
        case .noProperties, .strangeID, .nestedCollection, .altitude, .moreDecimals, .fewDecimals,
            .outsideIndonesia, .outsideRegency, .duplicate, .overlap:
            .warning
        case .propertiesNoObject, .noGeometry, .line, .brokenCoordinates, .nestedPoint,
            .textCoordinate, .notOnEarth, .swapped, .partsOverlap:
            .error
        }
    }

    package var repair: PlotRepair? {
        switch self {
        case .noProperties: .addProperties
        case .strangeID: .dropMember
        case .nestedPoint: .unwrapPoint
        case .textCoordinate: .numberFromText
        case .altitude: .dropAltitude
        case .moreDecimals: .roundToSix
        case .swapped(everywhere: true): .swapAxes
        case .propertiesNoObject, .noGeometry, .line, .nestedCollection, .brokenCoordinates,
            .fewDecimals, .notOnEarth, .swapped(everywhere: false), .outsideIndonesia,
            .outsideRegency, .partsOverlap, .duplicate, .overlap:
            nil
        }
    }
}

extension FeatureFault {
    package var sentence: String {
        switch self {
        case .noProperties: "Bagian \"properties\" tidak ada."
        case .propertiesNoObject: "\"properties\" harus berupa objek { }."
        case .strangeID: "\"id\" harus berupa teks atau angka."
        case .noGeometry: "Kebun ini tidak punya titik maupun batas."
        case .line(let type):
            "\(type) tidak diterima. Pakai Point untuk titik atau Polygon untuk batas yang tertutup."
        case .nestedCollection:
            "GeometryCollection di dalam GeometryCollection sebaiknya dihindari."
        case .brokenCoordinates:
            "Koordinatnya tidak tersusun benar: setiap titik harus [bujur, lintang]."
        case .nestedPoint:
            "Koordinat Point bersarang: tulis [bujur, lintang] tanpa kurung tambahan."
        case .textCoordinate: "Koordinat ditulis sebagai teks. Hapus tanda kutipnya."
        case .altitude:
            "Titiknya punya angka ketinggian, yang tidak dipakai. Cukup bujur dan lintang."
        case .moreDecimals:
            "Ada lebih dari 6 angka di belakang koma. Sistem UE memotong atau membulatkannya; tulis "
                + "tepat 6."
        case .fewDecimals:
            "Semua titiknya hanya punya 4 angka atau kurang di belakang koma: meleset sampai 11 meter "
                + "atau lebih. Aturan meminta 6."
        case .notOnEarth:
            "Bujur harus antara -180 dan 180, lintang antara -90 dan 90, dalam derajat."
        case .swapped:
            "Bujur dan lintang tertukar: tulis bujur (sekitar 95 sampai 141) dahulu, lalu lintang."
        case .outsideIndonesia: "Letaknya di luar Indonesia. Periksa koordinatnya."
        case .outsideRegency: "Letaknya di luar kabupaten ini. Periksa koordinatnya."
        case .partsOverlap: "Bagian-bagian kebun ini saling tumpang tindih."
        case .duplicate(let other): "Letaknya sama persis dengan kebun nomor \(other)."
        case .overlap(let other, let overlap):
            "Tumpang tindih dengan kebun nomor \(other) seluas \(overlap.wholeSquareMetres) m² "
                + "(\(overlap.percent) % dari yang lebih kecil)."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .noProperties: "The member \"properties\" is missing."
        case .propertiesNoObject: "\"properties\" must be an object { }."
        case .strangeID: "\"id\" must be a text or a number."
        case .noGeometry: "This plot has neither a point nor a boundary."
        case .line(let type):
            "\(type) is not taken. Use Point for a point, or Polygon for a closed boundary."
        case .nestedCollection: "A GeometryCollection inside another is better avoided."
        case .brokenCoordinates:
            "The coordinates are not well formed: each position must be [longitude, latitude]."
        case .nestedPoint:
            "A Point's coordinates are nested: write [longitude, latitude] with no more brackets."
        case .textCoordinate: "A coordinate is written as text. Remove the quotation marks."
        case .altitude:
            "Positions have a height, which is not used. Longitude and latitude are enough."
        case .moreDecimals:
            "There are more than 6 decimals. The EU's system cuts or rounds them; write exactly 6."
        case .fewDecimals:
            "All positions have 4 decimals or fewer: they may be off by 11 metres and more. 6 are asked for."
        case .notOnEarth:
            "Longitude must be from -180 to 180 and latitude from -90 to 90, in degrees."
        case .swapped:
            "Longitude and latitude are swapped: write the longitude (some 95 to 141) first."
        case .outsideIndonesia: "It lies outside Indonesia. Check the coordinates."
        case .outsideRegency: "It lies outside this regency. Check the coordinates."
        case .partsOverlap: "The parts of this plot overlap each other."
        case .duplicate(let other): "It lies exactly where plot number \(other) lies."
        case .overlap(let other, let overlap):
            "Overlaps plot number \(other) by \(overlap.wholeSquareMetres) m² "
                + "(\(overlap.percent) % of the smaller one)."
        }
    }
}

extension Overlap {
    fileprivate var wholeSquareMetres: Int { Int(squareMetres.rounded()) }
    fileprivate var percent: Int { max(1, Int((share * 100).rounded())) }
}
