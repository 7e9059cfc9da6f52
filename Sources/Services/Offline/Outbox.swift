import Blueprints
import Cases
import HTTPTypes
import Hummingbird
import Office
import Site
import Stories

/// What the outbox of a phone says and hears when it sends what waited.
enum Outbox {
    /// Where the phone tells its clock: when it was kept, and now.
    static let clockHeader = HTTPField.Name("x-luring")

    /// Whether the outbox asks, and not a person who wants a page.
    static func asks(_ request: Request) -> Bool {
        request.headers[.accept] == "application/json"
    }

    /// What the form is called on the phone, and who filled it in.
    static func names(
        of service: PublicService,
        helped: HelpedDraft?
    ) -> [(name: String, value: String)] {
        var names = [(name: "judul", value: service.title.indonesian)]
        if let helped {
            names[0].value = helped.name
            names.append((name: "pelaku", value: helped.help.by.id.description))
        }
        return names
    }

    /// An answer names the draft: a network that wants a log-in answers too.
    static func answer(
        _ draft: OpaqueID,
        _ more: [String: JSONValue] = [:],
        status: Int = 200
    ) throws -> Response {
        let members = more.merging(["draf": .text(draft.description)]) { $1 }
        return Answer.json(try CanonicalJSON.write(.object(members)), status: status)
    }
}

/// When a form was filled in without a signal, and what the phone's clock said.
///
/// The clock of a phone may be wrong by a year. How long the form waited is the difference of two
/// readings of that one clock; what counts is the office's clock less that wait, within the days
/// that a paper may be late. Only for an official: nobody vouches for a citizen's own phone, whose
/// form is received when it arrives.
struct OfflineTimes: Hashable, Sendable {
    let kept: Instant
    let sent: Instant

    /// A difference of clocks that is told.
    private static let far: Int64 = 3600

    init?(_ request: Request) {
        let words = Outbox.clockHeader.flatMap { request.headers[$0] }?.split(separator: " ") ?? []
        let numbers = words.compactMap { Int64($0) }.filter { (0...8_000_000_000_000).contains($0) }
        guard numbers.count == 2 else { return nil }
        self.init(kept: Instant(milliseconds: numbers[0]), sent: Instant(milliseconds: numbers[1]))
    }

    init(kept: Instant, sent: Instant) {
        self.kept = kept
        self.sent = sent
    }

    /// When it counts as received.
    func received(at now: Instant, vouched: Bool) -> Instant {
        let wait = sent.seconds(since: kept)
        let most = Int64(CaseStory.longestDelayDays) * 86_400
        guard vouched, (0..<most).contains(wait) else { return now }
        return now.adding(seconds: -wait)
    }

    /// By how many days the phone's clock is off; nil where it is about right.
    func daysOff(at now: Instant) -> Int64? {
        let seconds = sent.seconds(since: now).magnitude
        // On the way some seconds pass: the nearest day is meant.
        return seconds >= UInt64(86_400) ? Int64((seconds + 43_200) / 86_400) : nil
    }

    /// What officials read beside the time of receipt.
    func told(at now: Instant, in zone: Zone) -> String {
        let (day, minute) = zone.wall(kept)
        let clock = DateWords.clock(minute: minute, in: .indonesian)
        let told =
            "Diisi tanpa sinyal. Jam ponsel waktu itu \(DateWords.longDate(day, in: .indonesian)), "
            + "\(clock)."
        guard sent.seconds(since: now).magnitude >= UInt64(Self.far) else { return told }
        return told + " Jam ponsel tidak cocok dengan jam kantor; jam kantor yang dipakai."
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
