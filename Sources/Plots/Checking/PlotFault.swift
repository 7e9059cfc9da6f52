/// Something that is wrong with a file of plots, or may be.
///
/// Four closed enums conform to it: what concerns the file, a feature, a ring, or the properties.
/// Each case has one code, which stays for ever, and one sentence in each language.
package protocol PlotFault: Sendable {
    /// Stable for ever, in words: `ring-open`.
    var code: String { get }
    var severity: PlotFinding.Severity { get }

    /// What is wrong and what to do, in plain Indonesian.
    var sentence: String { get }

    /// The same in English.
    var sentenceInEnglish: String { get }

    /// What may be done about it without asking; nil where a person has to decide.
    var repair: PlotRepair? { get }
}

/// What may be mended without inventing land: nobody has to be asked what was meant.
package enum PlotRepair: String, Hashable, Sendable, CaseIterable {
    case dropMark = "drop-mark"
    case dropMember = "drop-member"
    case addProperties = "add-properties"
    case renameProperty = "rename-property"
    case numberFromText = "number-from-text"
    case countryCode = "country-code"
    case unwrapPoint = "unwrap-point"
    case dropAltitude = "drop-altitude"
    case roundToSix = "round-to-six"
    case swapAxes = "swap-axes"
    case closeRing = "close-ring"
    case dropRepeated = "drop-repeated"
    case turnRing = "turn-ring"
}

/// What was found at one place of a file of plots.
package struct PlotFinding: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        /// The EU's system refuses it, or reads something else than what is meant.
        case error

        /// It is taken, and somebody should look at it.
        case warning
    }

    package let code: String
    package let severity: Severity

    /// What is wrong and what to do, in plain Indonesian and in English.
    package let sentence: String
    package let sentenceInEnglish: String

    /// Which feature, row or placemark, from 1; nil for the file as a whole.
    package let feature: Int?

    /// What that feature is called in the file.
    package let name: String?

    /// The line of the file, from 1; nil where the file has no lines.
    package let line: Int?

    /// Where on the ground; nil where it is not about a place.
    package let place: Position?

    package let repair: PlotRepair?

    init(
        _ fault: any PlotFault,
        in feature: FeatureName? = nil,
        on place: Position? = nil,
        line: Int? = nil
    ) {
        code = fault.code
        severity = fault.severity
        sentence = fault.sentence
        sentenceInEnglish = fault.sentenceInEnglish
        repair = fault.repair
        self.feature = feature?.number
        name = feature?.name
        self.line = line
        self.place = place
    }
}

/// Which feature of a file is meant: its number from 1, and what it is called there.
struct FeatureName: Hashable, Sendable {
    let number: Int
    let name: String?
}
