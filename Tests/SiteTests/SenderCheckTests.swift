import Site
import Testing

@Suite struct SenderCheckTests {
    /// Base of the site, origin, what the browser says of the site, and whether it is ours.
    @Test(arguments: [
        ("https://contoh.go.id", "https://contoh.go.id", "same-origin", true),
        ("https://contoh.go.id", nil, nil, true),
        ("https://contoh.go.id", nil, "same-origin", true),
        ("https://contoh.go.id", "https://contoh.go.id", "cross-site", false),
        ("https://contoh.go.id", "https://contoh.go.id", "same-site", false),
        ("https://contoh.go.id", nil, "none", false),
        ("https://contoh.go.id", "http://contoh.go.id", nil, false),
        ("https://contoh.go.id", "https://contoh.go.id.jahat.id", nil, false),
        ("https://contoh.go.id", "null", nil, false),
        ("https://contoh.go.id", "http://localhost:8080", nil, false),
        ("http://127.0.0.1:8080", "http://localhost:8080", "same-origin", true),
        ("http://localhost:8080", "http://127.0.0.1:8080", nil, true),
        ("http://127.0.0.1:8080", "http://localhost:8081", nil, false),
        ("http://127.0.0.1:8080", "http://localhost.jahat.id:8080", nil, false),
        ("http://127.0.0.1:8080", "https://localhost:8080", nil, false),
    ])
    func `only pages of the same origin may change something`(
        base: String,
        origin: String?,
        fetchSite: String?,
        isOurs: Bool
    ) {
        #expect(
            SenderCheck.isOurs(method: "POST", origin: origin, fetchSite: fetchSite, base: base)
                == isOurs
        )
        #expect(SenderCheck.isOurs(method: "GET", origin: origin, fetchSite: nil, base: base))
    }
}
