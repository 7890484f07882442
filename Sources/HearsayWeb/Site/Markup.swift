internal import Hearsay
internal import HearsayCore
internal import Mustache

/// HTML that templates insert as it is. It can only be made here, by code that escapes every word that comes from
/// outside; the fields of views that hold it have names that end in "Markup".
struct Markup: MustacheCustomRenderable, Sendable {
    let renderText: String
    var isNull: Bool { renderText.isEmpty }

    private init(_ html: String) { renderText = html }

    /// The headline, text and voices of an article.
    static func article(_ parts: ReadingMarkup) -> (headline: Markup?, text: Markup, voices: Markup) {
        (parts.headline.map { Markup($0) }, Markup(parts.text), Markup(parts.legend))
    }
}
