package import Hummingbird
package import Ledger
package import Office
package import Stories

/// What a feature asks of the one that knows what is in force and who is signed in.
///
/// Features never import each other; the composition root hands this from one to the next.
package struct Surroundings: Sendable {
    /// The regency in that state of the record.
    package let regency: @Sendable (Reader) throws -> RegencyNow

    /// The official who asks; nil where nobody is signed in.
    package let official: @Sendable (Request) async throws -> SignedIn?

    /// What each service in force does with personal data.
    package var uses: @Sendable (Reader) throws -> [UseOfData] = { _ in [] }

    package init(
        regency: @escaping @Sendable (Reader) throws -> RegencyNow,
        official: @escaping @Sendable (Request) async throws -> SignedIn?
    ) {
        self.regency = regency
        self.official = official
    }
}

/// The regency as every feature has to know it.
package struct RegencyNow: Sendable {
    package let installation: Installation
    package let office: OfficeMap

    /// The title of a service in force; nil for one that is not.
    package let service: @Sendable (Code) -> Words?

    /// Who looks after personal data; nil while nobody is named.
    package var protection: DataProtection?

    /// Any service that is published, switched off or not; nil for one that is not.
    package var published: @Sendable (Code) -> PublishedService? = { _ in nil }

    package init(
        installation: Installation,
        office: OfficeMap,
        service: @escaping @Sendable (Code) -> Words?
    ) {
        self.installation = installation
        self.office = office
        self.service = service
    }
}

/// A service as its publication names it.
package struct PublishedService: Sendable {
    package let title: Words

    /// Where it is asked for instead of here; nil for one that takes cases.
    package let elsewhere: String?

    package init(title: Words, elsewhere: String?) {
        self.title = title
        self.elsewhere = elsewhere
    }
}

/// An official who is signed in: who, and with which posts.
package struct SignedIn: Sendable {
    package let id: OpaqueID
    package let name: String
    package let standing: Standing
    package let menu: OfficialMenu

    /// Came to a shared desk by PIN: the password was not shown in this session.
    package var isByPIN = false

    package init(id: OpaqueID, name: String, standing: Standing, menu: OfficialMenu) {
        self.id = id
        self.name = name
        self.standing = standing
        self.menu = menu
    }

    /// The visit as this official sees it.
    package func visit(_ visit: Visit) -> Visit {
        var visit = visit
        visit.person = Visit.Person(
            name: name,
            home: "/kerja/kotak",
            isOfficial: true,
            menu: menu
        )
        return visit
    }
}
