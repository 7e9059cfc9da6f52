/// The one script of the site: nicer where it runs, not needed where it does not.
enum Script {
    static let text = ""
}
