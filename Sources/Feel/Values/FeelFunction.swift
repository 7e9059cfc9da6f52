/// A function as a value: written in FEEL, or lent by the host.
///
/// Two functions are equal only when they are the same one.
package final class FeelFunction: Hashable, Sendable {
    package let parameters: [String]
    let types: [FeelType?]
    let body: Body

    enum Body: Sendable {
        case written(Expression, [Frame])
        case host(@Sendable ([FeelValue]) -> FeelValue)
    }

    init(parameters: [String], types: [FeelType?], body: Body) {
        self.parameters = parameters
        self.types = types
        self.body = body
    }

    /// A function of the host; it gets one value for each parameter, null for what was left out.
    package convenience init(
        parameters: [String],
        host: @escaping @Sendable ([FeelValue]) -> FeelValue
    ) {
        self.init(
            parameters: parameters,
            types: parameters.map { _ in nil },
            body: .host(host)
        )
    }

    package static func == (left: FeelFunction, right: FeelFunction) -> Bool { left === right }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
