import Blueprints
import Cases
import Site
import Stories

extension PhoneOutbox {
    /// What the form is called on the phone, and who filled it in.
    static func names(
        of service: PublicService,
        helped: HelpedDraft?
    ) -> [(name: String, value: String)] {
        var names = [(name: "judul", value: service.title.indonesian)]
        if let helped {
            names[0].value = helped.name
            // On a shared phone nobody's name stands in the outbox.
            names.append((name: "apa", value: service.title.indonesian))
            names.append((name: "pelaku", value: helped.help.by.id.description))
        }
        return names
    }
}

/// How a draft remembers that it was filled in without a signal.
struct OfflineArrival: Hashable, Sendable {
    let received: Instant
    let told: String
}

extension Draft {
    private static let receivedField = "luring.diterima"
    private static let toldField = "luring.jam"

    /// Noted once: mending it later does not change when it came.
    var offline: OfflineArrival? {
        get {
            guard let text = fields[Self.receivedField]?.first, let number = Int64(text) else {
                return nil
            }
            return OfflineArrival(
                received: Instant(milliseconds: number),
                told: fields[Self.toldField]?.first ?? ""
            )
        }
        set {
            fields[Self.receivedField] = newValue.map { [String($0.received.milliseconds)] }
            fields[Self.toldField] = newValue.map { [$0.told] }
        }
    }
}
