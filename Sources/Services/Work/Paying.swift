import Cases
import Site
import Stories

/// A fee that an official saw paid: what is asked, and what it becomes.
enum Paying {
    static func fields(_ typed: Posted) -> [Field] {
        [
            Field("tanggal-bayar", .paidOn, .date(typed.date("tanggal-bayar"))),
            Field(
                "bukti",
                .proofOfPayment,
                isOptional: true,
                .text(TextInput(typed["bukti"] ?? "", .plain, most: 60))
            ),
        ]
    }

    static func problems(_ posted: Posted) -> [String: Words] {
        Snoozing.day(posted, "tanggal-bayar") == nil ? ["tanggal-bayar": .dayMissing] : [:]
    }

    static func command(_ posted: Posted) -> CaseCommand? {
        Snoozing.day(posted, "tanggal-bayar").map { day in
            .pay(receipt: String((posted["bukti"] ?? "").prefix(60)), day: day)
        }
    }
}
