/// Text as it comes with a request, in a form or behind the question mark of an address.
enum SentText {
    /// Nil for foreign bytes, and for the character zero: nobody can type it, and PostgreSQL keeps
    /// no text that holds it.
    static func read(_ bytes: some Collection<UInt8>) -> String? {
        bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
}
