struct Pattern {
    init?(_ text: String, flags: String) { return nil }
    func isFound(in: String, steps: inout Int) -> Bool? { nil }
    func replacing(in: String, with: String, steps: inout Int) -> String? { nil }
    func split(_: String, steps: inout Int) -> [String]? { nil }
}
