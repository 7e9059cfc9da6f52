/// What is wrong with the properties of a feature that the EU's system reads.
enum PropertyFault: PlotFault {
    case pointTooLarge
    case areaMissing
    case areaAsText(ofPoint: Bool)
    case areaNoNumber(ofPoint: Bool)
    case areaTiny
    case areaSmall
    case areaDiffers(told: Double, measured: Double)
    case otherName(String, right: String)
    case countryMissing
    case country(String, right: String?)
    case producerMissing
    case nameNoText(String)

    package var code: String {
        switch self {
        case .pointTooLarge: "point-too-large"
        case .areaMissing: "area-missing"
        case .areaAsText: "area-as-text"
        case .areaNoNumber: "area-no-number"
        case .areaTiny: "area-tiny"
        case .areaSmall: "area-small"
        case .areaDiffers: "area-differs"
        case .otherName: "property-name"
        case .countryMissing: "country-missing"
        case .country: "country"
        case .producerMissing: "producer-missing"
        case .nameNoText: "property-no-text"
        }
    }

    package var severity: PlotFinding.Severity {
        switch self {
        case .pointTooLarge, .areaAsText(ofPoint: true), .areaNoNumber(ofPoint: true), .areaTiny,
            .country, .nameNoText:
            .error
        case .areaMissing, .areaAsText(ofPoint: false), .areaNoNumber(ofPoint: false), .areaSmall,
            .areaDiffers, .otherName, .countryMissing, .producerMissing:
            .warning
        }
    }

    package var repair: PlotRepair? {
        switch self {
        case .areaAsText: .numberFromText
        case .otherName: .renameProperty
        case .country(_, let right): right.map { _ in .countryCode }
        case .pointTooLarge, .areaMissing, .areaNoNumber, .areaTiny, .areaSmall, .areaDiffers,
            .countryMissing, .producerMissing, .nameNoText:
            nil
        }
    }

    package var sentence: String {
        switch self {
        case .pointTooLarge:
            "Kebun lebih dari 4 hektare tidak boleh berupa titik. Ukur batasnya dan pakai Polygon."
        case .areaMissing: "\"Area\" tidak ada: sistem UE menganggap kebun ini 4 hektare."
        case .areaAsText:
            "\"Area\" ditulis sebagai teks, sehingga dibaca sebagai 0. Hapus tanda kutipnya."
        case .areaNoNumber: "\"Area\" harus angka dalam hektare, misalnya 1.25."
        case .areaTiny: "\"Area\" lebih kecil dari 0.0001 hektare. Tulis luasnya dalam hektare."
        case .areaSmall:
            "\"Area\" kurang dari 0.1 hektare. Satu kertas UE menerima mulai 0.0001, kertas lain mulai "
                + "0.1; kirim hanya bila memang sekecil itu."
        case .areaDiffers(let told, let measured):
            "\"Area\" menyebut \(Self.text(told)) hektare, batasnya mengelilingi \(Self.text(measured))."
        case .otherName(let name, let right):
            "\"\(name)\" tidak dibaca oleh sistem UE. Namanya harus persis \"\(right)\"."
        case .countryMissing: "\"ProducerCountry\" tidak ada. Tulis \"ID\" untuk Indonesia."
        case .country(let text, let right):
            "\"ProducerCountry\" adalah \"\(text)\"; harus kode dua huruf besar, "
                + "\(right.map { "di sini \"\($0)\"" } ?? "misalnya \"ID\"")."
        case .producerMissing: "\"ProducerName\" tidak ada atau kosong."
        case .nameNoText(let name): "\"\(name)\" harus berupa teks."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .pointTooLarge:
            "A plot of more than 4 hectares must not be a point. Survey its boundary and use Polygon."
        case .areaMissing: "\"Area\" is missing: the EU's system takes this plot for 4 hectares."
        case .areaAsText:
            "\"Area\" is written as text and is read as 0. Remove the quotation marks."
        case .areaNoNumber: "\"Area\" must be a number of hectares, such as 1.25."
        case .areaTiny: "\"Area\" is less than 0.0001 hectares. Write the size in hectares."
        case .areaSmall:
            "\"Area\" is less than 0.1 hectares. One of the EU's papers takes 0.0001 and more, another "
                + "0.1; send it only if it is as small as that."
        case .areaDiffers(let told, let measured):
            "\"Area\" tells \(Self.text(told)) hectares, the boundary encloses \(Self.text(measured))."
        case .otherName(let name, let right):
            "The EU's system does not read \"\(name)\". Its name must be exactly \"\(right)\"."
        case .countryMissing: "\"ProducerCountry\" is missing. Write \"ID\" for Indonesia."
        case .country(let text, let right):
            "\"ProducerCountry\" is \"\(text)\"; it must be a code of two capitals, "
                + "\(right.map { "here \"\($0)\"" } ?? "such as \"ID\"")."
        case .producerMissing: "\"ProducerName\" is missing or empty."
        case .nameNoText(let name): "\"\(name)\" must be a text."
        }
    }

    private static func text(_ hectares: Double) -> String {
        String((hectares * 100).rounded() / 100)
    }
}
