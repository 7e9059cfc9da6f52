/// A file of plots, read as the EU's system reads it, with everything that it would say.
///
/// What its papers say twice and differently is told either way. A file that was mended is checked
/// again like any other: nothing is taken on trust because we wrote it.
package struct PlotFileCheck: Sendable {
    /// What is known beside the file.
    package struct Ground: Sendable {
        /// Where the regency lies; nil where nobody asked.
        package var regency: PositionBox?

        /// What between two plots is no overlap.
        package var tolerance = Overlap.Tolerance()

        package init(regency: PositionBox? = nil) { self.regency = regency }
    }

    /// What is told: of each kind the first ones, in the order of the file.
    package let findings: [PlotFinding]

    /// How many there are, told or not.
    package let errors: Int
    package let warnings: Int

    /// How often each kind was met.
    package let counts: [String: Int]

    /// The plots of the file, as far as they could be read.
    package let plots: [CheckedPlot]

    /// What may be mended without asking.
    package let repairs: Set<PlotRepair>

    let reader: GeoJSONReader?
    let areAxesSwapped: Bool

    /// The file's size as the EU's system counts it, on the safe side: 25 times a million bytes.
    static let mostBytes = 25_000_000

    /// So many of each kind are told, unless somebody wants all.
    package static let mostTold = 100

    package init(
        _ bytes: [UInt8],
        on ground: Ground = Ground(),
        telling most: Int = mostTold
    ) {
        var noted = NotedFaults(telling: most)
        if bytes.count > Self.mostBytes {
            noted.note(FileFault.tooLarge(megabytes: (bytes.count + 999_999) / 1_000_000), at: 0)
        }
        do {
            let reader = GeoJSONReader(try JSONText(bytes), telling: most)
            var check = FeatureCheck(reader, noted: noted, on: ground)
            check.run()
            self.init(
                check.noted.findings(in: bytes),
                check.noted,
                check.plots,
                (reader, check.areAxesSwapped)
            )
        } catch {
            let isLetter = error.reason == .notUTF8
            noted.note(isLetter ? FileFault.notUTF8 : .notJSON(error.reason), at: error.place)
            self.init(noted.findings(in: bytes), noted, [], (nil, false))
        }
    }

    private init(
        _ findings: [PlotFinding],
        _ noted: NotedFaults,
        _ plots: [CheckedPlot],
        _ read: (reader: GeoJSONReader?, areAxesSwapped: Bool)
    ) {
        self.findings = findings
        errors = noted.errors
        warnings = noted.warnings
        counts = noted.counts
        repairs = read.reader.map(Self.isMendable) == true ? noted.repairs : []
        self.plots = plots
        reader = read.reader
        areAxesSwapped = read.areAxesSwapped
    }
}

/// A plot of a checked file.
package struct CheckedPlot: Hashable, Sendable {
    /// From 1, in the order of the file.
    package let number: Int
    package let name: String?

    /// Longitude first, even where the file has them swapped; nil where it could not be read.
    package let boundary: Boundary?

    /// Measured, or told for a point; nil where there is no sound area.
    package let hectares: Double?
}
