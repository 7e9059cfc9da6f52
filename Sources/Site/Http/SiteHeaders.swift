import HTTPTypes
package import Hummingbird

/// What every answer says to the browser about itself.
package enum SiteHeaders {
    static let policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        + "object-src 'none'; img-src 'self' blob: data:"

    /// Lets the forms of a page lead on to WhatsApp, and to where that leads on to.
    package static func allowWhatsApp(in headers: inout HTTPFields) {
        headers[.contentSecurityPolicy] = policy.replacing(
            "form-action 'self'",
            with: "form-action 'self' https://wa.me https://api.whatsapp.com"
        )
    }

    /// Lets a page of ours show this one in a frame.
    package static func allowOwnFrame(in headers: inout HTTPFields) {
        headers[.contentSecurityPolicy] = policy.replacing(
            "frame-ancestors 'none'",
            with: "frame-ancestors 'self'"
        )
    }

    /// Sets what is not set yet: a download brings a stricter policy of its own.
    package static func add(to headers: inout HTTPFields, isSecure: Bool) {
        for field in isSecure ? secure : plain where headers[field.name] == nil {
            headers.append(field)
        }
    }

    private static let plain = [
        ("content-security-policy", policy),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("permissions-policy", "geolocation=(self), camera=(self), microphone=()"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cache-control", "no-store"),
    ].compactMap { name, value in
        HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    }

    private static let secure =
        plain
        + [HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")]
}
