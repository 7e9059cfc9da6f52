extension Migrations {
    static let marksNumber = 3

    /// 0003: beside each event a mark of its bytes, compared whenever they are read.
    ///
    /// NULL only until `FillingMarks` has been there.
    static let marksOfEvents: [SQL] = ["ALTER TABLE events ADD COLUMN mark BIGINT"]
}
