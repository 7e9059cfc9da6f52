/// The four properties that the EU's system reads, as it reads them.
struct PropertyCheck {
    private(set) var faults: [(fault: PropertyFault, place: Int)] = []

    /// `Area` where it is a number.
    private(set) var hectares: Double?

    /// Whose plot it is, to count producers: name and country.
    private(set) var producer: String?

    private let text: JSONText
    private let feature: ReadFeature
    private let members: GeoJSONMembers

    /// The exact names; capitals matter.
    static let names = ["ProducerName", "ProducerCountry", "ProductionPlace", "Area"]

    /// The most that a point may stand for.
    static let mostOfPoint = 4.0

    init(_ feature: ReadFeature, in text: JSONText, measuring boundary: Boundary?) {
        self.text = text
        self.feature = feature
        members = GeoJSONMembers(feature.properties)
        checkNames()
        checkArea(measuring: boundary)
        checkCountry()
        checkProducer()
    }

    /// The name that was meant by one that is not read.
    static func right(for name: String) -> String? {
        let plain = name.lowercased().filter { $0.isLetter }
        return names.first { $0 != name && $0.lowercased() == plain }
    }

    private mutating func checkNames() {
        for member in feature.properties {
            guard let right = Self.right(for: member.name), members[right] == nil else { continue }
            faults.append((.otherName(member.name, right: right), member.place))
        }
    }

    private mutating func checkArea(measuring boundary: Boundary?) {
        let isPoint = feature.geometry?.hasPoint ?? false
        guard let member = members["Area"] else {
            if isPoint { faults.append((.areaMissing, feature.place)) }
            return
        }
        switch text.kind(at: member.value) {
        case .number:
            let digits = text.number(at: member.value) ?? []
            guard let told = Double(String(decoding: digits, as: UTF8.self)), told.isFinite else {
                faults.append((.areaNoNumber(ofPoint: isPoint), member.place))
                return
            }
            hectares = told
            check(told, isPoint: isPoint, measuring: boundary, at: member.place)
        case .text:
            let isNumber = text.text(at: member.value).flatMap(HectaresAsText.init) != nil
            faults.append(
                (
                    isNumber ? .areaAsText(ofPoint: isPoint) : .areaNoNumber(ofPoint: isPoint),
                    member.place
                )
            )
        case .object, .list, .flag, .null:
            faults.append((.areaNoNumber(ofPoint: isPoint), member.place))
        }
    }

    private mutating func check(
        _ told: Double,
        isPoint: Bool,
        measuring boundary: Boundary?,
        at place: Int
    ) {
        if isPoint {
            if told > Self.mostOfPoint { faults.append((.pointTooLarge, place)) }
            if told < 0.0001 {
                faults.append((.areaTiny, place))
            } else if told < 0.1 {
                faults.append((.areaSmall, place))
            }
        } else if let measured = boundary?.hectares {
            let distance = (told - measured).magnitude
            if distance > 0.1, distance > measured / 10 {
                faults.append((.areaDiffers(told: told, measured: measured), place))
            }
        }
    }

    private mutating func checkCountry() {
        guard let member = members["ProducerCountry"] else {
            let isMisnamed = faults.contains { $0.fault.isName(of: "ProducerCountry") }
            if !isMisnamed { faults.append((.countryMissing, feature.place)) }
            return
        }
        guard let country = text.text(at: member.value) else {
            faults.append((.nameNoText("ProducerCountry"), member.place))
            return
        }
        guard !Countries.isCode(country) else { return }
        faults.append((.country(country, right: Countries.code(for: country)), member.place))
    }

    private mutating func checkProducer() {
        for name in ["ProducerName", "ProductionPlace"] {
            if let member = members[name], ![.text, .null].contains(text.kind(at: member.value)) {
                faults.append((.nameNoText(name), member.place))
            }
        }
        let name = members["ProducerName"].flatMap { text.text(at: $0.value) } ?? ""
        let isMisnamed = faults.contains { $0.fault.isName(of: "ProducerName") }
        let isText = !faults.contains { $0.fault.isNoText(of: "ProducerName") }
        if name.allSatisfy(\.isWhitespace), !isMisnamed, isText {
            faults.append((.producerMissing, members["ProducerName"]?.place ?? feature.place))
        } else {
            let country = members["ProducerCountry"].flatMap { text.text(at: $0.value) } ?? ""
            producer = "\(country)/\(name)"
        }
    }
}

extension PropertyFault {
    fileprivate func isName(of right: String) -> Bool {
        if case .otherName(_, right) = self { true } else { false }
    }

    fileprivate func isNoText(of name: String) -> Bool {
        if case .nameNoText(name) = self { true } else { false }
    }
}

/// The two-letter codes of ISO 3166-1.
enum Countries {
    static func isCode(_ text: String) -> Bool { codes.contains(text[...]) }

    /// The code that was surely meant; nil where that is not sure.
    static func code(for text: String) -> String? {
        let plain = text.uppercased().filter { !$0.isWhitespace }
        if plain == "INDONESIA" || plain == "IDN" { return "ID" }
        return isCode(plain) ? plain : nil
    }

    private static let codes = Set(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
        BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM \
        DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS \
        GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
        KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
        MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
        PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
        SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
        VN VU WF WS YE YT ZA ZM ZW
        """
        .split(separator: " ")
    )
}
