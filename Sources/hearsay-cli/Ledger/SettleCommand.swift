public import ArgumentParser
import Hearsay
public import HearsayCore

extension Claim.Outcome: ExpressibleByArgument {}

/// `hearsay settle`.
struct SettleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Logs what became of a forecast, with the evidence.",
        discussion: """
            EXAMPLES
              hearsay settle c3f2a91b04d false --evidence https://gull.example/2026/05/02/no-call-up
              hearsay settle c3f2a91b04d true --evidence "article 14" --judge "Mara Ilves"
              hearsay settle c3f2a91b04d open --evidence "settled by mistake"

            A judgement is never changed; a later one counts. `open` takes an earlier one back.
            Forecasts that cannot be settled, such as conditions that never came, are `void`.
            """)

    @Argument(help: ArgumentHelp("The claim's id, as `hearsay due` and `hearsay trace` give it.", valueName: "claim"))
    var claim: String

    @Argument(help: "What became of it: true, false, void, or open to take a judgement back.")
    var outcome: Claim.Outcome

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("What shows it: an address, an article, or words. May be given again.", valueName: "text"))
    var evidence: [String]

    @Option(help: ArgumentHelp("Who judges.", valueName: "name"))
    var judge: String?

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if evidence.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
            throw ValidationError("Say what shows it: --evidence 'an address, an article, or words'.")
        }
    }

    func run() throws {
        let desk = try ledger.open(.write)
        let settled = try DeskErrors.reported {
            try desk.settle(claim, outcome: outcome, evidence: evidence, judge: judge)
            return try desk.claim(claim)?.claim
        }
        try Output.write("settled \(claim) as \(outcome.rawValue): \(settled?.text ?? "")\n")
    }
}
