package import Hummingbird
import NIOCore

/// Makes the answers that our handlers give.
package enum Answer {
    /// A page, under the status of its frame.
    package static func page(_ page: some Page, for visit: Visit) -> Response {
        var response = html(of: page, for: visit)
        response.status = .init(code: page.frame.status)
        response.headers[.contentLanguage] = visit.language.rawValue
        // Newcomers may be offered another language on it.
        let others = response.headers[.vary].map { $0 + ", " } ?? ""
        response.headers[.vary] = others + "Accept-Language"
        return response
    }

    /// Only pages for everybody are squeezed: beside a person's data the length of a squeezed page
    /// could tell a listener what stands in it.
    private static func html(of page: some Page, for visit: Visit) -> Response {
        let (written, type) = (page.write(for: visit), "text/html; charset=utf-8")
        guard page.frame.isIndexed, visit.person == nil else { return bytes(written, type: type) }
        let takesGzip = visit.takesGzip && written.count >= Gzip.least
        let squeezed = takesGzip ? Gzip.squeeze(written, level: Gzip.ofPages) : nil
        return either(written, squeezed, type: type)
    }

    /// The bytes, or their squeezed form, marked for caches as one of two.
    static func either(_ bytes: [UInt8], _ squeezed: [UInt8]?, type: String) -> Response {
        var response = Self.bytes(squeezed ?? bytes, type: type)
        response.headers[.vary] = "Accept-Encoding"
        if squeezed != nil { response.headers[.contentEncoding] = "gzip" }
        return response
    }

    /// After a change: look there now, in the language of the visit.
    package static func redirect(to address: Address, for visit: Visit) -> Response {
        Response(status: .seeOther, headers: [.location: address.text(in: visit.language)])
    }

    /// A moved address, the same for every language.
    package static func moved(to address: Address) -> Response {
        Response(status: .movedPermanently, headers: [.location: address.text(in: .indonesian)])
    }

    /// A document; `name` makes it a download.
    package static func pdf(_ bytes: [UInt8], name: String? = nil) -> Response {
        download(bytes, type: "application/pdf", name: name)
    }

    /// A drawing of ours.
    package static func svg(_ bytes: [UInt8]) -> Response {
        Self.bytes(bytes, type: "image/svg+xml")
    }

    /// Data for machines, already written.
    package static func json(_ bytes: [UInt8], status: Int = 200) -> Response {
        var response = Self.bytes(bytes, type: "application/json")
        response.status = .init(code: status)
        return response
    }

    /// What somebody sent us, given back: nothing in it may run.
    package static func download(_ bytes: [UInt8], type: String, name: String?) -> Response {
        var response = Self.bytes(bytes, type: type)
        if let name {
            let safe = String(
                name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
            )
            response.headers[.contentDisposition] = "attachment; filename=\"\(safe)\""
            response.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        }
        return response
    }

    /// Bytes of a kind.
    package static func bytes(_ bytes: [UInt8], type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
