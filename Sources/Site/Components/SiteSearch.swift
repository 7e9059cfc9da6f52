/// The search box over everything public: services, offices, news, and a request's number.
package struct SiteSearch: Component {
    package var query: String

    package init(_ query: String = "") { self.query = query }

    package func write(to html: HTML) {
        var form = Form(
            to: "/cari",
            [Field("q", .searchEverything, .text(TextInput(query, .search)))],
            buttons: [Button(.search, .secondary)]
        )
        form.isSearch = true
        html(form)
    }
}
