import Office
import Site
import Stories

/// What was chosen for placing an official in a post.
struct AskedPlace {
    var query: String
    var post = ""
    var capacity = Capacity.definitive.rawValue
    var first = DateInput()
    var last = DateInput()
    var errors: [String: Words] = [:]

    init(_ query: String) { self.query = query }

    init(_ posted: Posted) {
        query = posted["cari"] ?? ""
        post = posted["jabatan"] ?? ""
        capacity = posted["sebagai"] ?? ""
        first = posted.date("mulai")
        last = posted.date("sampai")
    }

    /// As many posts as one page offers.
    private static let mostShown = 20

    /// The holding that was chosen; nil where something is to be fixed.
    mutating func checked(_ map: OfficeMap) -> Holding? {
        let post = Code(post).flatMap { map.post($0) }?.id
        if post == nil { errors["jabatan"] = .choosePost }
        let capacity = Capacity(rawValue: capacity)
        if capacity == nil { errors["sebagai"] = .choiceMissing }
        let (from, problem) = first.read
        errors["mulai"] = problem
        let (until, other) = last.isEmpty ? (nil, nil) : last.read
        errors["sampai"] = other
        if let from, let until, until < from {
            errors["sampai"] = Words(
                OfficeRefusal.endsBeforeItBegins.sentence,
                OfficeRefusal.endsBeforeItBegins.sentenceInEnglish
            )
        }
        if capacity == .standIn, last.isEmpty {
            errors["sampai"] = Words(
                "Plh. perlu tanggal berakhir",
                "Standing in needs a last day"
            )
        }
        guard errors.isEmpty, let post, let capacity, let from else { return nil }
        return Holding(post: post, capacity: capacity, first: from, last: until)
    }

    func page(for found: FoundOfficial, _ today: Day) -> FormPage {
        let map = found.regency.office
        let posts = Self.posts(fitting: query, in: map)
        let start = first.isEmpty ? DateInput(today) : first
        var page = FormPage(
            .place,
            Form(
                to: "/kelola/pengguna/\(found.id)/jabatan",
                [
                    Field(
                        "jabatan",
                        .post,
                        hint: posts.count == Self.mostShown ? .onlyFirstPosts : nil,
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
                        .choice(
                            capacity,
                            Capacity.allCases.map { Option($0.rawValue, $0.words) }
                        )
                    ),
                    Field("mulai", .firstDay, .date(start)),
                    Field(
                        "sampai",
                        .lastDay,
                        hint: .lastDayHint,
                        isOptional: true,
                        .date(last)
                    ),
                ]
                .map { $0.with(error: errors[$0.name]) },
                hidden: [("versi", String(found.version.count)), ("cari", query)],
                buttons: [Button(.placeDone)]
            ),
            back: found.back
        )
        page.before = [search(found)] + (posts.isEmpty ? [EmptyState(.noPostFound)] : [])
        if !errors.isEmpty { page.frame.status = 422 }
        return page
    }

    private func search(_ found: FoundOfficial) -> Form {
        var form = Form(
            to: "/kelola/pengguna/\(found.id)/jabatan",
            [Field("cari", .searchPost, .text(TextInput(query, .search)))],
            buttons: [Button(.search, .secondary)]
        )
        form.isSearch = true
        return form
    }

    /// The posts in whose title or unit every word of the search begins a word.
    static func posts(fitting query: String, in map: OfficeMap) -> [OfficePost] {
        let words = query.lowercased().split(separator: " ")
        let fitting = map.posts.filter { post in
            let unit = map.unit(post.unit)?.name ?? ""
            let parts = "\(post.title) \(unit) \(post.id)".lowercased()
                .split { !$0.isLetter && !$0.isNumber }
            return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
        return Array(fitting.prefix(mostShown))
    }
}

/// What was typed for relieving an official of a post.
struct AskedRelief {
    let post: Code
    var last: DateInput
    var error: Words?

    init(_ post: Code, _ today: Day) {
        self.post = post
        last = DateInput(today)
    }

    init?(_ posted: Posted) {
        guard let post = posted["jabatan"].flatMap({ Code($0) }) else { return nil }
        self.post = post
        last = posted.date("terakhir")
    }

    mutating func checked() -> Day? {
        let (day, problem) = last.read
        error = problem
        return day
    }

    func page(for found: FoundOfficial) -> FormPage {
        var page = FormPage(
            .relieve,
            Form(
                to: "/kelola/pengguna/\(found.id)/lepas",
                [Field("terakhir", .lastDayOfPost, .date(last)).with(error: error)],
                hidden: [("versi", String(found.version.count)), ("jabatan", post.text)],
                buttons: [Button(.relieve, .danger)]
            ),
            back: found.back
        )
        let title = found.regency.office.title(of: post)
        page.before = [Sentence(Words(title, title))]
        if error != nil { page.frame.status = 422 }
        return page
    }
}

/// What was typed for correcting a name or a NIP.
struct AskedCorrection {
    var name: String
    var nip: String
    var nameError: Words?
    var nipError: Words?

    init(_ found: FoundOfficial) {
        name = found.line.official.name
        nip = found.line.official.nip?.digits ?? ""
    }

    init(_ posted: Posted) {
        name = (posted["nama"] ?? "").trimmingSpaces
        nip = (posted["nip"] ?? "").trimmingSpaces
    }

    mutating func checked(_ found: FoundOfficial) -> OfficialCommand? {
        if name.isEmpty || name.count > NewOfficial.longestName { nameError = .nameMissingHere }
        let typed = NIP(nip)
        if !nip.isEmpty, typed == nil { nipError = .nipUnreadable }
        guard nameError == nil, nipError == nil else { return nil }
        let official = found.line.official
        return .correct(
            name: name == official.name ? nil : name,
            nip: typed == official.nip ? nil : typed
        )
    }

    func page(for found: FoundOfficial) -> FormPage {
        var page = FormPage(
            .correct,
            Form(
                to: "/kelola/pengguna/\(found.id)/ubah",
                [
                    Field("nama", .fullName, .text(TextInput(name))).with(error: nameError),
                    Field(
                        "nip",
                        .nip,
                        hint: .nipHint,
                        isOptional: true,
                        .text(TextInput(nip, .whole))
                    )
                    .with(error: nipError),
                ],
                hidden: [("versi", String(found.version.count))],
                buttons: [Button(.save)]
            ),
            back: found.back
        )
        if nameError != nil || nipError != nil { page.frame.status = 422 }
        return page
    }
}
