package import HTTPTypes
package import Hummingbird
package import Stories

/// What the outbox of a phone says and hears when it sends what waited.
///
/// Each kind of item has an address of its own; whatever answers there answers alike.
package enum PhoneOutbox {
    /// Where the phone tells its clock: when it was kept, and now.
    package static let clockHeader = HTTPField.Name("x-luring")

    /// Whether the outbox asks, and not a person who wants a page.
    package static func asks(_ request: Request) -> Bool {
        request.headers[.accept] == "application/json"
    }

    /// An answer names the item: a network that wants a log-in answers too.
    package static func answer(
        _ item: OpaqueID,
        _ more: [String: JSONValue] = [:],
        status: Int = 200
    ) throws -> Response {
        let members = more.merging(["draf": .text(item.description)]) { $1 }
        return Answer.json(try CanonicalJSON.write(.object(members)), status: status)
    }
}
