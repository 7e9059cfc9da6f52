import Hummingbird
import Ledger
import Notices
import Site
import Stories

// What offices are reminded of, on a page of the workbench.

extension ServicesFeature {
    func addReminders(to router: Router<some SiteContext>) {
        router.get("kerja/pengingat") { request, context in
            guard let official = try await self.official(request) else {
                return try self.toSignIn(request, context)
            }
            let list = RemindersList(official: official)
            let isDone = request.uri.queryParameters["pesan"] == "dicatat"
            let page = try await self.store.read { reader in
                RemindersPage(
                    lines: try list.lines(reader),
                    message: isDone ? .reminderSeen : nil
                )
            }
            return Answer.page(page, for: official.visit(try self.visit(context)))
        }
        router.post("kerja/pengingat/:kunci/terbaca") { request, context in
            _ = try await Posted.read(request, in: context)
            guard let official = try await self.official(request) else {
                return try self.toSignIn(request, context)
            }
            let list = RemindersList(official: official)
            let desk = RemindersDesk(store: self.store)
            // Somebody else's, seen before, or none at all: one answer.
            guard let key = context.parameters.get("kunci").flatMap({ OpaqueID($0) }),
                try await self.store.glance({ try list.has(key, $0) }),
                try await desk.see(key, by: official.id, at: self.now())
            else { throw WebRefusal.notFound }
            let address: Address = "/kerja/pengingat"
            return try self.go(to: address.with("pesan", "dicatat"), context)
        }
    }
}
