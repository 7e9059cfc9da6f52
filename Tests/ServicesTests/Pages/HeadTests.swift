import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

/// HEAD answers wherever GET does, with its status and its headers, and without a body.
struct HeadTests {
    /// What may stand in an address; everything else is a number that is nobody's.
    private static let values = [
        "layanan": "surat-keterangan-usaha", "unit": "kel-contoh", "topik": "usaha",
        "kumpulan": "layanan.csv",
    ]

    private static func filled(_ template: String) -> String {
        template.split(separator: "/", omittingEmptySubsequences: false).map { part in
            guard part.hasPrefix("{") || part.hasPrefix(":") else { return String(part) }
            return values[part.filter(\.isLetter)] ?? "482910375527"
        }.joined(separator: "/")
    }

    @Test func `every address answers HEAD as it answers GET`() async throws {
        let site = try await WorkingSite()
        let addresses = site.addresses
        #expect(addresses.count > 40)
        try await site.open { doors in
            var opened = 0
            for address in addresses.map(Self.filled) {
                let path = address.hasPrefix("/") ? address : "/" + address
                let (whole, head) = (
                    try await doors.client.execute(uri: path, method: .get),
                    try await doors.client.execute(uri: path, method: .head)
                )
                #expect(head.status == whole.status, "\(path)")
                #expect(head.body.readableBytes == 0, "\(path)")
                for name in [HTTPField.Name.contentType, .contentLanguage, .vary, .cacheControl] {
                    #expect(head.headers[name] == whole.headers[name], "\(path) \(name)")
                }
                if whole.status == .ok {
                    opened += 1
                    #expect(
                        head.headers[.contentLength] == String(whole.body.readableBytes),
                        "\(path)"
                    )
                }
            }
            #expect(opened > 20)
        }
    }

    @Test func `HEAD sends nothing`() async throws {
        let site = try await WorkingSite()
        try await site.open { doors in
            let path = "/layanan/surat-keterangan-usaha/mulai"
            let answer = try await doors.client.execute(uri: path, method: .head)
            #expect(answer.headers[.location]?.hasPrefix("/isi/") != true)
        }
    }
}
