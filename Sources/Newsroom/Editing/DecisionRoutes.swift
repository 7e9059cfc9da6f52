import Hummingbird
import Site
import Stories

// A piece of news in the newsroom: looking at it, approving, discarding, withdrawing.

extension NewsroomFeature {
    func addDecisions(to router: Router<some SiteContext>) {
        router.get("kerja/berita/:berita") { request, context in
            try await self.working(request, context) { official, visit in
                let news = try await self.news(context)
                return try await self.show(news, official, visit)
            }
        }
        router.post("kerja/berita/:berita/terbitkan") { request, context in
            try await self.sending(request, context) { official, posted, visit in
                let news = try await self.news(context)
                guard let text = news.draft else { throw NewsroomRefusal.nothingWaits }
                try await self.desk.approve(text, of: news.id, Self.asked(official, posted))
                return Answer.redirect(to: "/kerja/berita/\(news.id)", for: visit)
            }
        }
        router.post("kerja/berita/:berita/buang") { request, context in
            try await self.sending(request, context) { official, posted, visit in
                let news = try await self.news(context)
                try await self.desk.discard(news.id, Self.asked(official, posted))
                return Answer.redirect(to: "/kerja/berita", for: visit)
            }
        }
        router.post("kerja/berita/:berita/tarik") { request, context in
            try await self.sending(request, context) { official, posted, visit in
                try await self.withdraw(self.news(context), posted, official, visit)
            }
        }
    }

    private static let longestReason = 500

    private func withdraw(
        _ news: ShownNews,
        _ posted: Posted,
        _ official: SignedIn,
        _ visit: Visit
    ) async throws -> Response {
        let lines = (posted["alasan"] ?? "").split(whereSeparator: \.isNewline)
        let reason = lines.map(\.trimmed).joined(separator: " ").trimmed
        let refusal = NewsroomRefusal.reasonMissing
        let error: Words? =
            if reason.isEmpty {
                Words(refusal.sentence, refusal.sentenceInEnglish)
            } else if reason.count > Self.longestReason {
                .tooLong(most: Self.longestReason, over: reason.count - Self.longestReason)
            } else {
                nil
            }
        if let error {
            return try await show(news, official, visit, typed: reason, error: error)
        }
        try await desk.withdraw(reason, of: news.id, Self.asked(official, posted))
        return Answer.redirect(to: "/kerja/berita/\(news.id)", for: visit)
    }

    private func show(
        _ news: ShownNews,
        _ official: SignedIn,
        _ visit: Visit,
        typed: String = "",
        error: Words? = nil
    ) async throws -> Response {
        guard let text = news.draft ?? news.live else { throw NewsroomRefusal.noSuchNews }
        let version = try await desk.version(of: news.id)
        var page = NewsAtWorkPage(news: news, text: text, me: official.id, version: version)
        if news.live != nil, news.withdrawal == nil {
            page.withdrawal = Form(
                to: "/kerja/berita/\(news.id)/tarik",
                [
                    Field(
                        "alasan",
                        .whyWithdrawn,
                        hint: .withdrawHint,
                        .longText(typed, most: Self.longestReason)
                    )
                    .with(error: error)
                ],
                hidden: [("versi", "\(version.count)")],
                buttons: [Button(.withdrawNews, .danger)]
            )
        }
        page.hasError = error != nil
        return Answer.page(page, for: visit)
    }
}
