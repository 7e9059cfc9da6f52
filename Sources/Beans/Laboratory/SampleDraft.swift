/// A sample while its rows are being read.
struct SampleDraft {
    let name: String
    let line: Int

    /// Something of it could not be read: graded without it, it would look better than it is.
    var isBroken = false

    private var said: [LabColumn: (text: String, line: Int)] = [:]
    private var found: [Set<Defect>: (count: Int, line: Int)] = [:]
    private var grams: Ratio?
    private var moisture: Ratio?
    private var dirt: Ratio?
    private var hasLiveInsects: Bool?
    private var smellsRotten: Bool?
    private var sieved: [Sieve: Ratio] = [:]

    init(name: String, line: Int) {
        (self.name, self.line) = (name, line)
    }

    /// Takes in what is said of the sample as a whole.
    mutating func take(_ text: String, _ column: LabColumn, _ line: Int) throws(LabFault) {
        if case .defectCount(let defect) = column {
            return try add([defect], try LabCell.count(text), line)
        }
        if let before = said[column] {
            guard before.text == text else { throw .saidOtherwise(before.line) }
            return
        }
        switch column {
        case .grams: grams = try LabCell.sampleGrams(text)
        case .moisture: moisture = try LabCell.moisture(text)
        case .dirt: dirt = try LabCell.share(text)
        case .liveInsects: hasLiveInsects = try LabCell.isPresent(text)
        case .smell: smellsRotten = try LabCell.isPresent(text)
        case .sieve(let sieve): sieved[sieve] = try LabCell.grams(text)
        case .sample, .defect, .count, .defectCount: return
        }
        said[column] = (text, line)
    }

    /// So many that show these defects; the same said twice could be a correction or a sum.
    mutating func add(_ defects: Set<Defect>, _ count: Int, _ line: Int) throws(LabFault) {
        if let before = found[defects] { throw .defectTwice(before.line) }
        found[defects] = (count, line)
    }

    /// Whether it says what its sample weighed.
    var hasWeight: Bool { grams != nil }

    /// The sample; nil where something of it could not be read or its weight is missing.
    var sample: GradingSample? {
        guard !isBroken, let grams else { return nil }
        let found = found.map { GradingSample.Found($0.key, count: $0.value.count) }
        var sample = GradingSample(grams: grams, found: found, moisture: moisture, dirt: dirt)
        sample?.hasLiveInsects = hasLiveInsects
        sample?.smellsRotten = smellsRotten
        sample?.sieved = sieved
        return sample
    }
}
