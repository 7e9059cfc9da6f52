import Stories

/// How much one element counts, which offices round differently.
///
/// The law prints one ninth as 0,11; figures differ by up to 0.9 points. So each published figure
/// says by which policy it was made, and can be made again.
package enum WeightPolicy: String, FactWord {
    /// One ninth as it is.
    case exact = "tepat"
    case thousandths = "0.111"
    case hundredths = "0.11"

    /// The weight of each of so many elements that were asked about.
    package func weight(of asked: Int) -> Ratio {
        switch self {
        case .exact: Ratio(1, asked)
        case .thousandths: Ratio(Ratio(1, asked).rounded(decimals: 3), 1000)
        case .hundredths: Ratio(Ratio(1, asked).rounded(decimals: 2), 100)
        }
    }
}
