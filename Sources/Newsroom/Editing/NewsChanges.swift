import Site
import Stories

/// What a draft changes in what is published: whoever approves it sees just that.
struct NewsChanges: Component {
    var lines: [ChangeLine]

    private let language: Language

    /// In that language, but for what the texts themselves say.
    init(from was: NewsText, to now: NewsText, in language: Language) {
        lines = []
        self.language = language
        add(.section, was.section.words, now.section.words)
        add(.newsTitle, was.title, now.title)
        add(.newsBody, lines: was.body, now.body)
        add(.writer, was.writer, now.writer)
        add(.editor, was.editor, now.editor)
        add(.source, was.source, now.source)
        add(.video, was.video, now.video)
        addPicture(was.picture, now.picture)
        add(.englishTitle, was.titleInEnglish, now.titleInEnglish)
        add(.englishBody, lines: was.bodyInEnglish, now.bodyInEnglish)
    }

    private mutating func addPicture(_ was: NewsPicture?, _ now: NewsPicture?) {
        if was?.digest != now?.digest {
            let former = was.map { _ in Words.formerPicture.text(in: language) }
            let new = now.map { _ in Words.newPicture.text(in: language) }
            lines.append(ChangeLine(.picture, was: former, now: new))
        }
        add(.whatPictureShows, was?.shows ?? "", now?.shows ?? "")
        add(.caption, was?.caption ?? "", now?.caption ?? "")
        add(.englishPicture, was?.showsInEnglish ?? "", now?.showsInEnglish ?? "")
    }

    private mutating func add(_ name: Words, _ was: Words, _ now: Words) {
        add(name, was.text(in: language), now.text(in: language))
    }

    private mutating func add(_ name: Words, _ was: String, _ now: String) {
        guard was != now else { return }
        lines.append(
            ChangeLine(name, was: was.isEmpty ? nil : was, now: now.isEmpty ? nil : now)
        )
    }

    /// Only the lines that differ, in the order of the new text.
    private mutating func add(_ name: Words, lines was: String, _ now: String) {
        func parts(_ text: String) -> [String] {
            text.split(whereSeparator: \.isNewline).map(String.init)
        }
        for change in parts(now).difference(from: parts(was)) {
            switch change {
            case .remove(_, let line, _): add(name, line, "")
            case .insert(_, let line, _): add(name, "", line)
            }
        }
    }

    func write(to html: HTML) {
        html(.h2, .whatChanges)
        for line in lines { html(line) }
    }
}
