import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct MarkdownAnalysisTests {
    private func document(_ text: String, _ options: CaptureOptions = .init()) throws -> Document {
        var options = options
        options.format = .markdown
        let document = try DocumentReader().document(from: Array(text.utf8), id: "d", options: options)
        #expect(document.text.utf8 == Array(text.utf8))
        return document
    }

    /// The blocks with their marks taken out.
    private func blocks(_ document: Document) -> [String] {
        document.blocks.map { block in
            let within = document.markup.filter { block.span.contains($0) }
            let words = InlineMarkup.stripped(block.span, of: document.text, tags: within)
            return "\(block.kind.rawValue): \(Whitespace.collapsed(words).string)"
        }
    }

    private func blocks(_ text: String) throws -> [String] { blocks(try document(text)) }

    @Test func articleWithFrontMatter() throws {
        let text = """
            ---
            title: "Council shuts the old pier"  # set by the desk
            date: 2031-03-04T07:30:00+01:00
            lastmod: 2031-03-05
            authors:
              - Mara Quill
              - name: Tom Reed
                role: desk
            canonical_url: https://www.harbourpost.example/pier
            lang: en-GB
            description: >
              A pier is shut.
            ---

            ![The old pier. Jane Roe / AFP](https://img.example/pier.png "Pier")

            The council of **Kelmoor** has shut the *old* pier, the [Gazette][g] reported
            on Monday, citing `two` clerks. See <https://kelmoor.example/a>.

            ## What next

            > \u{201C}It was not safe,\u{201D} the harbour master
            > told the [Post](https://post.example/x "A \\"post\\"") on Tuesday.

            - The pier may open in May.
            - The ferry will not\\_run.

            Correction: The pier is in Kelmoor.

            ```
            let pier = false
            ```
            <!-- a note
            for the desk -->
            ***
            [g]: https://gazette.example/pier
            """
        let document = try document(text)
        #expect(
            blocks(document) == [
                "headline: Council shuts the old pier",
                "paragraph: The council of Kelmoor has shut the old pier, the Gazette reported on Monday, citing two clerks. See https://kelmoor.example/a.",
                "heading: What next",
                "paragraph: \u{201C}It was not safe,\u{201D} the harbour master told the Post on Tuesday.",
                "paragraph: The pier may open in May.", "paragraph: The ferry will not_run.",
                "note: Correction: The pier is in Kelmoor.",
            ])
        #expect(document.headline == "Council shuts the old pier")
        #expect(document.published == "2031-03-04T07:30:00+01:00" && document.modified == "2031-03-05")
        #expect(document.authors == ["Mara Quill", "Tom Reed"])
        #expect(document.canonicalURL == "https://www.harbourpost.example/pier")
        #expect(document.outlet.domain == "harbourpost.example" && document.language == "en-GB")
        #expect(
            document.images == [
                .init(url: "https://img.example/pier.png", caption: "The old pier.", credit: "Jane Roe / AFP")
            ])
        #expect(
            document.links.map { [$0.url, $0.text, $0.span.map { document.text.string($0) } ?? ""] } == [
                ["https://gazette.example/pier", "Gazette", "Gazette"],
                ["https://kelmoor.example/a", "https://kelmoor.example/a", "https://kelmoor.example/a"],
                ["https://post.example/x", "Post", "Post"],
            ])
        #expect(document.updates == [.init(kind: .correction, text: "Correction: The pier is in Kelmoor.")])
        #expect(document.text.string(document.body).hasPrefix("The council"))
    }

    @Test func headings() throws {
        #expect(
            try blocks(
                "A pier\n======\n\nBy Jane Roe\n\nMarch 4, 2031\n\nIt was shut.\n\nWhy\n---\nIt broke. ##\n\n### Then ###\nIt fell."
            )
                == [
                    "headline: A pier", "byline: By Jane Roe", "dateline: March 4, 2031", "paragraph: It was shut.",
                    "heading: Why", "paragraph: It broke. ##", "heading: Then", "paragraph: It fell.",
                ])
        let document = try document("# A **pier**\n\nIt was shut.\n\n# Later\n\nIt fell.")
        #expect(document.headline == "A pier")
        #expect(document.blocks.map(\.kind) == [.headline, .paragraph, .heading, .paragraph])
    }

    @Test(arguments: [
        ("*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"), ("snake_case_name and 2*3*4", "snake_case_name and 234"),
        ("a * b and * c", "a * b and * c"), ("**\u{201C}Quoted,\u{201D}** he said", "\u{201C}Quoted,\u{201D} he said"),
        ("**open and *closed*", "**open and closed"), ("``a ` b`` c", "a ` b c"),
        ("\\*not\\* emphasis", "*not* emphasis"),
        ("[a](https://x.example/(1)) b", "a b"), ("[a](not closed", "[a](not closed"), ("[a] [b][] c", "[a] [b][] c"),
        ("a [1] note[^2]", "a [1] note"), ("x ![alt](https://x.example/a.png) y", "x y"),
        ("a<br>b <u>c</u> <!-- d --> e", "ab c e"), ("one\\\ntwo", "one two"),
        ("[![alt](https://x.example/a.png)](https://x.example) z", "z"),
        ("[a [b](https://x.example) c](https://y.example)", "[a b c](https://y.example)"),
    ])
    func marksInsideAParagraph(_ text: String, _ expected: String) throws {
        #expect(try blocks("First one.\n\n\(text).\n\nLast one.")[1] == "paragraph: \(expected).")
    }

    @Test func whatIsNoParagraph() throws {
        let text = """
            A first one.

                code by indent

            ~~~ swift
            code

            more
            ~~~
            | Ward | Votes |
            |------|------:|
            | East | 1,203 |

            <script>
            let a = 1
            </script>
            [^1]: A footnote
            that goes on.

            * * *
            <div class="x">
            Inside a tag.
            </div>
            """
        #expect(
            try blocks(text) == [
                "paragraph: A first one.", "paragraph: Ward Votes", "paragraph: East 1,203",
                "paragraph: Inside a tag.",
            ])
    }

    @Test func wordsInATableWithoutStrokesEndIt() throws {
        #expect(try blocks("|--|\nA word\nb | c") == ["paragraph: A word b | c"])
    }

    @Test func pictureWithACaptionBelow() throws {
        let document = try document(
            "# Pier\n\n![pier](https://x.example/a.png)\n*The old pier. Photo: Jane Roe*\n\nIt was shut.")
        #expect(
            document.images == [.init(url: "https://x.example/a.png", caption: "The old pier.", credit: "Jane Roe")])
        #expect(document.blocks.map(\.kind) == [.headline, .caption, .paragraph])
    }

    @Test func callerOutranksTheFrontMatter() throws {
        var options = CaptureOptions(url: "https://a.example/b", outlet: "Coast", published: "2031-01-01")
        options.byline = "Ann Ost"
        let text =
            "---\ntitle: Pier\nurl: /pier\ndate: 2030-01-01\nauthor: [Jo Ash, Kim Ash]\nsite: Post\n---\n\nIt was shut."
        let given = try document(text, options)
        #expect(given.url == options.url && given.published == "2031-01-01" && given.authors == ["Ann Ost"])
        #expect(given.outlet == .init(name: "Coast", domain: "a.example"))
        let own = try document(text)
        #expect(own.url == nil && own.authors == ["Jo Ash", "Kim Ash"] && own.outlet.name == "Post")
        #expect(own.headline == "Pier" && own.published == "2030-01-01")
        // Front matter is found in a file that says nothing of its format.
        #expect(try DocumentReader().document(from: Array(text.utf8), id: "d").headline == "Pier")
    }
}
