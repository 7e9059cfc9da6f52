package import Blueprints
package import Stories

/// Until when a form of a version that is no longer in force is still taken as it is.
///
/// Each publication says how long it waits for forms of older versions. A later one that waits
/// less ends the waiting for all of them: law that changed does not wait for what came before it.
package struct OldVersions: Sendable {
    private var ends: [String: Instant] = [:]
    private var digests: [String: Set<String>] = [:]

    package init() {}

    /// Takes in the next publication of a blueprint; they come in the order of the record.
    package mutating func publish(_ blueprint: Blueprint, at moment: Instant) {
        let end = moment.adding(seconds: Int64(blueprint.acceptsOldFor) * 86_400)
        for service in blueprint.services {
            let name = "\(service.blueprint)/\(service.id)"
            for old in digests[name, default: []] where old != service.digest {
                ends[old] = ends[old].map { min($0, end) } ?? end
            }
            digests[name, default: []].insert(service.digest)
            // Published again, it is in force again.
            ends[service.digest] = nil
        }
    }

    /// Whether a form that was begun under this version may be sent under it now.
    package func accepts(_ digest: String, at now: Instant) -> Bool {
        ends[digest].map { now < $0 } ?? true
    }
}

extension InForce {
    /// A draft with the version under which it goes on; nil where the service is not open.
    ///
    /// As long as its own version is accepted, that is the one. Afterwards it is read under the
    /// version in force, and the answers whose questions have changed are marked.
    func resumed(_ draft: Draft, at now: Instant) -> (draft: Draft, service: PublicService)? {
        guard let current = service(draft.service), !current.isClosed else { return nil }
        if draft.digest == current.digest { return (draft, current) }
        let old = version(draft.digest, of: current)
        if let old, accepts(draft.digest, at: now) { return (draft, old) }
        // A form cannot go on where the service has no form any more.
        guard current.elsewhere == nil else { return nil }
        var moved = draft
        moved.digest = current.digest
        let changed = old.map { current.questionsChanged(since: $0) } ?? []
        moved.changed.formUnion(changed.map(\.text).filter(draft.hasAnswer))
        moved.changed.formIntersection(current.allQuestions.map(\.id.text))
        return (moved, current)
    }

    /// An older or newer version of the same service.
    func version(_ digest: String, of service: PublicService) -> PublicService? {
        version(digest).flatMap { other in
            other.id == service.id && other.blueprint == service.blueprint ? other : nil
        }
    }
}
