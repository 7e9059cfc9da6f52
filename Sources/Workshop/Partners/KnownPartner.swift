import Exchange
import Ledger
import Site
import Stories

/// A publisher that something came from: where its site is, and how the last look at it went.
///
/// An operation, no history: where a site is decides nothing, only what it has signed does.
struct KnownPartner: Sendable {
    /// The code under which it publishes.
    let publisher: String

    /// Nil while only files came from it.
    let address: String?

    /// When it was last asked, and when it last answered with a catalogue that holds.
    let checkedAt: Instant?
    let reachedAt: Instant?

    /// Why the last look brought nothing, in our own words.
    let trouble: Words?

    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS catalogue_partners (publisher TEXT PRIMARY KEY, address TEXT, \
        checked_at BIGINT, reached_at BIGINT, trouble TEXT, trouble_in_english TEXT)
        """
    ]

    /// How long a partner is left alone after it was asked.
    static let secondsBetween: Int64 = 86_400

    /// Whether it is time to ask again.
    func isDue(at now: Instant) -> Bool {
        guard address != nil else { return false }
        guard let checkedAt else { return true }
        return now.seconds(since: checkedAt) >= Self.secondsBetween
    }

    /// Files came from it.
    static func met(_ publisher: String) -> SQL {
        """
        INSERT INTO catalogue_partners (publisher) VALUES (\(publisher)) \
        ON CONFLICT (publisher) DO NOTHING
        """
    }

    /// Somebody said where its site is; it is asked as soon as there is time.
    static func lies(_ publisher: String, at address: String) -> SQL {
        """
        INSERT INTO catalogue_partners (publisher, address) VALUES (\(publisher), \(address)) \
        ON CONFLICT (publisher) DO UPDATE SET address = excluded.address, checked_at = NULL
        """
    }

    /// Its site answered with a catalogue that holds.
    static func reached(_ publisher: String, _ address: String, at now: Instant) -> SQL {
        """
        INSERT INTO catalogue_partners (publisher, address, checked_at, reached_at) VALUES \
        (\(publisher), \(address), \(now), \(now)) ON CONFLICT (publisher) DO UPDATE SET \
        address = excluded.address, checked_at = excluded.checked_at, \
        reached_at = excluded.reached_at, trouble = NULL, trouble_in_english = NULL
        """
    }

    /// Says that it is asked from now on, and answers with a row where nobody else has said so:
    /// of several nodes one asks.
    func claimed(at now: Instant) -> SQL {
        """
        UPDATE catalogue_partners SET checked_at = \(now) WHERE publisher = \(publisher) \
        AND address = \(address) AND (checked_at IS NULL \
        OR checked_at <= \(now.adding(seconds: -Self.secondsBetween))) RETURNING publisher
        """
    }

    /// It did not answer; what is known stays, and so does what was heard of it since.
    func missed(_ why: any Refusal, claimedAt moment: Instant) -> SQL {
        """
        UPDATE catalogue_partners SET trouble = \(why.sentence), \
        trouble_in_english = \(why.sentenceInEnglish) WHERE publisher = \(publisher) \
        AND checked_at = \(moment)
        """
    }

    /// Nobody asked it after all: it is as due as it was.
    func givenBack(claimedAt moment: Instant) -> SQL {
        """
        UPDATE catalogue_partners SET checked_at = \(checkedAt) WHERE publisher = \(publisher) \
        AND checked_at = \(moment)
        """
    }
}

extension Reader {
    /// Every publisher that something came from, by its code.
    func knownPartners() throws -> [KnownPartner] {
        let rows = try rows(
            """
            SELECT publisher, address, checked_at, reached_at, trouble, trouble_in_english \
            FROM catalogue_partners ORDER BY publisher
            """
        )
        return try rows.map { row in
            let trouble: String? = try row.find("trouble")
            let english: String? = try row.find("trouble_in_english")
            return KnownPartner(
                publisher: try row.text("publisher"),
                address: try row.find("address"),
                checkedAt: try row.find("checked_at"),
                reachedAt: try row.find("reached_at"),
                trouble: trouble.map { Words($0, english ?? $0) }
            )
        }
    }
}
