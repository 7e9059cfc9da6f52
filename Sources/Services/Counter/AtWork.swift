import Blueprints
import Hummingbird
import Office
import Site
import Stories

// Officials whose post has a duty of its own: the counter, or helping people to fill in.

extension WorkingOfficial {
    /// The duty of a front desk: search, taking in papers, receipts.
    static let counterDuty = "loket"

    /// The duty of who fills in forms for people that have no phone.
    static let helperDuty = "penolong"

    /// The units in which some post has a duty.
    func units(with duty: String) -> [OfficeUnit] {
        var units: [OfficeUnit] = []
        for seat in standing.seats
        where seat.post.duties.contains(duty) && !units.contains(where: { $0.id == seat.unit.id }) {
            units.append(seat.unit)
        }
        return units
    }

    func isAtCounter(of unit: Code) -> Bool { standing.has(Self.counterDuty, in: unit) }

    /// What the counters of this official may take in.
    var servicesAtCounter: [PublicService] {
        let units = units(with: Self.counterDuty)
        return force.services.filter { service in
            service.elsewhere == nil && !service.isClosed
                && units.contains { unit in
                    force.owner(of: service, in: unit.village?.text)?.id == unit.id
                }
        }
    }
}

extension ServicesFeature {
    /// Runs a page for officials with a duty; who is not signed in goes to the log-in first.
    func onDuty(
        _ duty: String,
        _ request: Request,
        _ context: some SiteContext,
        _ body: (WorkingOfficial) async throws -> Response
    ) async throws -> Response {
        guard let official = try await official(request) else {
            return try toSignIn(request, context)
        }
        guard !official.units(with: duty).isEmpty else {
            throw duty == WorkingOfficial.counterDuty
                ? ServiceRefusal.notAtCounter : ServiceRefusal.notAHelper
        }
        return try await body(official)
    }

    func answer(
        _ page: some Page,
        to official: WorkingOfficial,
        _ context: some SiteContext
    ) throws -> Response {
        Answer.page(page, for: official.visit(try visit(context)))
    }
}
