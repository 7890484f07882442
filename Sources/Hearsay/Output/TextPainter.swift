/// Lines for a terminal: foreign text made safe, wrapped to the width, coloured where that is wanted.
struct TextPainter {
    /// How words look.
    enum Paint: String {
        case plain = ""
        case bold = "1"
        case faint = "2"
        case named = "1;36"
        case unnamed = "1;33"
        case other = "1;35"
        case value = "32"
        case alarm = "1;31"
    }

    let style: OutputStyle

    /// A paragraph; its first line is indented by `indent`, the others by `hanging` more.
    func wrapped(_ text: String, indent: Int = 0, hanging: Int = 0, _ paint: Paint = .plain) -> [String] {
        let safe = PlainText.singleLine(text)
        let lines = PlainText.wrap(safe, width: style.width - indent - hanging)
        return lines.enumerated().map { number, line in
            String(repeating: " ", count: indent + (number > 0 ? hanging : 0)) + self.paint(line, paint)
        }
    }

    /// A paragraph with leads of our own before its first line and before all others.
    func wrapped(_ text: String, lead: (first: String, rest: String), _ paint: Paint = .plain) -> [String] {
        let lines = PlainText.wrap(
            PlainText.singleLine(text), width: style.width - max(lead.first.count, lead.rest.count))
        return lines.enumerated().map { number, line in
            (number == 0 ? lead.first : lead.rest) + self.paint(line, paint)
        }
    }

    /// Words that are known to be safe.
    func paint(_ text: String, _ paint: Paint) -> String {
        style.colour && paint != .plain ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// A line across.
    var rule: String { paint(String(repeating: "─", count: style.width), .faint) }
}
