package import Ledger
package import Stories

/// The events that say of payloads that they were erased, and need not be missed
/// (`RecordStore.verify`).
package enum ErasedPayloads {
    package static let kinds: Set<Code> = [
        "case.answers_erased", "log.erased_again", "record.content_erased",
        "coffee-financing.erased", "coffee_declaration.erased",
    ]

    package static func named(by event: RecordedEvent) -> [PayloadID] {
        guard kinds.contains(event.kind), case .list(let ids)? = event.fields["payloads"] else {
            return []
        }
        return ids.compactMap(PayloadID.init(json:))
    }
}
