import Ledger
import Site
import Stories

/// Takes pictures in for news, and hands out those that somebody may see.
///
/// What came with a text that is not saved yet waits in a table of the class *operations*, so that
/// a mistake elsewhere in the form does not cost the editor the picture.
struct NewsPictures: Sendable {
    let store: RecordStore
    let drawing: Pictures
    let now: @Sendable () -> Instant

    /// The most that one picture of a page may weigh (the budget of a page of news).
    static let most = 30_000

    /// The most that is taken in.
    static let mostSent = 8_000_000

    /// How long a picture waits for its text to be saved.
    private static let waiting: Int64 = 2 * 86_400

    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS news_pictures (digest BLOB NOT NULL PRIMARY KEY, \
        bytes BLOB NOT NULL, at BIGINT NOT NULL)
        """
    ]

    /// Why a picture is not taken in: the sentence at its question.
    enum Refused: Error {
        case wrongType, unreadable, tooBig(Int)

        var words: Words {
            switch self {
            case .wrongType: .pictureWrongType
            case .unreadable: .fileUnreadable
            case .tooBig(let bytes):
                .tooBig(
                    NumberWords.size(bytes: bytes, in: .indonesian),
                    most: NumberWords.size(bytes: NewsPictures.mostSent, in: .indonesian)
                )
            }
        }
    }

    /// Draws anew what was sent, and keeps it until its text is saved.
    func take(_ sent: [UInt8]) async throws -> NewsPicture {
        guard sent.count <= Self.mostSent else { throw Refused.tooBig(sent.count) }
        guard Pictures.isJPEG(sent) || Pictures.isPNG(sent) else { throw Refused.wrongType }
        guard let drawn = try await drawing.redrawn(sent, within: Self.most),
            let sides = PictureSize.sides(of: drawn)
        else { throw Refused.unreadable }
        let (picture, at) = (Public(of: drawn), now())
        try await store.operate([
            "DELETE FROM news_pictures WHERE at < \(at.adding(seconds: -Self.waiting))",
            """
            INSERT INTO news_pictures (digest, bytes, at) \
            VALUES (\(picture.digest), \(drawn), \(at)) ON CONFLICT (digest) DO UPDATE \
            SET at = excluded.at
            """,
        ])
        return NewsPicture(picture, width: sides.width, height: sides.height, shows: "")
    }

    /// A picture that the newsroom took in, whether its text was saved or not.
    func find(_ digest: Public) async throws -> NewsPicture? {
        guard let bytes = try await store.glance({ try $0.pictureAtWork(digest) }),
            let sides = PictureSize.sides(of: bytes)
        else { return nil }
        return NewsPicture(digest, width: sides.width, height: sides.height, shows: "")
    }
}

extension Reader {
    /// The picture of something that everybody may read now.
    func publicPicture(_ digest: Public) throws -> [UInt8]? {
        let found = try row(
            """
            SELECT id FROM news WHERE picture = \(digest.digest) AND first_at IS NOT NULL \
            AND withdrawn_at IS NULL LIMIT 1
            """
        )
        return found == nil ? nil : try content(digest)
    }

    /// A picture as the newsroom sees it: waiting, in a draft, published or withdrawn.
    func pictureAtWork(_ digest: Public) throws -> [UInt8]? {
        let waiting = try row("SELECT bytes FROM news_pictures WHERE digest = \(digest.digest)")
        if let waiting { return try waiting.blob("bytes") }
        let found = try row(
            """
            SELECT id FROM news WHERE picture = \(digest.digest) \
            OR draft_picture = \(digest.digest) LIMIT 1
            """
        )
        return found == nil ? nil : try content(digest)
    }
}

extension Public {
    /// As the address of a picture says it: the digest in hexadecimal and its ending.
    init?(pictureName name: String) {
        guard name.hasSuffix(".jpg"),
            let picture = Public(json: .text(String(name.dropLast(4))))
        else { return nil }
        self = picture
    }

    var pictureName: String {
        guard case .text(let digits) = json else { return "" }
        return digits + ".jpg"
    }
}
