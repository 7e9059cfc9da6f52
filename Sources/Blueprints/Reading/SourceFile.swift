/// A file of a folder as it lies there: its path in the folder and its bytes.
package struct SourceFile: Hashable, Sendable {
    /// Relative to the folder, with `/` between its parts.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
