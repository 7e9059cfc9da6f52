/// Which members of a group are judged together now, which go alone after them, and which wait.
struct GroupRound {
    /// Those who are judged together, by their places among all.
    private(set) var together: [Int] = []

    /// The same ones at work, and how many questions each of them has.
    private(set) var judged: [any JudgedWork] = []
    private(set) var asked: [Int] = []

    private(set) var alone: [Int] = []
    private(set) var later: [Int] = []

    /// A savepoint, then what those ask who are judged together.
    private(set) var questions: [SQL] = []

    static let savepoint = SQL(text: "SAVEPOINT member")

    /// A round of those at the places `left`, or of all.
    init(of works: [any GroupWork], _ left: [Int]? = nil, isFar: Bool) {
        var touched: Set<Touched> = []
        for place in left ?? Array(works.indices) {
            guard isFar, let work = works[place] as? any JudgedWork else {
                alone.append(place)
                continue
            }
            let touches = work.touches
            // What one of them is about to write, another's answers do not know yet.
            if touched.isDisjoint(with: touches) {
                let own = work.questions
                together.append(place)
                judged.append(work)
                asked.append(own.count)
                questions += own.map(\.sql)
            } else {
                later.append(place)
            }
            touched.formUnion(touches)
        }
        if !judged.isEmpty { questions.insert(Self.savepoint, at: 0) }
    }
}
