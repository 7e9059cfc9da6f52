package import Stories

/// The story of one piece of news: written by one person, approved by another, corrected openly.
package enum NewsStory: Story {
    package static let kind: StreamKind = "news"
    package static let beginning = NewsItem()

    package static func evolve(_ state: inout NewsItem, _ fact: NewsFact) {
        switch fact {
        case .drafted(let draft): state.draft = draft
        case .discarded: state.draft = nil
        case .approved(let approval):
            state.live = approval.piece
            state.address = approval.address
            state.draft = nil
        case .withdrawn:
            state.draft = nil
            state.isWithdrawn = true
        }
    }

    package static func decide(
        _ state: NewsItem,
        _ command: NewsCommand,
        _ known: KnownOfNews
    ) throws(NewsroomRefusal) -> Decision<NewsFact> {
        guard known.isEditor else { throw .notYourDuty }
        guard !state.isWithdrawn else { throw .withdrawnAlready }
        switch command {
        case .save(let piece, let correction):
            let isPublished = state.live != nil
            if isPublished, correction == nil { throw .correctionMissing }
            return Decision([
                .drafted(NewsDraft(piece, by: known.by, isPublished ? correction : nil))
            ])
        case .discard:
            guard state.draft != nil else { throw .nothingWaits }
            return Decision([.discarded])
        case .approve(let address):
            guard let draft = state.draft else { throw .nothingWaits }
            guard draft.by != known.by else { throw .ownWork }
            return Decision([
                .approved(
                    NewsApproval(
                        draft.piece,
                        address: state.address ?? address,
                        correction: draft.correction
                    )
                )
            ])
        case .withdraw(let reason):
            guard state.live != nil else { throw .notPublished }
            return Decision([.withdrawn(reason)])
        }
    }
}

/// Where a piece of news stands.
package struct NewsItem: Hashable, Sendable {
    /// What waits for another person's approval.
    package var draft: NewsDraft?

    /// What everybody reads.
    package var live: NewsPiece?

    /// Its address for ever, from the first approval on.
    package var address: Code?
    package var isWithdrawn = false
}

/// What can be asked of a piece of news.
package enum NewsCommand: Hashable, Sendable {
    case save(NewsPiece, correction: Public?)
    case discard
    case approve(as: Code)
    case withdraw(Public)
}

/// What a decision has to know besides.
package struct KnownOfNews: Hashable, Sendable {
    package let by: Actor

    /// Whether the one who asks has the duty `redaksi`.
    package let isEditor: Bool

    package init(by: Actor, isEditor: Bool) {
        self.by = by
        self.isEditor = isEditor
    }
}
