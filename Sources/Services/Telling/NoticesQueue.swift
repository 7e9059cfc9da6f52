import Blueprints
import Cases
import Ledger
import Notices
import Office
package import Site
import Stories

/// The desk's queue as one official may see it: only messages of cases that rest in their units.
struct NoticesQueue {
    let feature: ServicesFeature
    let official: WorkingOfficial

    private static let columns: SQL = """
        n.key AS key, n.about AS about, n.notice AS notice, n.seq AS seq, n.channel AS channel, \
        n.state AS state, n.asked AS asked, n.tries AS tries, n.why AS why, c.number AS number
        """

    private var units: [Code] { official.standing.units.sorted() }
    private var rights: SQL { "c.unit IN (\(each: units))" }

    private static let waits: SQL =
        "n.channel = 'wa' AND n.state IN ('menunggu', 'dibuka')"

    func count(_ reader: Reader) throws -> Int {
        let row = try reader.row(
            """
            SELECT count(*) AS n FROM notices n JOIN cases c ON c.id = n.about \
            WHERE \(Self.waits) AND \(rights)
            """
        )
        return Int(try row?.int("n") ?? 0)
    }

    /// The waiting messages, oldest first; of one case where it is named.
    func cards(about id: OpaqueID? = nil, _ reader: Reader) throws -> [NoticeCard] {
        var one: SQL = ""
        if let id { one = "AND n.about = \(id)" }
        let rows = try reader.rows(
            """
            SELECT \(Self.columns) FROM notices n JOIN cases c ON c.id = n.about \
            WHERE \(Self.waits) AND \(rights) \(one) ORDER BY n.seq, n.key LIMIT 50
            """
        )
        return try rows.compactMap { row in
            let notice = try KeptNotice(row)
            guard let composed = try feature.composed(notice, reader), let phone = composed.phone
            else { return nil }
            let number = try row.text("number")
            return NoticeCard(
                key: notice.key.description,
                number: number,
                shownNumber: TrackingNumber.grouped(number),
                firstName: composed.firstName,
                phone: phone,
                text: composed.text,
                state: notice.state == .opened
                    ? Words("Pesan dibuka di WhatsApp", "Message opened in WhatsApp")
                    : .noticeWaits,
                why: notice.why.map { why in
                    let sentence = Trouble(rawValue: why.text)?.sentence ?? why.text
                    return Words("Jalan lain gagal: \(sentence).", "Another way failed.")
                },
                mayReachHelper: composed.mayReachHelper,
                back: id == nil ? "" : number
            )
        }
    }

    /// Messages of the last two weeks that nobody could send.
    func failed(_ reader: Reader) throws -> [NoticesPage.NoticeLine] {
        let since = feature.now().adding(seconds: -14 * 86_400)
        let rows = try reader.rows(
            """
            SELECT \(Self.columns) FROM notices n JOIN cases c ON c.id = n.about \
            WHERE n.state = \(NoticeState.failed.rawValue) AND n.ended >= \(since) \
            AND \(rights) ORDER BY n.seq LIMIT 50
            """
        )
        return try rows.compactMap { row in
            let notice = try KeptNotice(row)
            guard let composed = try feature.composed(notice, reader) else { return nil }
            let number = try row.text("number")
            let why = notice.why?.text ?? ""
            let server = Trouble(rawValue: why)
            return NoticesPage.NoticeLine(
                number: number,
                shownNumber: TrackingNumber.grouped(number),
                firstName: composed.firstName,
                why: WhyNotSent(rawValue: why)?.words
                    ?? Words(server?.sentence ?? "Sebab lain", "The server refused it")
            )
        }
    }

    /// The message behind a key, if it waits in a queue of the official's.
    func waiting(_ key: OpaqueID, _ reader: Reader) throws -> (ComposedNotice, String)? {
        let row = try reader.row(
            """
            SELECT \(Self.columns) FROM notices n JOIN cases c ON c.id = n.about \
            WHERE n.key = \(key) AND \(Self.waits) AND \(rights)
            """
        )
        guard let row, let composed = try feature.composed(KeptNotice(row), reader),
            composed.phone != nil
        else { return nil }
        return (composed, try row.text("number"))
    }

    /// "Surel belum bisa dikirim sejak 09.12. Kami coba lagi 10.15."
    func troubles(_ reader: Reader) throws -> [Site.Words] {
        try reader.troublesOfChannels(official.force.zone)
    }
}

extension ServicesFeature {
    /// A sentence for each way of telling people that takes nothing at the moment.
    package func troublesOfChannels() async throws -> [Site.Words] {
        let keeper = keeper
        return try await store.glance { reader in
            try reader.troublesOfChannels(try keeper.current(reader).zone)
        }
    }
}

extension Reader {
    fileprivate func troublesOfChannels(_ zone: Zone) throws -> [Site.Words] {
        try noticeTroubles().map { trouble in
            let name = trouble.channel == .mail ? "Surel" : "Gerbang pesan"
            let english = trouble.channel == .mail ? "E-mail" : "The gateway"
            let why = trouble.why.map { " (\($0.sentence))" } ?? ""
            func at(_ instant: Instant, _ language: Language) -> String {
                DateWords.moment(instant, zone: zone, in: language)
            }
            return Words(
                "\(name) belum bisa dikirim sejak \(at(trouble.since, .indonesian))\(why). "
                    + "Kami coba lagi \(at(trouble.next, .indonesian)).",
                "\(english) has not worked since \(at(trouble.since, .english)). "
                    + "We try again \(at(trouble.next, .english))."
            )
        }
    }
}

extension ServicesFeature {
    func composed(_ notice: KeptNotice, _ reader: Reader) throws -> ComposedNotice? {
        try compose(reader, about: notice.about, notice.notice, seq: notice.seq)
    }
}

extension TrackingNumber {
    /// Twelve digits as they are read: 4829-1037-5527.
    static func grouped(_ digits: String) -> String {
        let all = Array(digits)
        guard all.count == 12 else { return digits }
        return [all[0..<4], all[4..<8], all[8..<12]].map { String($0) }.joined(separator: "-")
    }
}
