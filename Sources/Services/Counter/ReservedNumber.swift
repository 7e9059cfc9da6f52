import Cases
import Site

extension ServicesFeature {
    func reservedNumber(_ typed: String?, for intake: Intake) async throws -> TrackingNumber? {
        guard typed == nil else { throw ServiceRefusal.noSuchCase }
        return nil
    }
}
