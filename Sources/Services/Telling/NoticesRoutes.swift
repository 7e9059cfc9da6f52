import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Notices
import Site
import Stories

// The desk's queue of messages: opened in WhatsApp by an official, ticked by hand.

extension ServicesFeature {
    func addNotices(to router: Router<some SiteContext>) {
        router.get("kerja/kabar") { request, context in
            guard let official = try await self.official(request) else {
                return try self.toSignIn(request, context)
            }
            let isDone = request.query["pesan"] == "dicatat"
            return try await self.queuePage(
                NoticesQueue(feature: self, official: official),
                message: isDone ? .noticeMarked : nil,
                context
            )
        }
        router.post("kerja/kabar/:kunci/:langkah") { request, context in
            let posted = try await Posted.read(request, in: context)
            guard let official = try await self.official(request) else {
                return try self.toSignIn(request, context)
            }
            return try await self.tick(
                NoticesQueue(feature: self, official: official),
                posted,
                context
            )
        }
        router.post("kabar/gerbang") { request, context in
            try await self.report(request, context)
        }
    }

    private func queuePage(
        _ queue: NoticesQueue,
        message: Words? = nil,
        error: Words? = nil,
        _ context: some SiteContext
    ) async throws -> Response {
        let page = try await store.read { reader in
            NoticesPage(
                cards: try queue.cards(reader),
                failed: try queue.failed(reader),
                troubles: try queue.troubles(reader),
                count: try queue.count(reader),
                message: message,
                error: error
            )
        }
        var response = Answer.page(page, for: queue.official.visit(try visit(context)))
        SiteHeaders.allowWhatsApp(in: &response.headers)
        return response
    }

    private func tick(
        _ queue: NoticesQueue,
        _ posted: Posted,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let key = context.parameters.get("kunci").flatMap({ OpaqueID($0) }),
            let (composed, number) = try await store.glance({ try queue.waiting(key, $0) }),
            let phone = composed.phone
        else { throw WebRefusal.notFound }
        let now = now()
        switch context.parameters.get("langkah") {
        case "buka":
            try await notices.mark(key, .opened, by: queue.official.id, at: now)
            return Answer.redirect(
                to: .whatsApp(phone, saying: composed.text),
                for: try visit(context)
            )
        case "terkirim":
            try await notices.mark(key, .told, by: queue.official.id, at: now)
        case "gagal":
            guard let why = posted["sebab"].flatMap(WhyNotSent.init(rawValue:)) else {
                return try await queuePage(queue, error: .chooseWhyNot, context)
            }
            try await notices.mark(
                key,
                .failed,
                why: Code(why.rawValue),
                by: queue.official.id,
                at: now
            )
        default: throw WebRefusal.notFound
        }
        let address: Address =
            posted["lalu"] == number ? "/kerja/perkara/\(number)" : "/kerja/kabar"
        return try go(to: address.with("pesan", "dicatat"), context)
    }

    // MARK: - Reports of the gateway

    /// What a gateway may tell us about a message that it was handed.
    private struct Report: Decodable {
        let id: String
        let status: String
    }

    /// Whoever cannot sign is answered like an address that does not exist.
    private func report(_ request: Request, _ context: some SiteContext) async throws -> Response {
        guard let settings = noticeSettings.gateway,
            let name = HTTPField.Name(Gateway.signatureName)
        else { throw WebRefusal.notFound }
        let body = Array((try await request.body.collect(upTo: 4096)).readableBytesView)
        let signature = request.headers[name] ?? ""
        guard Gateway(settings).isGenuine(body, signature: signature, at: now()) else {
            throw WebRefusal.notFound
        }
        let report: Report
        do {
            report = try JSONDecoder().decode(Report.self, from: Data(body))
        } catch {
            throw WebRefusal.unreadable
        }
        guard let key = OpaqueID(report.id), ["delivered", "failed"].contains(report.status) else {
            throw WebRefusal.unreadable
        }
        try await noticePost.report(key, isDelivered: report.status == "delivered")
        return Answer.json(Array("{\"status\":\"ok\"}".utf8))
    }
}
