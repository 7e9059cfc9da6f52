import Blueprints

/// Nobody real may stand in a package: its examples are read by strangers.
///
/// A NIK is looked for in every file, comments included; a mobile number in the examples only,
/// since offices have numbers of their own.
enum InventedPeople {
    static func check(_ files: [SourceFile], of name: BlueprintName) throws(PackageProblem) {
        for file in files {
            let isExample = FileKind(path: file.path) == .example
            guard areAll(in: file.bytes, isExample: isExample) else {
                throw .realPerson(name, file: file.path)
            }
        }
    }

    /// Whether no number in it may be a real person's.
    static func areAll(in bytes: [UInt8], isExample: Bool) -> Bool {
        numbers(in: bytes).allSatisfy { digits in
            let isNIK = digits.utf8.count == 16 && !NIK.isInvented(digits)
            let isPhone = isExample && (Phone.read(digits).map { !Phone.isInvented($0) } ?? false)
            return !isNIK && !isPhone
        }
    }

    /// Runs of digits as people write numbers: in groups, between them a space, a hyphen or a dot.
    ///
    /// A single dot is that of a fraction, and a dot beside a space is that of a coordinate.
    private static func numbers(in written: [UInt8]) -> [String] {
        let bytes = withoutDigests(written)
        let dot = UInt8(ascii: ".")
        var found: [String] = []
        var run: [UInt8] = []
        var (dots, others) = (0, 0)
        func end() {
            if run.count >= 10, dots != 1 { found.append(String(decoding: run, as: UTF8.self)) }
            run.removeAll(keepingCapacity: true)
            (dots, others) = (0, 0)
        }
        for (index, byte) in bytes.enumerated() {
            if isDigit(byte) {
                run.append(byte)
                continue
            }
            let isBetween =
                index > 0 && index + 1 < bytes.count && isDigit(bytes[index - 1])
                && isDigit(bytes[index + 1])
            if isBetween, byte == dot, others == 0 {
                dots += 1
            } else if isBetween, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-"), dots == 0 {
                others += 1
            } else {
                end()
            }
        }
        end()
        return found
    }

    /// The same with a letter in each place of a digest or an id: they have sixteen digits beside
    /// each other now and then, and nobody's number is written into thirty-two of their kind.
    private static func withoutDigests(_ bytes: [UInt8]) -> [UInt8] {
        let letter = UInt8(ascii: "x")
        var cleared = bytes
        var start = 0
        for end in 0...bytes.count where end == bytes.count || !isHexadecimal(bytes[end]) {
            if end - start >= 32, !bytes[start..<end].allSatisfy(isDigit) {
                for place in start..<end { cleared[place] = letter }
            }
            start = end + 1
        }
        return cleared
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
