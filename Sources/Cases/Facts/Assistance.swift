package import Stories

/// Somebody filled in a form for an applicant who was there and agreed.
///
/// A fact of its submission: who helped and in which post, when the applicant agreed, and to which
/// words, since these are read aloud and never written by the applicant.
package struct Assistance: Hashable, Sendable {
    package let by: Actor
    package let post: Code
    package let agreed: Instant

    /// The words that were read aloud; see `ConsentScript` of the services.
    package let script: Code

    package init(by: Actor, post: Code, agreed: Instant, script: Code) {
        self.by = by
        self.post = post
        self.agreed = agreed
        self.script = script
    }
}

extension Assistance: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("by", by)
        fields.put("post", post)
        fields.put("agreed", agreed)
        fields.put("script", script)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            by: try fields.get("by"),
            post: try fields.get("post"),
            agreed: try fields.get("agreed"),
            script: try fields.get("script")
        )
    }
}
