/// The elements that the extractor tells apart; all others are `other`.
enum HTMLTag: UInt8, CaseIterable {
    case other, document, text
    case a, abbr, address, article, aside, b, base, blockquote, body, br, button, caption, center, cite, code, dd, del,
        details, dialog
    case div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, h1, h2, h3, h4, h5, h6, head, header,
        hr
    case html, i, iframe, img, input, ins, label, li, link, main, map, mark, menu, meta, nav, noscript, object, ol,
        option, p
    case picture, pre, q, s, script, section, select, small, source, span, strong, style, sub, sup, svg, table, tbody,
        td
    case template, textarea, tfoot, th, thead, time, title, tr, u, ul, video, audio, canvas

    /// The name in small letters; nil for what is no element of HTML.
    var name: String? { rawValue < HTMLTag.a.rawValue ? nil : "\(self)" }

    /// Elements that stand in a line of text and do not break it.
    var isInline: Bool {
        switch self {
        case .text, .a, .abbr, .b, .cite, .code, .del, .em, .font, .i, .ins, .mark, .q, .s, .small, .span, .strong,
            .sub, .sup,
            .time, .u, .label, .button, .other, .img, .picture, .source, .map:
            true
        default: false
        }
    }

    /// Elements whose content is never words of an article.
    var isNeverText: Bool {
        switch self {
        case .script, .style, .noscript, .template, .svg, .iframe, .object, .embed, .video, .audio, .canvas, .head,
            .button,
            .select, .option, .input, .textarea, .dialog, .nav, .menu, .map:
            true
        default: false
        }
    }

    /// h1 to h6.
    var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }
}
