/// An element of HTML that our pages use.
///
/// There is no `script` or `style` with content: the policy of the site forbids both inline.
package struct Element: Sendable {
    let start: StaticString
    let end: StaticString?

    private init(_ start: StaticString, _ end: StaticString?) {
        self.start = start
        self.end = end
    }
}

/// The whole page.
extension Element {
    static var html: Element { Element("<html", "</html>") }
    static var head: Element { Element("<head", "</head>") }
    static var body: Element { Element("<body", "</body>") }
    static var title: Element { Element("<title", "</title>") }
    static var meta: Element { Element("<meta", nil) }
    static var link: Element { Element("<link", nil) }
    static var script: Element { Element("<script", "</script>") }
}

/// Parts of a page.
extension Element {
    package static var header: Element { Element("<header", "</header>") }
    package static var nav: Element { Element("<nav", "</nav>") }
    package static var main: Element { Element("<main", "</main>") }
    package static var section: Element { Element("<section", "</section>") }
    package static var article: Element { Element("<article", "</article>") }
    package static var aside: Element { Element("<aside", "</aside>") }
    package static var footer: Element { Element("<footer", "</footer>") }
    package static var div: Element { Element("<div", "</div>") }
    package static var h1: Element { Element("<h1", "</h1>") }
    package static var h2: Element { Element("<h2", "</h2>") }
    package static var h3: Element { Element("<h3", "</h3>") }
    package static var h4: Element { Element("<h4", "</h4>") }
    package static var details: Element { Element("<details", "</details>") }
    package static var summary: Element { Element("<summary", "</summary>") }
    package static var figure: Element { Element("<figure", "</figure>") }
    package static var figcaption: Element { Element("<figcaption", "</figcaption>") }
}

/// Text.
extension Element {
    package static var p: Element { Element("<p", "</p>") }
    package static var span: Element { Element("<span", "</span>") }
    package static var a: Element { Element("<a", "</a>") }
    package static var b: Element { Element("<b", "</b>") }
    package static var i: Element { Element("<i", "</i>") }
    package static var strong: Element { Element("<strong", "</strong>") }
    package static var small: Element { Element("<small", "</small>") }
    package static var code: Element { Element("<code", "</code>") }
    package static var pre: Element { Element("<pre", "</pre>") }
    package static var ins: Element { Element("<ins", "</ins>") }
    package static var del: Element { Element("<del", "</del>") }
    package static var time: Element { Element("<time", "</time>") }
    package static var abbr: Element { Element("<abbr", "</abbr>") }
    package static var blockquote: Element { Element("<blockquote", "</blockquote>") }
    package static var br: Element { Element("<br", nil) }
    package static var hr: Element { Element("<hr", nil) }
    package static var img: Element { Element("<img", nil) }
    package static var iframe: Element { Element("<iframe", "</iframe>") }
    package static var output: Element { Element("<output", "</output>") }
}

/// Lists and tables.
extension Element {
    package static var ul: Element { Element("<ul", "</ul>") }
    package static var ol: Element { Element("<ol", "</ol>") }
    package static var li: Element { Element("<li", "</li>") }
    package static var dl: Element { Element("<dl", "</dl>") }
    package static var dt: Element { Element("<dt", "</dt>") }
    package static var dd: Element { Element("<dd", "</dd>") }
    package static var table: Element { Element("<table", "</table>") }
    package static var caption: Element { Element("<caption", "</caption>") }
    package static var thead: Element { Element("<thead", "</thead>") }
    package static var tbody: Element { Element("<tbody", "</tbody>") }
    package static var tfoot: Element { Element("<tfoot", "</tfoot>") }
    package static var tr: Element { Element("<tr", "</tr>") }
    package static var th: Element { Element("<th", "</th>") }
    package static var td: Element { Element("<td", "</td>") }
}

/// Forms.
extension Element {
    package static var form: Element { Element("<form", "</form>") }
    package static var fieldset: Element { Element("<fieldset", "</fieldset>") }
    package static var legend: Element { Element("<legend", "</legend>") }
    package static var label: Element { Element("<label", "</label>") }
    package static var input: Element { Element("<input", nil) }
    package static var textarea: Element { Element("<textarea", "</textarea>") }
    package static var select: Element { Element("<select", "</select>") }
    package static var option: Element { Element("<option", "</option>") }
    package static var button: Element { Element("<button", "</button>") }
    package static var progress: Element { Element("<progress", "</progress>") }
    package static var meter: Element { Element("<meter", "</meter>") }
}

/// Drawings (charts, maps, the crest).
extension Element {
    package static var svg: Element { Element("<svg", "</svg>") }
    package static var group: Element { Element("<g", "</g>") }
    package static var path: Element { Element("<path", "</path>") }
    package static var rect: Element { Element("<rect", "</rect>") }
    package static var circle: Element { Element("<circle", "</circle>") }
    package static var line: Element { Element("<line", "</line>") }
    package static var polyline: Element { Element("<polyline", "</polyline>") }
    package static var polygon: Element { Element("<polygon", "</polygon>") }
    package static var drawnText: Element { Element("<text", "</text>") }
    package static var drawingTitle: Element { Element("<title", "</title>") }
    package static var drawingDescription: Element { Element("<desc", "</desc>") }
}
