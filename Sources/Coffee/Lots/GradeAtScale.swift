import Stories

/// How good coffee looks to whoever buys it: by eye and hand beside the scale, no laboratory's
/// word.
package enum GradeAtScale: String, FactWord, CaseIterable {
    case best = "a"
    case fair = "b"
    case poor = "c"
}
