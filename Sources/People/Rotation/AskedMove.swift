import Office
import Site
import Stories

/// What was chosen for one official of a rotation: the posts to leave, and the post to take.
struct AskedMove {
    var query: String
    var leaves: [String] = []
    var post = ""
    var capacity = Capacity.definitive.rawValue
    var last = DateInput()
    var errors: [String: Words] = [:]

    init(_ query: String) { self.query = query }

    init(_ posted: Posted) {
        query = posted["cari"] ?? ""
        leaves = posted.all("lepas")
        post = posted["jabatan"] ?? ""
        capacity = posted["sebagai"] ?? ""
        last = posted.date("sampai")
    }

    mutating func checked(
        _ official: ListedOfficial,
        _ map: OfficeMap,
        on day: Day
    ) -> [Move]? {
        let held = Set(official.holdings.filter { $0.isHeld(on: day) }.map(\.post))
        let left = leaves.compactMap { Code($0) }.filter(held.contains)
        var moves = left.map { Move.relieve(official.id, post: $0) }
        if !post.isEmpty {
            let post = Code(post).flatMap { map.post($0) }?.id
            if post == nil { errors["jabatan"] = .choosePost }
            let capacity = Capacity(rawValue: capacity)
            if capacity == nil { errors["sebagai"] = .choiceMissing }
            let (until, problem) = last.isEmpty ? (nil, nil) : last.read
            errors["sampai"] = problem
            if let until, until < day {
                errors["sampai"] = Words(
                    OfficeRefusal.endsBeforeItBegins.sentence,
                    OfficeRefusal.endsBeforeItBegins.sentenceInEnglish
                )
            }
            guard errors.isEmpty, let post, let capacity else { return nil }
            moves.append(.place(official.id, post: post, capacity, last: until))
        }
        if moves.isEmpty { errors["jabatan"] = .moveMissing }
        return errors.isEmpty ? moves : nil
    }

    func page(_ loaded: LoadedRotation, _ official: ListedOfficial, on day: Day) -> FormPage {
        let map = loaded.regency.office
        let held = official.holdings.filter { $0.isHeld(on: day) }
        var fields: [Field] = []
        if !held.isEmpty {
            fields.append(
                Field(
                    "lepas",
                    .leavesPosts,
                    isOptional: true,
                    .choices(
                        leaves,
                        held.map { holding in
                            let title = holding.capacity.prefix + map.title(of: holding.post)
                            return Option(holding.post.text, Words(title, title))
                        }
                    )
                )
            )
        }
        fields += target(map)
        let name = Words(official.name, official.name)
        var page = FormPage(
            name,
            Form(
                to: "/kelola/mutasi/\(loaded.id)/orang/\(official.id)",
                fields.map { $0.with(error: errors[$0.name]) },
                hidden: [("versi", String(loaded.version.count)), ("cari", query)],
                buttons: [Button(.addMove)]
            ),
            back: Link(.rotation, "/kelola/mutasi/\(loaded.id)")
        )
        var search = Form(
            to: "/kelola/mutasi/\(loaded.id)/orang/\(official.id)",
            [Field("cari", .searchPost, .text(TextInput(query, .search)))],
            buttons: [Button(.search, .secondary)]
        )
        search.isSearch = true
        page.before = [search]
        if !errors.isEmpty { page.frame.status = 422 }
        return page
    }

    /// The post to take, and as what.
    private func target(_ map: OfficeMap) -> [Field] {
        let posts = AskedPlace.posts(fitting: query, in: map)
        return [
            Field(
                "jabatan",
                .takesPost,
                isOptional: true,
                .choice(
                    post,
                    posts.map { post in
                        Option(
                            post.id.text,
                            Words(post.title, post.title),
                            hint: map.unit(post.unit).map { Words($0.name, $0.name) }
                        )
                    }
                )
            ),
            Field(
                "sebagai",
                .capacity,
                .choice(capacity, Capacity.allCases.map { Option($0.rawValue, $0.words) })
            ),
            Field("sampai", .lastDay, hint: .lastDayHint, isOptional: true, .date(last)),
        ]
    }
}
