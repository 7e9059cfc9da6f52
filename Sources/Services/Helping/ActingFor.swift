import Site

extension HelpedDraft {
    /// The line above the heading of every page, with the way to somebody else.
    var acting: Frame.ActingFor { Frame.ActingFor(name: name, change: "/bantu") }
}
