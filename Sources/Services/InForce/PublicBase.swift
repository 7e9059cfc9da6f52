import Blueprints

/// By which rule the public address of the site is found, without a slash at the end.
struct PublicBase: Sendable {
    /// Where the program listens.
    let here: String

    /// What the command line names, before everything else.
    let named: String?
    var isPractice = false

    /// A demo and a practice copy are opened at wherever it listens; a real site at its public address only.
    func address(of regency: RegencyFile) -> String {
        if let named { return named }
        let isHere = isPractice || regency.isDemo || regency.address.hasPrefix("http://127.0.0.1")
        return isHere && !here.isEmpty ? here : regency.address
    }
}
