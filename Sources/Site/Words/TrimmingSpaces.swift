extension String {
    /// Without the blanks around it that fingers and clipboards leave.
    package var trimmingSpaces: String {
        let rest = drop { $0.isWhitespace }
        return String(rest.reversed().drop { $0.isWhitespace }.reversed())
    }
}
