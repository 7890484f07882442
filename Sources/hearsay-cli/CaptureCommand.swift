import ArgumentParser
import Hearsay
import HearsayCore

/// `hearsay capture`.
struct CaptureCommand: ParsableCommand {
    /// The forms in which documents are shown.
    enum Format: String, CaseIterable, ExpressibleByArgument { case json, jsonl, text }

    static let configuration = CommandConfiguration(
        commandName: "capture", abstract: "Shows the document behind an article: its text and what is known about it.",
        discussion: """
            EXAMPLES
              hearsay capture page.html
              hearsay capture --format text page.html
              hearsay capture --format jsonl --charset windows-1252 old-pages/ > documents.jsonl
            """)

    @OptionGroup var input: InputOptions

    @Option(help: "How the documents are shown; text is the article's body alone.")
    var format: Format = .json

    @Option(
        help: ArgumentHelp(
            "Write to this file, which appears when it is whole, instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func validate() throws { try input.required() }

    func run() throws {
        var session = Session(input: input, output: output)
        let style = Terminal.style(toFile: output != nil)
        let engine = ReadingEngine.capturing()
        let work = { @Sendable (item: InputItem) in (try engine.document(item), item.origin) }
        try session.run(work: work) { captured, id in
            let (document, origin) = captured
            return switch format {
            case .text: Array((document.text.string(document.body) + "\n").utf8)
            case .json, .jsonl:
                DocumentJSON.bytes(
                    of: document, id: id, origin: origin, indented: format == .json && style.indented)
            }
        }
    }
}
