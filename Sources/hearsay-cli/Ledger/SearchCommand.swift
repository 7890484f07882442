public import ArgumentParser
import Hearsay
import HearsayCore

extension SearchRequest.Scope: ExpressibleByArgument {}
extension Statement.Stance: ExpressibleByArgument {}

/// `hearsay search`.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds words in the statements, articles and voices of the ledger.",
        discussion: """
            EXAMPLES
              hearsay search mobilization
              hearsay search harbour levy --stance denies
              hearsay search --unnamed --due 2024-01-01..2024-12-31
              hearsay search --source 17 --outlet "The Gull"
              hearsay search --meaning "the harbour will be closed to ships"
              hearsay search --limit 5 --format json 300,000

            All words must occur. A star stands for the rest of a word: "mobili*"; the last word
            may be cut short without one where there is no such word. Filters alone
            find statements, the latest first. With --meaning statements and sentences are
            found that mean about the same: a sentence's opposite is near it too. Where there
            is more, the last line says how to go on.
            """)

    @Argument(help: "What to look for.")
    var words: [String] = []

    @Option(name: .customLong("in"), help: "What is looked through; everything if not given.")
    var scopes: [SearchRequest.Scope] = []

    @Option(help: ArgumentHelp("Only of this source, by its number.", valueName: "source"))
    var source: Int?

    @Option(help: ArgumentHelp("Only of this outlet, by name or domain.", valueName: "name"))
    var outlet: String?

    @Option(help: "Only statements with this stance.")
    var stance: Statement.Stance?

    @Option(help: ArgumentHelp("Only what was said in these days: 2024-03-01..2024-03-31.", valueName: "days"))
    var said: String?

    @Option(help: ArgumentHelp("Only forecasts due in these days.", valueName: "days"))
    var due: String?

    @Flag(inversion: .prefixedNo, help: "Only of sources without a name; --no-unnamed: only of named ones.")
    var unnamed: Bool?

    @Flag(inversion: .prefixedNo, help: "Only what came through somebody else; --no-relayed: only first-hand.")
    var relayed: Bool?

    @Flag(help: "Compare meanings instead of words.")
    var meaning = false

    @Option(help: ArgumentHelp("Go on behind this place of the same search.", valueName: "place"))
    var after: String?

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var model: ModelOptions

    @Option(help: ArgumentHelp("How many places at most.", valueName: "number"))
    var limit = 20

    @Option(help: "How the places are shown.")
    var format: DeskFormat = .text

    func validate() throws { if try request.isEmpty { throw ValidationError("Name words or a filter.") } }

    private var request: SearchRequest {
        get throws {
            var request = SearchRequest(words.joined(separator: " "))
            (request.scopes, request.source, request.outlet) = (Set(scopes), source, outlet)
            (request.stance, request.isUnnamed, request.isRelayed) = (stance, unnamed, relayed)
            (request.said, request.due) = (try days(said, "--said"), try days(due, "--due"))
            request.byMeaning = meaning
            return request
        }
    }

    /// "2024-03-01..2024-03-31", open on one side, or one day.
    private func days(_ text: String?, _ option: String) throws -> DayInterval? {
        guard let text else { return nil }
        let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        let days = parts.map { $0.isEmpty ? nil : CivilDay(iso: $0) }
        guard (1...2).contains(parts.count), zip(parts, days).allSatisfy({ $0.isEmpty || $1 != nil }),
            days.contains(where: { $0 != nil })
        else { throw ValidationError("\(option) '\(text)' is no day or days such as 2024-03-01..2024-03-31.") }
        let first = days[0] ?? SearchRequest.earliest
        return DayInterval(first, days.count == 1 ? first : days[1] ?? SearchRequest.latest)
    }

    func run() throws {
        let desk = try ledger.open(.read, reader: model)
        let request = try request
        let result = try DeskErrors.reported { try desk.search(request, limit: max(1, limit), after: after) }
        switch format {
        case .text:
            try Output.write(DeskText(style: Terminal.style(toFile: false)).hits(result.hits))
            if let next = result.next { Diagnostics.write("hearsay: there is more; go on with --after \(next)\n") }
        case .json: try Output.write(Twins.search(request.words, result))
        }
    }
}
