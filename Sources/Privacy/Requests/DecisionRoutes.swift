import Hummingbird
import Ledger
import Office
import Site
import Stories

// What is decided about a request, approved by another, carried out.

extension PrivacyFeature {
    func addDecisions(to router: Router<some SiteContext>) {
        router.post("kelola/data-pribadi/:permintaan/putusan") { request, context in
            let restrict: (LoadedRequest, SignedIn) async throws -> Address? = {
                try await self.restrictCases(of: $0.id, by: $1)
                return nil
            }
            return try await self.changing(request, context, after: restrict) { posted, _, _ in
                let words = Self.words(posted)
                if posted["putusan"] == "kabul" { return .decide(refusing: nil, words: words) }
                guard let ground = posted["putusan"].flatMap(Ground.init(rawValue:)) else {
                    throw PrivacyRefusal.wordsMissing
                }
                return .decide(refusing: ground, words: words)
            }
        }
        router.post("kelola/data-pribadi/:permintaan/kembalikan") { request, context in
            try await self.changing(request, context) { posted, _, _ in
                .sendBack(words: Self.words(posted))
            }
        }
        router.post("kelola/data-pribadi/:permintaan/setuju") { request, context in
            let erase: (LoadedRequest, SignedIn) async throws -> Address? = { loaded, official in
                try await self.carryOutErasure(loaded.id, by: official)
                return nil
            }
            return try await self.changing(request, context, after: erase) { _, loaded, _ in
                // Approved before and cut short: only what was left is done.
                loaded.request.phase == .erasing ? nil : .approve
            }
        }
        router.post("kelola/data-pribadi/:permintaan/selesai") { request, context in
            try await self.changing(request, context) { posted, loaded, _ in
                // An erasure is done when everything is destroyed, not when somebody says so.
                guard loaded.request.phase == .granted, !loaded.awaitsRestriction else {
                    throw PrivacyRefusal.movedOn
                }
                return .finish(words: Self.words(posted))
            }
        }
    }

    static func words(_ posted: Posted, _ name: String = "kata") -> String {
        String((posted[name] ?? "").trimmingSpaces.prefix(4000))
    }
}
