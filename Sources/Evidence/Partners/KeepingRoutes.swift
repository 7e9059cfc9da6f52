import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Site
import Stories

// The side of a witness (C2SP tlog-witness): heads come in, cosignatures go out.

extension EvidenceFeature {
    /// A head and its proof have 63 hashes and a few lines; nobody needs more.
    private static let mostBytes = 32_768

    private var keeping: KeepingDesk {
        KeepingDesk(store: store, keys: keys, entrusted: entrusted)
    }

    func addKeeping(to router: Router<some SiteContext>) {
        router.post("add-checkpoint") { request, _ in
            // Who is entrusted with nothing is no witness.
            guard !self.entrusted.isEmpty else { return Self.plain(404, "unknown log") }
            let body: String
            do {
                let buffer = try await request.body.collect(upTo: Self.mostBytes)
                body = String(decoding: buffer.readableBytesView, as: UTF8.self)
            } catch {
                return Self.plain(400, "too long")
            }
            return Self.response(to: try await self.keeping.take(body, at: self.now()))
        }
        router.get("kelola/bukti/titipan/:asal") { request, context in
            try await self.surroundings.keeper(request, context) { _ in
                guard let origin = context.parameters.get("asal").flatMap({ OpaqueID($0) }),
                    let kept = try await self.store.glance({ try $0.headOfOthers(origin) })
                else { throw WebRefusal.notFound }
                guard let note = request.query["lain"] == "1" ? kept.other : kept.note else {
                    throw WebRefusal.notFound
                }
                return Answer.download(
                    Array(note.utf8),
                    type: "text/plain; charset=utf-8",
                    name: "cap-\(kept.origin)-\(kept.size).txt"
                )
            }
        }
    }

    private static func response(to answer: KeepingDesk.Answer) -> Response {
        switch answer {
        case .cosigned(let line): plain(200, line)
        case .unreadable: plain(400, "not an add-checkpoint request\n")
        case .unknownKey: plain(403, "no known key has signed this\n")
        case .unknownLog: plain(404, "unknown log\n")
        case .otherSize(let size): plain(409, "\(size)\n", type: "text/x.tlog.size")
        case .wrongProof: plain(422, "the proof does not hold\n")
        }
    }

    /// For machines: no page stands behind any of these.
    private static func plain(
        _ status: Int,
        _ text: String,
        type: String = "text/plain; charset=utf-8"
    ) -> Response {
        var response = Answer.bytes(Array(text.utf8), type: type)
        response.status = .init(code: status)
        return response
    }
}
