import Blueprints

/// What was done here with a publisher's files, told apart.
package struct AdaptedThings: Hashable, Sendable {
    package var changed: [Adaptation] = []

    /// What of the publisher's was left out.
    package var dropped: [Adaptation] = []

    /// Of the questions, steps and letters: how many stand as the publisher wrote them.
    package var asTheyWere = 0
    package var all = 0

    package init() {}
}

extension AdaptedFolder {
    /// The version that the publisher's files say.
    package var publishedVersion: String { version }

    /// SHA-256 of the publisher's files as they go into a package, the same at the publisher's own
    /// and wherever they were installed; of files that cannot be packed, as they lie.
    package var packedDigest: String {
        let tree = isReplica ? read.tree : apply(overlay.edits, to: read.tree).0
        do {
            return try PackageMember(packing: read, as: tree).digest
        } catch {
            return digest
        }
    }

    package var title: String { read.tree.text(at: "blueprint/title") ?? name }

    package var isReplica: Bool { read.lock != nil }

    /// What fills the holes, by name.
    package var filled: [String] { overlay.fill.keys.map(\.text).sorted() }

    package var exampleCount: Int { read.tree["example"]?.children.count ?? 0 }

    /// The edits of ours to a service and to what its blueprint's services share, in words.
    package func adaptations(of service: String) -> [Adaptation] {
        let edits = edits(of: service)
        let told = sentences(of: edits, in: read.tree)
        return zip(edits, told).prefix(Adaptation.most).map { edit, sentence in
            Adaptation(at: edit.at.description, sentence: sentence, reason: edit.why.reason)
        }
    }

    /// The same told apart, with what stayed as it was.
    package func adaptedThings(of service: String) -> AdaptedThings {
        var things = AdaptedThings()
        let edits = edits(of: service)
        let told = sentences(of: edits, in: read.tree)
        for (edit, sentence) in zip(edits, told).prefix(Adaptation.most) {
            let said = Adaptation(
                at: edit.at.description,
                sentence: sentence,
                reason: edit.why.reason
            )
            if edit.was != nil, edit.now == nil {
                things.dropped.append(said)
            } else {
                things.changed.append(said)
            }
        }
        let kept = thingsOf(service)
        things.all = kept.count
        things.asTheyWere = kept.filter { slot in !edits.contains { slot.holds($0.at) } }.count
        return things
    }

    private func edits(of service: String) -> [Edit] {
        overlay.edits.filter { edit in
            let path = edit.at.path
            return path.first?.text != "service" || path.count < 2 || path[1].text == service
        }
    }

    /// The questions and steps of a service, and the letters of its blueprint.
    private func thingsOf(_ service: String) -> [Slot] {
        let root = Slot("service/\(service)")
        let collections = [root.child("question"), root.child("step"), Slot("letter")]
        return collections.flatMap { slot in
            (read.tree[at: slot]?.children ?? []).map { slot.child($0.id) }
        }
    }
}

extension Package {
    /// What differs between our publisher's files and those of a package that was derived from
    /// them: of one service, and of what its blueprint's services share.
    package func differences(from ours: AdaptedFolder, of service: String) -> [Adaptation] {
        guard let theirs = own?.content else { return [] }
        let difference = Difference(from: ours.read.tree, to: theirs)
        let edits = difference.edits.map(\.1).filter { edit in
            let path = edit.at.path
            guard let first = path.first?.text else { return false }
            // Of the head only its own words differ, by whoever packed it.
            return first != "blueprint" && first != "example"
                && (first != "service" || path.count < 2 || path[1].text == service)
        }
        let told = difference.sentences(of: edits, language: .indonesian)
        return zip(edits, told).prefix(Adaptation.most).map { edit, sentence in
            Adaptation(at: edit.at.description, sentence: sentence, reason: "")
        }
    }
}
