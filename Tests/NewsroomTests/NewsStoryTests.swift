import Newsroom
import Stories
import Testing

/// Who may do what with a piece of news, and what its facts look like for ever.
struct NewsStoryTests {
    private static let writer = Actor(OpaqueID(high: 1, low: 1))
    private static let editor = Actor(OpaqueID(high: 2, low: 2))

    private static func bytes(_ byte: UInt8) -> Public {
        Public(digest: [UInt8](repeating: byte, count: 32))
    }

    private static func piece(_ byte: UInt8) -> NewsPiece { NewsPiece(bytes(byte), in: .news) }

    private static func story(_ facts: NewsFact...) -> NewsItem {
        facts.reduce(into: NewsStory.beginning) { NewsStory.evolve(&$0, $1) }
    }

    private static let drafted = NewsFact.drafted(NewsDraft(piece(1), by: writer))
    private static let approved = NewsFact.approved(
        NewsApproval(piece(1), address: "jalan-dibuka")
    )

    private static func decide(
        _ item: NewsItem,
        _ command: NewsCommand,
        by actor: Actor,
        isEditor: Bool = true
    ) throws(NewsroomRefusal) -> [NewsFact] {
        try NewsStory.decide(item, command, KnownOfNews(by: actor, isEditor: isEditor)).facts
    }

    @Test func `another person approves what one has written`() throws {
        let item = Self.story(Self.drafted)
        #expect(throws: NewsroomRefusal.ownWork) {
            try Self.decide(item, .approve(as: "jalan-dibuka"), by: Self.writer)
        }
        #expect(
            try Self.decide(item, .approve(as: "jalan-dibuka"), by: Self.editor)
                == [Self.approved]
        )
    }

    @Test func `who saved last may not approve, whoever began`() throws {
        let changed = NewsFact.drafted(NewsDraft(Self.piece(2), by: Self.editor))
        let item = Self.story(Self.drafted, changed)
        #expect(throws: NewsroomRefusal.ownWork) {
            try Self.decide(item, .approve(as: "jalan-dibuka"), by: Self.editor)
        }
    }

    @Test func `nobody without the duty does anything`() {
        let item = Self.story(Self.drafted)
        for command in [
            NewsCommand.save(Self.piece(3), correction: nil), .approve(as: "a"), .discard,
            .withdraw(Self.bytes(4)),
        ] {
            #expect(throws: NewsroomRefusal.notYourDuty) {
                try Self.decide(item, command, by: Self.editor, isEditor: false)
            }
        }
    }

    @Test func `a correction says what it corrects, and the address stays`() throws {
        let item = Self.story(Self.drafted, Self.approved)
        #expect(throws: NewsroomRefusal.correctionMissing) {
            try Self.decide(item, .save(Self.piece(2), correction: nil), by: Self.editor)
        }
        let saved = try Self.decide(
            item,
            .save(Self.piece(2), correction: Self.bytes(9)),
            by: Self.editor
        )
        let next = saved.reduce(into: item) { NewsStory.evolve(&$0, $1) }
        #expect(next.live == Self.piece(1), "readers keep the approved text until the next")
        let facts = try Self.decide(next, .approve(as: "lain"), by: Self.writer)
        #expect(
            facts == [
                .approved(
                    NewsApproval(
                        Self.piece(2),
                        address: "jalan-dibuka",
                        correction: Self.bytes(9)
                    )
                )
            ]
        )
    }

    @Test func `what is withdrawn does not come back, and only what is published is withdrawn`() {
        #expect(throws: NewsroomRefusal.notPublished) {
            try Self.decide(Self.story(Self.drafted), .withdraw(Self.bytes(5)), by: Self.writer)
        }
        #expect(throws: NewsroomRefusal.nothingWaits) {
            try Self.decide(
                Self.story(Self.drafted, Self.approved),
                .approve(as: "a"),
                by: Self.editor
            )
        }
        let gone = Self.story(Self.drafted, Self.approved, .withdrawn(Self.bytes(5)))
        for command in [
            NewsCommand.save(Self.piece(3), correction: Self.bytes(4)), .approve(as: "a"),
            .discard, .withdraw(Self.bytes(4)),
        ] {
            #expect(throws: NewsroomRefusal.withdrawnAlready) {
                try Self.decide(gone, command, by: Self.editor)
            }
        }
    }

    @Test func `what waits can be discarded, and what everybody reads stays`() throws {
        let changed = NewsFact.drafted(NewsDraft(Self.piece(2), by: Self.editor, Self.bytes(9)))
        let item = Self.story(Self.drafted, Self.approved, changed)
        #expect(try Self.decide(item, .discard, by: Self.writer) == [.discarded])
        let after = Self.story(Self.drafted, Self.approved, changed, .discarded)
        #expect(after == Self.story(Self.drafted, Self.approved))
        #expect(throws: NewsroomRefusal.nothingWaits) {
            try Self.decide(after, .discard, by: Self.writer)
        }
    }

    private static let whole = NewsPiece(bytes(0xAB), in: .agenda, picture: bytes(0xEF))
    private static let bare = NewsPiece(bytes(0xAB), in: .announcement)
    private static let by = "\"by\":\"00000000000000010000000000000001\""
    private static let agenda = "\"picture\":\"\(ef)\",\"section\":\"agenda\",\"text\":\"\(ab)\""
    private static let announced = "\"section\":\"pengumuman\",\"text\":\"\(ab)\""

    /// These bytes never change: they are what records out there hold.
    private static let written: [(fact: NewsFact, kind: Code, bytes: String)] = [
        (NewsFact.drafted(NewsDraft(bare, by: writer)), "drafted", "{\(by),\(announced)}"),
        (
            .drafted(NewsDraft(whole, by: writer, bytes(0xCD))),
            "drafted", "{\(by),\"correction\":\"\(cd)\",\(agenda)}"
        ),
        (.discarded, "discarded", "{}"),
        (
            .approved(NewsApproval(bare, address: "jalan-dibuka")),
            "approved", "{\"address\":\"jalan-dibuka\",\(announced)}"
        ),
        (
            .approved(NewsApproval(whole, address: "jalan-dibuka", correction: bytes(0xCD))),
            "approved",
            "{\"address\":\"jalan-dibuka\",\"correction\":\"\(cd)\",\(agenda)}"
        ),
        (.withdrawn(bytes(0xCD)), "withdrawn", "{\"reason\":\"\(cd)\"}"),
    ]

    @Test(arguments: written)
    func `facts are written and read as they always were`(
        fact: NewsFact,
        kind: Code,
        bytes: String
    ) throws {
        var writer = FactWriter()
        fact.write(to: &writer)
        #expect(fact.kind == kind)
        let written = try CanonicalJSON.write(.object(writer.fields))
        #expect(String(decoding: written, as: UTF8.self) == bytes)
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(try NewsFact(kind: kind, from: FactReader(fields)) == fact)
    }

    private static let ab = String(repeating: "ab", count: 32)
    private static let cd = String(repeating: "cd", count: 32)
    private static let ef = String(repeating: "ef", count: 32)

    @Test(arguments: [("drafted", "{}"), ("approved", "{}"), ("withdrawn", "{}"), ("told", "{}")])
    func `what is no fact is unreadable`(kind: String, bytes: String) throws {
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else { return }
        let kind = try #require(Code(kind))
        #expect(throws: FactUnreadable.self) {
            try NewsFact(kind: kind, from: FactReader(fields))
        }
    }

    @Test func `a text is kept as it was written`() throws {
        var text = NewsText(.agenda, title: "Pasar \"murah\"", body: "Satu\n\n- dua", writer: "A")
        text.source = "Dinas"
        text.titleInEnglish = "Fair"
        text.bodyInEnglish = "One"
        text.picture = NewsPicture(Self.bytes(7), width: 640, height: 427, shows: "Pasar")
        text.picture?.caption = "Foto: Dedi"
        #expect(try NewsText(bytes: text.bytes()) == text)
    }

    @Test(arguments: [
        ("Jalan Dibuka!", "jalan-dibuka-00000002"), ("<script>", "script-00000002"),
        ("../../etc", "etc-00000002"), ("日本", "00000002"),
        (String(repeating: "kata ", count: 40), nil),
    ])
    func `an address is made of the title`(title: String, address: String?) {
        let text = NewsText(.news, title: title, body: "Isi", writer: "A")
        let made = text.address(of: OpaqueID(high: 0, low: 2)).text
        #expect(made.count <= 70)
        #expect(made.hasSuffix("00000002"))
        if let address { #expect(made == address) }
    }
}
