import HTTPTypes
package import Hummingbird

/// What every answer says to the browser about itself.
package enum SiteHeaders {
    static let policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        + "object-src 'none'; img-src 'self' blob: data:"

    /// Sets what is not set yet: a download brings a stricter policy of its own.
    package static func add(to headers: inout HTTPFields, isSecure: Bool) {
        var fixed = [
            ("content-security-policy", policy),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("permissions-policy", "geolocation=(self), camera=(self), microphone=()"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cache-control", "no-store"),
        ]
        if isSecure { fixed.append(("strict-transport-security", "max-age=31536000")) }
        for (name, value) in fixed {
            guard let field = HTTPField.Name(name), headers[field] == nil else { continue }
            headers[field] = value
        }
    }
}
