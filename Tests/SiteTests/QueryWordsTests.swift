import Site
import Testing

/// What an address asks, as browsers write it.
struct QueryWordsTests {
    @Test(
        arguments: [
            ("cari=surat+usaha", "surat usaha"), ("cari=surat%20usaha", "surat usaha"),
            ("cari=a%2Bb", "a+b"), ("cari=", ""), ("cari", ""), ("x=1&cari=dua&cari=tiga", "dua"),
            ("cari=a=b", "a=b"), ("cari=%C3%A9", "é"),
            // An address that was cut off, or that no browser wrote, stands as it is.
            ("cari=50%", "50%"), ("cari=%zz", "%zz"), ("cari=%ff", "%ff"),
            ("cari=a%00b", "a%00b"),
        ]
    )
    func `a plus sign is a space, and a broken escape stands as it is`(
        query: String,
        value: String
    ) {
        #expect(QueryWords(query)["cari"].map(String.init) == value)
    }

    @Test func `what is not asked is nil, and a name may stand many times`() {
        let query = QueryWords("untuk=a&untuk=b+c&&=x")
        #expect(query["cari"] == nil)
        #expect(query.getAll("untuk").map(String.init) == ["a", "b c"])
        #expect(QueryWords("")["cari"] == nil)
        let many = QueryWords((0..<5000).map { "n\($0)=1" }.joined(separator: "&"))
        #expect(many["n0"] == "1" && many["n4999"] == nil)
    }
}
