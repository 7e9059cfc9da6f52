import Blueprints
import Cases
import Ledger
package import Notices
import Office
import Site
import Stories

// What the clock has found, brought to those who have to know: the duty that the service names,
// where nobody holds it those who head the unit.

extension ServicesFeature {
    /// Brings reminders to the lists of offices and to the addresses of posts.
    package var reminderPost: ReminderPost {
        ReminderPost(RemindersDesk(store: store), noticeSettings, now: now) {
            reader,
            id,
            kind,
            about,
            seq in
            try self.addressee(reader, id, kind, about, seq)
        } compose: { reader, reminder in
            try self.compose(reminder, reader)
        }
    }

    private func addressee(
        _ reader: Reader,
        _ id: OpaqueID,
        _ kind: Reminder.Kind,
        _ about: [Code],
        _ seq: Int64
    ) throws -> Addressee? {
        guard let unit = about.first,
            let row = try reader.row(
                """
                SELECT step, duty FROM cases WHERE id = \(id) AND ended IS NULL \
                AND phase <> 'menunggu_warga'
                """
            )
        else { return nil }
        let asked = try reader.events(after: seq - 1, limit: 1).first?.at ?? now()
        let step: Code = try row.get("step")
        let map = try keeper.current(reader).office
        func addressee(_ duty: Code?, _ posts: [OfficePost]) -> Addressee {
            Addressee(unit: unit, duty: duty, step: step, asked: asked, posts: posts.map(\.id))
        }
        if about.count > 1 {
            let posts = try held(map.posts(with: about[1].text, in: unit), reader)
            if !posts.isEmpty { return addressee(about[1], posts) }
        }
        let heads = try held(map.posts.filter { $0.unit == unit && $0.headsItsUnit }, reader)
        if !heads.isEmpty { return addressee(nil, heads) }
        // An office without a head: then those who have to do it.
        let duty: Code = try row.get("duty")
        return addressee(duty, map.posts(with: duty.text, in: unit))
    }

    /// Those posts that somebody holds today.
    private func held(_ posts: [OfficePost], _ reader: Reader) throws -> [OfficePost] {
        let today = try keeper.current(reader).zone.day(now()).description
        let rows = try reader.rows(
            """
            SELECT DISTINCT post FROM holdings WHERE post IN (\(each: posts.map(\.id))) \
            AND first_day <= \(today) AND (last_day IS NULL OR last_day >= \(today))
            """
        )
        let held = Set(try rows.map { try $0.text("post") })
        return posts.filter { held.contains($0.id.text) }
    }

    private func compose(_ reminder: Reminder, _ reader: Reader) throws -> ComposedReminder? {
        let force = try keeper.current(reader)
        guard
            let line = try RemindersList.line(of: reminder, force, reader)
        else { return nil }
        let posts =
            reminder.duty.map { force.office.posts(with: $0.text, in: reminder.unit) }
            ?? force.office.posts.filter { $0.unit == reminder.unit && $0.headsItsUnit }
        let about = line.sentence.indonesian
        let service = line.service.indonesian
        return ComposedReminder(
            subject: "\(reminder.kind.words.indonesian): \(line.shownNumber)",
            text: """
                Permohonan \(line.shownNumber) (\(service)). \(about)

                Buka: \(force.installation.base)/kerja/perkara/\(line.number)
                """,
            posts: posts.map(\.id),
            sender: force.regency.name,
            zone: force.zone
        )
    }
}

extension OfficePost {
    /// Whether its holder heads the unit or is its secretary; the rule of `Standing.headedUnits`.
    fileprivate var headsItsUnit: Bool {
        duties.contains { $0.hasPrefix("kepala-") || $0 == "sekretaris" }
    }
}
