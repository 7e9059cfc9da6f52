/// The files that make the look of the site.
package enum Look {
    /// The one stylesheet.
    package static let stylesheet = Asset(name: "undak", ending: .css, text: Stylesheet.text)
    /// What makes the pages nicer where scripts run; everything works without it.
    package static let script = Asset(name: "undak", ending: .js, text: Script.text)
    /// What officials' pages have besides.
    package static let workStylesheet = Asset(
        name: "kerja",
        ending: .css,
        text: StylesheetOfTheWorkbench.text
    )
    package static let workScript = Asset(
        name: "kerja",
        ending: .js,
        text: ScriptOfTheWorkbench.text
    )
    /// The mark: five rising steps.
    package static let icon = Asset(name: "undak", ending: .svg, text: Mark.text)

    /// All files to be served.
    package static let assets = [stylesheet, script, workStylesheet, workScript, icon]
}
