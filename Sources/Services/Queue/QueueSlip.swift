import Blueprints
import Office
import Press
import Site
import Stories

/// The slip with a number of the queue.
struct QueueSlip {
    let number: QueueNumber
    let unit: OfficeUnit
    let force: InForce

    func pdf(_ form: ReceiptSheet.Form, in language: Language) throws -> [UInt8] {
        let zone = force.zone
        let moment =
            DateWords.longDate(number.day, in: language) + ", "
            + DateWords.time(number.given, zone: zone, in: language)
        var sheet = ReceiptSheet(
            Words.queueNumber.text(in: language),
            number: number.shown,
            for: moment,
            from: unit.name,
            facts: DocumentFacts(
                title: "\(Words.queueNumber.text(in: language)) \(number.shown)",
                author: force.regency.name,
                createdAt: "\(number.day)T00:00:00+0\(zone.hours):00",
                language: language.rawValue
            )
        )
        sheet.form = form
        sheet.isLarge = true
        sheet.code = CodeStamp(
            "\(force.installation.base)/unit/\(unit.id)/antrean",
            caption: Words.followOnPhone.text(in: language)
        )
        sheet.contact = [Words.waitForNumber.text(in: language)]
        sheet.sample = force.regency.isDemo
        sheet.isPractice = force.installation.isPractice
        return try ReceiptPress.pdf(of: sheet)
    }
}
