/// What has new names between two versions, and what becomes of the cases that run.
package struct RenamesOfVersion: Hashable, Sendable {
    package let from: String
    package let to: String
    package let renames: [Rename]

    /// What becomes of single answers; an answer that is not named stays what it is.
    package let answers: [AnswerMove]

    /// What the publisher says of running cases; nil where nothing is said.
    package let cases: CasesMove?

    /// The name of its file, without the ending.
    package let name: ID

    package init(
        from: String,
        to: String,
        renames: [Rename],
        answers: [AnswerMove] = [],
        cases: CasesMove? = nil,
        name: ID = ""
    ) {
        self.from = from
        self.to = to
        self.renames = renames
        self.answers = answers
        self.cases = cases
        self.name = name
    }

    /// One answer: mapped to a question of the newer version, or retired.
    package struct AnswerMove: Hashable, Sendable {
        /// The question of the older version.
        package let was: Slot

        /// Nil: the answer is retired.
        package let now: ID?
        package let options: [ID: ID]

        package init(was: Slot, now: ID?, options: [ID: ID] = [:]) {
            self.was = was
            self.now = now
            self.options = options
        }
    }

    package enum CasesMove: String, Hashable, Sendable, CaseIterable {
        case move, stay
    }
}

extension RenamesOfVersion {
    /// Only what speaks about one service.
    package func of(_ service: ID) -> RenamesOfVersion {
        let slot = Slot(["service", service])
        return RenamesOfVersion(
            from: from,
            to: to,
            renames: renames.filter { slot.holds($0.from) },
            answers: answers.filter { slot.holds($0.was) },
            cases: cases,
            name: name
        )
    }

    /// The renames that are declared, and those that follow from mapped answers.
    var allRenames: [Rename] {
        let known = Set(renames.map(\.from))
        return renames
            + answers.compactMap { answer in
                guard let now = answer.now, now != answer.was.last, !known.contains(answer.was)
                else { return nil }
                return Rename(from: answer.was, to: answer.was.parent.child(now))
            }
    }

    /// What a thing of a service's collection is called now; nil where nothing is said of it.
    ///
    /// To be asked of what is declared for one service (`of`).
    func nameNow(of id: ID, in collection: ID) -> ID? {
        allRenames.first { rename in
            rename.from.path.count == 4 && rename.from.path[2] == collection
                && rename.from.last == id
        }?.to.last
    }
}
