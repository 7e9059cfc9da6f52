/// What a regency says of itself in `regency.yaml`.
package struct RegencyFile: Hashable, Sendable {
    package let name: String

    /// The Kemendagri code: `16.03`.
    package let code: String
    package let address: String

    /// `WIB`, `WITA` or `WIT`.
    package let zone: String

    /// Indonesian first.
    package let languages: [Language]
    package let isDemo: Bool

    /// The national systems that it is connected to.
    package let connections: Set<Connection>
    package let theme: Theme
    package let units: [Unit]
    package let posts: [Post]
    package let calendar: Calendar
    package let hours: Hours

    /// The file of the folder with the boundaries of the districts.
    package let map: String?

    /// How the weight of an element of the satisfaction survey is rounded; nil: not at all.
    package let surveyWeight: String?

    /// What the regency has decided to reach; nil: nothing yet.
    package let target: Target?

    /// From which date managers and signers need a code from their phone; nil: nobody has to.
    package let secondFactorFrom: String?

    /// Who looks after personal data; nil: nobody is named yet.
    package let protection: Protection?

    /// The data-protection officer, and whom a breach is reported to.
    package struct Protection: Hashable, Sendable {
        package let officer: String
        package let office: String?
        package let phone: String?
        package let email: String?
        package let agency: String?
    }

    /// How many of a hundred cases are to end on time, who decided so, and from when.
    package struct Target: Hashable, Sendable {
        package let onTime: Int
        package let decided: String

        /// `2026-01-02`.
        package let from: String
    }

    /// The look of the site; what is nil is left to the house.
    package struct Theme: Hashable, Sendable {
        package let name: String?

        /// The file of the folder with the drawing.
        package let crest: Written?
        package let main: Written?
        package let head: Written?
        package let gold: Written?

        /// A value and where it stands, for what only others can find wrong with it.
        package struct Written: Hashable, Sendable {
            package let text: String
            package let place: Place
        }
    }

    /// One unit, and what blueprints call it.
    package struct Unit: Hashable, Sendable {
        package let id: ID
        package let name: String
        package let calledBy: [ID]

        /// The Kemendagri code of the village that it serves.
        package let village: String?

        /// What stands for it in the numbers of letters.
        package let code: String
        package let parent: ID?

        /// The lines of the letterhead.
        package let head: [String]
        package let address: String?
        package let phone: String?
        package let whatsapp: String?
        package let email: String?
    }

    /// One post, and the duties by which blueprints call it.
    package struct Post: Hashable, Sendable {
        package let id: ID
        package let title: String
        package let unit: ID
        package let duties: [ID]
    }

    /// The holidays: a CSV file of the folder, a list, or both.
    package struct Calendar: Hashable, Sendable {
        package let file: String?
        package let holidays: [Holiday]
    }

    /// One day on which the offices are closed.
    package struct Holiday: Hashable, Sendable {
        /// `2026-12-25`.
        package let date: String

        /// `libur_nasional`, `cuti_bersama` or `libur_daerah`.
        package let kind: String
        package let name: String
    }

    /// The office hours of a week, and those of special times such as Ramadan.
    package struct Hours: Hashable, Sendable {
        /// Monday first; a day without intervals is free.
        package let week: [[Interval]]
        package let special: [Special]

        package struct Special: Hashable, Sendable {
            package let from: String
            package let to: String
            package let why: String?
            package let week: [[Interval]]
        }
    }

    /// From and to as minutes of the day.
    package struct Interval: Hashable, Sendable {
        package let from: Int
        package let to: Int
    }
}
