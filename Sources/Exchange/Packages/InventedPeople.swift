import Blueprints

/// Nobody real may stand in a package: its examples are read by strangers.
///
/// A NIK is looked for in every file, comments included; a mobile number in the examples only,
/// since offices have numbers of their own.
enum InventedPeople {
    static func check(_ files: [SourceFile], of name: BlueprintName) throws(PackageProblem) {
        for file in files {
            let isExample = FileKind(path: file.path) == .example
            for digits in numbers(in: file.bytes) {
                let isNIK = digits.utf8.count == 16 && !NIK.isInvented(digits)
                let isPhone =
                    isExample && (Phone.read(digits).map { !Phone.isInvented($0) } ?? false)
                guard !isNIK, !isPhone else { throw .realPerson(name, file: file.path) }
            }
        }
    }

    /// Runs of digits as people write numbers: single spaces, dots and hyphens stand between.
    private static func numbers(in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        var run: [UInt8] = []
        var gap = 0
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func end() {
            if run.count >= 10 { found.append(String(decoding: run, as: UTF8.self)) }
            run.removeAll(keepingCapacity: true)
        }
        for (index, byte) in bytes.enumerated() {
            if isDigit(byte) {
                run.append(byte)
                gap = 0
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."), gap == 0,
                !run.isEmpty, bytes.indices.contains(index + 1), isDigit(bytes[index + 1])
            {
                gap = 1
            } else {
                end()
                gap = 0
            }
        }
        end()
        // A digest is hexadecimal, and what stands between its letters is no number of anybody.
        return found
    }
}
