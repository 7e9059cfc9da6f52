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
    /// What pages have on which something is typed, or that are read without a signal.
    static let offlineScript = offline("luring", ScriptOfOfflinePages.text)
    /// The same with whole forms that need no signal.
    static let offlineFormScript = offline(
        "borang",
        ScriptOfOfflinePages.text + ScriptOfOfflineForms.text
    )
    /// The scale without a signal.
    static let scaleScript = offline(
        "timbang",
        ScriptOfOfflinePages.text + ScriptOfTheScale.text
    )
    /// What pages have on which a boundary is walked.
    static let walkScript = Asset(name: "jalan", ending: .js, text: ScriptOfTheWalk.text)
    /// The mark: five rising steps.
    package static let icon = Asset(name: "undak", ending: .svg, text: Mark.text)

    /// All files to be served.
    package static let assets = [
        stylesheet, script, workStylesheet, workScript, offlineScript, offlineFormScript,
        scaleScript, walkScript, icon,
    ]
}

extension Look {
    /// One file: what is kept on the phone, and the pages that show it.
    private static func offline(_ name: String, _ pages: String) -> Asset {
        Asset(
            name: name,
            ending: .js,
            text: "(function(){\n'use strict';\nif(!self.indexedDB)return;\n"
                + ScriptOfTheOutbox.text + pages + "})();\n"
        )
    }
}

extension Frame.Scripts {
    /// The files, in the order in which they run.
    var assets: [Asset] {
        switch self {
        case .none: []
        case .offline: [Look.offlineScript]
        case .walk: [Look.offlineScript, Look.walkScript]
        case .scale: [Look.scaleScript]
        case .offlineForm: [Look.offlineFormScript, Look.walkScript]
        }
    }
}
