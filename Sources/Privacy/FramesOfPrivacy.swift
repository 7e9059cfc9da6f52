import Site

// The frames of these pages: where the way back leads, and what is wrong.

extension Frame {
    /// A page on which something may be refused.
    init(backTo back: Link, refusing problem: PrivacyRefusal?) {
        self.init(width: .page, back: back, status: problem?.status ?? 200)
    }

    /// A page with a form in which something may be missing.
    init(backTo back: Link, problems: [String: Words]) {
        self.init(width: .page, back: back, status: problems.isEmpty ? 200 : 422)
    }
}
