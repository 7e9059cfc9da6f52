/// How large a file may be: far more than any service needs, far less than harms.
package enum FileLimits {
    package static let bytesOfFile = 1_000_000
    static let bytesOfLine = 20_000
    static let depth = 32

    /// After so many findings in one file more would only hide the first ones.
    static let diagnostics = 200
}
