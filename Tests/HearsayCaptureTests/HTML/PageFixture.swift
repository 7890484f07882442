import HearsayCore

@testable import HearsayCapture

/// Pages with a numbered story about a pier, for tests of what becomes of each paragraph.
enum PageFixture {
    private static let sentences = [
        "The harbour board of Kelmoor voted on Tuesday to close the old pier after an inspection found cracks.",
        "Marta Vell, who chairs the board, told residents that the work would take at least eleven months.",
        "Fishermen who land their catch there said that the nearest other quay lies far to the north.",
        "A report by the engineers warned two years ago that the piles were losing strength every winter.",
        "The ministry has promised half of the money, but the town must first show where the rest comes from.",
        "Shopkeepers along the waterfront expect to lose most of the summer trade, and let workers go early.",
    ]

    /// A paragraph's words, which start with its number: "P3 …".
    static func words(_ number: Int) -> String { "P\(number) " + sentences[number % sentences.count] }

    /// Paragraphs with their numbers.
    static func paragraphs(_ numbers: ClosedRange<Int>) -> String { numbers.map { "<p>\(words($0))</p>" }.joined() }

    /// A page around some markup.
    static func page(_ body: String) -> String {
        "<html><head><title>Kelmoor closes old pier</title></head><body>\(body)</body></html>"
    }

    /// The body's paragraphs of a page around some markup.
    static func body(_ markup: String, url: String? = nil) throws -> [String] {
        var options = CaptureOptions(format: .html)
        options.url = url
        let document = try DocumentReader().document(from: Array(page(markup).utf8), id: "p", options: options)
        return document.text.string(document.body).split(separator: "\n\n").map(String.init)
    }

    /// The numbers of the paragraphs in the body of a page around some markup.
    static func numbers(_ markup: String, url: String? = nil) throws -> [Int] {
        try body(markup, url: url).compactMap { paragraph in
            paragraph.hasPrefix("P") ? Int(paragraph.dropFirst().prefix { $0.isNumber }) : nil
        }
    }
}
