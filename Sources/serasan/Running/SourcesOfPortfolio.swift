import Blueprints
import Ledger
import Office
import Portfolio
import Satisfaction
import Services
import Site
import Stories
import Synchronization

extension PortfolioSources {
    /// What the other features know, handed to the pages of leaders.
    init(
        _ surroundings: Surroundings,
        _ keeper: InForceKeeper,
        _ satisfaction: SatisfactionFeature
    ) {
        self.init(
            surroundings: surroundings,
            services: { reader in
                let regency = try surroundings.regency(reader)
                return try keeper.current(reader).services.filter { $0.elsewhere == nil }
                    .compactMap { Code($0.id.text) }
                    .map { Named($0, regency.service($0) ?? Site.Words($0.text)) }
            },
            districts: { reader in
                let force = try keeper.current(reader)
                return force.villages.districts(of: force.regency.code).compactMap { place in
                    Code(place.code).map { Named($0, Site.Words(place.name)) }
                }
            },
            calendar: { reader in try keeper.current(reader).calendar },
            satisfaction: { reader, units, service, day in
                SatisfactionBrief(
                    try satisfaction.figures(reader, units: units, service: service, on: day)
                )
            }
        )
        target = { reader in
            let said = try keeper.current(reader).regency.target
            return said.flatMap { said in
                Day(said.from).flatMap {
                    OnTimeTarget(percent: said.onTime, basis: said.decided, from: $0)
                }
            }
        }
        let kept = Mutex<(seq: Int64, shapes: DistrictShapes?)>((-1, nil))
        shapes = { reader in
            let force = try keeper.current(reader)
            return kept.withLock { kept in
                if kept.seq != force.seq { kept = (force.seq, force.districtShapes) }
                return kept.shapes
            }
        }
    }
}

extension InForce {
    /// The map that was published, drawn; nil where there is none that fits the districts.
    var districtShapes: DistrictShapes? {
        guard let map else { return nil }
        let codes = Set(villages.districts(of: regency.code).compactMap { Code($0.code) })
        do {
            return try DistrictShapes(geoJSON: map, codes: codes)
        } catch {
            // `check` tells what is wrong and publishes none such; should wilayah.csv have changed
            // since, squares are shown instead, under their own title.
            return nil
        }
    }
}

extension SatisfactionBrief {
    /// As far as the sample allows it to be told.
    init(_ figures: ReportFigures) {
        let sample = figures.sample
        self.init(answers: sample.answers, needed: sample.needed)
        guard sample.isEnough, let index = figures.index else { return }
        self.index = (index.text, index.quality.rawValue)
        elements = figures.tally.lowestFirst.compactMap { element in
            figures.tally.average(of: element).map {
                (element.numberedTitle, $0.text(decimals: 2))
            }
        }
    }
}
