/// A sentence that officials write often, thought over once and in plain words.
///
/// It is offered where it fits, and the official may change it: it fills a field and decides
/// nothing.
package struct ReadyReply: Hashable, Sendable {
    package let id: ID
    package let use: Use
    package let text: Words

    package init(id: ID, use: Use, text: Words) {
        self.id = id
        self.use = use
        self.text = text
    }

    /// When it is offered.
    package enum Use: String, Hashable, Sendable, CaseIterable {
        case completing = "lengkapi"
        case refusing = "tolak"
        case noting = "catatan"
    }
}
