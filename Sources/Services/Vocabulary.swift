package import Blueprints
package import Site

// Two neighbours have a word for the same thing: what a service file says is wording, what the
// site says in its own voice are words. In this feature the plain name means the site's.

package typealias Words = Site.Words
package typealias Language = Site.Language
package typealias Wording = Blueprints.Words
package typealias FormPage = Site.FormPage
package typealias QuestionPage = Blueprints.FormPage
package typealias Notice = Site.Notice
package typealias Field = Site.Field

extension Words {
    /// The wording of a service file in the site's voice.
    init(_ wording: Wording) {
        self.init(wording.indonesian, wording.translated[.english])
    }
}

extension Language {
    /// The same language as service files name it.
    var ofFiles: Blueprints.Language {
        switch self {
        case .indonesian: .indonesian
        case .english: .english
        }
    }
}
