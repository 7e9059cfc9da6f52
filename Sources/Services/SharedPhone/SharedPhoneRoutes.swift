import HTTPTypes
import Hummingbird
import Site
import Stories

// A phone that many people use: whether it is one, and letting go of what it knows of the last.

extension ServicesFeature {
    func addSharedPhone(to router: Router<some SiteContext>) {
        router.get("bersama") { _, context in
            let isShared = try self.visit(context).isOnSharedPhone
            return try self.answer(SharedPhonePage(isShared: isShared), context)
        }
        router.post("bersama") { request, context in
            let posted = try await Posted.read(request, in: context)
            var response = try self.done(request, "/bersama", context)
            let isShared = posted["pakai"] == "ya"
            response.headers.append(
                contentsOf: isShared ? self.sharing() : [self.forgetting("bersama")]
            )
            return response
        }
        router.post("lupakan") { request, context in
            let posted = try await Posted.read(request, in: context)
            var response = try self.done(request, "/", context)
            response.headers.append(self.forgetting("draf"))
            response.headers.append(self.forgetting("permohonan"))
            // What waits on the phone is sent under its device, and an official's desk is one.
            let isOfficial = try await self.official(request) != nil
            if posted["tunggu"] != "ya", !isOfficial {
                response.headers.append(self.forgetting("perangkat"))
            }
            return response
        }
    }

    /// Whether this phone was said to be shared.
    func isShared(_ request: Request) -> Bool {
        cookies.value("bersama", in: request.headers[.cookie]) == "ya"
    }

    /// From now on the phone is shared, and nothing leads back to the last draft.
    func sharing() -> [HTTPField] {
        let header = cookies.header("bersama", "ya", seconds: 400 * 86_400)
        return [HTTPField(name: .setCookie, value: header), forgetting("draf")]
    }

    private func forgetting(_ word: StaticString) -> HTTPField {
        HTTPField(name: .setCookie, value: cookies.header(word, "", seconds: 0))
    }

    /// A person is led on, the script of the phone is told.
    private func done(
        _ request: Request,
        _ address: Address,
        _ context: some SiteContext
    ) throws -> Response {
        PhoneOutbox.asks(request) ? Answer.json(Array("{}".utf8)) : try go(to: address, context)
    }
}
