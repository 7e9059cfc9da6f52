/// An attribute of an element.
///
/// Classes and other words of ours are constants of the source; addresses are `Address`; event
/// handlers and `style` do not exist, as the policy of the site forbids them.
package struct Attribute: Sendable {
    enum Value: Sendable { case absent, flag, fixed(StaticString), text(String), address(Address) }

    let name: StaticString
    let value: Value

    private init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// The attribute if the condition holds, nothing otherwise.
    package static func when(_ condition: Bool, _ attribute: Attribute) -> Attribute {
        condition ? attribute : none
    }

    /// No attribute.
    package static var none: Attribute { Attribute("", .absent) }

    private static func flag(_ name: StaticString, _ isOn: Bool) -> Attribute {
        Attribute(name, isOn ? .flag : .absent)
    }

    private static func text(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, value.map(Value.text) ?? .absent)
    }
}

/// On any element; `nil` leaves the attribute out.
extension Attribute {
    package static func `class`(_ names: StaticString) -> Attribute {
        Attribute(" class", .fixed(names))
    }
    package static func id(_ id: String?) -> Attribute { text(" id", id) }
    package static func lang(_ language: Language) -> Attribute {
        Attribute(" lang", .fixed(language.code))
    }
    package static func title(_ title: String) -> Attribute { text(" title", title) }
    package static func hidden(_ isOn: Bool = true) -> Attribute { flag(" hidden", isOn) }
    package static func tabindex(_ value: Int) -> Attribute { text(" tabindex", String(value)) }
    package static func open(_ isOn: Bool) -> Attribute { flag(" open", isOn) }
    package static func role(_ role: StaticString) -> Attribute { Attribute(" role", .fixed(role)) }
    package static func label(_ text: String) -> Attribute { Self.text(" aria-label", text) }
    package static func labelledBy(_ id: String?) -> Attribute { text(" aria-labelledby", id) }
    package static func describedBy(_ ids: String?) -> Attribute { text(" aria-describedby", ids) }
    package static func current(_ kind: StaticString) -> Attribute {
        Attribute(" aria-current", .fixed(kind))
    }
    package static func silent() -> Attribute { Attribute(" aria-hidden", .fixed("true")) }
    package static func invalid(_ isOn: Bool) -> Attribute {
        Attribute(" aria-invalid", isOn ? .fixed("true") : .absent)
    }
    package static func live(_ kind: StaticString) -> Attribute {
        Attribute(" aria-live", .fixed(kind))
    }
    /// What the script of the site is to do with the element (see `Look/script.js`).
    package static func does(_ deed: StaticString) -> Attribute {
        Attribute(" data-aksi", .fixed(deed))
    }
    /// A value for the script.
    package static func data(_ value: String?) -> Attribute { text(" data-isi", value) }
}

/// Links, pictures, the head.
extension Attribute {
    package static func href(_ address: Address) -> Attribute {
        Attribute(" href", .address(address))
    }
    package static func src(_ address: Address) -> Attribute {
        Attribute(" src", .address(address))
    }
    package static func alt(_ text: String) -> Attribute { Self.text(" alt", text) }
    package static func width(_ value: Int) -> Attribute { text(" width", String(value)) }
    package static func height(_ value: Int) -> Attribute { text(" height", String(value)) }
    package static func loading(_ kind: StaticString) -> Attribute {
        Attribute(" loading", .fixed(kind))
    }
    package static func download(_ name: String? = nil) -> Attribute {
        name.map { text(" download", $0) } ?? flag(" download", true)
    }
    package static func rel(_ kind: StaticString) -> Attribute { Attribute(" rel", .fixed(kind)) }
    package static func hreflang(_ language: Language) -> Attribute {
        Attribute(" hreflang", .fixed(language.code))
    }
    static var hreflangDefault: Attribute { Attribute(" hreflang", .fixed("x-default")) }
    package static func datetime(_ value: String) -> Attribute { text(" datetime", value) }
    static func content(_ value: String) -> Attribute { text(" content", value) }
    static func refresh() -> Attribute { Attribute(" http-equiv", .fixed("refresh")) }
    static func charset() -> Attribute { Attribute(" charset", .fixed("utf-8")) }
    static func theme(_ theme: Theme) -> Attribute {
        Attribute(" data-tema", theme.name.map(Value.fixed) ?? .absent)
    }
    static func deferred() -> Attribute { flag(" defer", true) }
}

/// Forms.
extension Attribute {
    package static func method(_ method: StaticString) -> Attribute {
        Attribute(" method", .fixed(method))
    }
    package static func action(_ address: Address) -> Attribute {
        Attribute(" action", .address(address))
    }
    package static func formAction(_ address: Address) -> Attribute {
        Attribute(" formaction", .address(address))
    }
    package static func multipart(_ isOn: Bool = true) -> Attribute {
        Attribute(" enctype", isOn ? .fixed("multipart/form-data") : .absent)
    }
    package static func novalidate() -> Attribute { flag(" novalidate", true) }
    package static func name(_ name: String?) -> Attribute { text(" name", name) }
    package static func value(_ value: String?) -> Attribute { text(" value", value) }
    package static func type(_ type: StaticString) -> Attribute { Attribute(" type", .fixed(type)) }
    package static func `for`(_ id: String) -> Attribute { text(" for", id) }
    package static func form(_ id: String) -> Attribute { text(" form", id) }
    package static func checked(_ isOn: Bool) -> Attribute { flag(" checked", isOn) }
    package static func selected(_ isOn: Bool) -> Attribute { flag(" selected", isOn) }
    package static func multiple(_ isOn: Bool = true) -> Attribute { flag(" multiple", isOn) }
    package static func disabled(_ isOn: Bool) -> Attribute { flag(" disabled", isOn) }
    package static func readonly(_ isOn: Bool) -> Attribute { flag(" readonly", isOn) }
    package static func autofocus(_ isOn: Bool = true) -> Attribute { flag(" autofocus", isOn) }
    package static func inputmode(_ mode: StaticString) -> Attribute {
        Attribute(" inputmode", .fixed(mode))
    }
    package static func autocomplete(_ purpose: StaticString) -> Attribute {
        Attribute(" autocomplete", .fixed(purpose))
    }
    package static func spellcheck(_ isOn: Bool) -> Attribute {
        Attribute(" spellcheck", .fixed(isOn ? "true" : "false"))
    }
    package static func rows(_ count: Int) -> Attribute { text(" rows", String(count)) }
    package static func maxlength(_ count: Int?) -> Attribute {
        text(" maxlength", count.map { String($0) })
    }
    package static func max(_ value: Int) -> Attribute { text(" max", String(value)) }
    package static func accept(_ kinds: StaticString) -> Attribute {
        Attribute(" accept", .fixed(kinds))
    }
    package static func capture(_ isOn: Bool) -> Attribute {
        Attribute(" capture", isOn ? .fixed("environment") : .absent)
    }
}

/// Tables.
extension Attribute {
    package static func scope(_ scope: StaticString) -> Attribute {
        Attribute(" scope", .fixed(scope))
    }
    package static func colspan(_ count: Int) -> Attribute { text(" colspan", String(count)) }
    /// The heading that a cell shows in front of itself where the table is written as rows.
    package static func heading(_ text: String) -> Attribute { Self.text(" data-judul", text) }
}

/// Drawings.
extension Attribute {
    package static func viewBox(_ value: String) -> Attribute { text(" viewBox", value) }
    package static func d(_ value: String) -> Attribute { text(" d", value) }
    package static func points(_ value: String) -> Attribute { text(" points", value) }
    package static func transform(_ value: String) -> Attribute { text(" transform", value) }
    package static func x(_ value: Double) -> Attribute { text(" x", short(value)) }
    package static func y(_ value: Double) -> Attribute { text(" y", short(value)) }
    package static func x1(_ value: Double) -> Attribute { text(" x1", short(value)) }
    package static func y1(_ value: Double) -> Attribute { text(" y1", short(value)) }
    package static func x2(_ value: Double) -> Attribute { text(" x2", short(value)) }
    package static func y2(_ value: Double) -> Attribute { text(" y2", short(value)) }
    package static func r(_ value: Double) -> Attribute { text(" r", short(value)) }
    package static func cx(_ value: Double) -> Attribute { text(" cx", short(value)) }
    package static func cy(_ value: Double) -> Attribute { text(" cy", short(value)) }
    package static func wide(_ value: Double) -> Attribute { text(" width", short(value)) }
    package static func high(_ value: Double) -> Attribute { text(" height", short(value)) }
    package static func anchor(_ value: StaticString) -> Attribute {
        Attribute(" text-anchor", .fixed(value))
    }

    /// A number with at most two decimals, without a trailing zero.
    private static func short(_ value: Double) -> String {
        guard value.magnitude < 1e9 else { return "0" }
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
