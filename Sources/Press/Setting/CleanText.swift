/// What may reach paper: text without characters that steer instead of being read.
///
/// Control characters and NUL would break the file or the layout. Direction overrides go too,
/// since with them a letter could show one text and be copied as another.
func cleanText(_ text: String) -> String {
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A }) { return text }
    var clean = String.UnicodeScalarView()
    var sinceSpace = 0
    for character in text {
        sinceSpace = character == " " || character == "\n" ? 0 : sinceSpace + 1
        // A thousand accents on one letter are no name, and take pango minutes to place.
        for scalar in character.unicodeScalars.prefix(mostScalars) {
            switch scalar.value {
            case 0x0A, 0x85, 0x2028, 0x2029: clean.append("\n")
            case 0x0D where character != "\r\n": clean.append("\n")
            case 0x09: clean.append(" ")
            // A line that may break nowhere is as slow as a thousand accents.
            case 0xA0 where sinceSpace > mostUnbroken: clean.append(" ")
            case 0..<0x20, 0x7F..<0xA0: continue
            case 0xAD, 0xFEFF, 0xFFF9...0xFFFC, 0xE0000...0xE0FFF: continue
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: continue
            case let value where value & 0xFFFE == 0xFFFE: continue
            default: clean.append(scalar)
            }
        }
    }
    return String(clean)
}

/// Code points in one character as read; a family of four in emoji has seven.
private let mostScalars = 16

/// Characters that spaces of the kind that never breaks may hold together.
private let mostUnbroken = 60
