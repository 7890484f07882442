import Foundation
import Testing

@testable import HearsayLedger

/// Random sequences of what can be done to a ledger, against a model that is simple enough to be believed.
///
/// A few run each time. `HEARSAY_SEQUENCES=10000` runs so many, `HEARSAY_SEED=17` that one alone, and `HEARSAY_SEED=17-400`
/// those.
@Suite struct LedgerModelTests {
    /// What was run.
    private struct Tally {
        var sequences = 0
        var steps = 0
        var refusals = 0
        var failures: [String] = []
    }

    private static let few = 20
    private static let workers = 2

    @Test func theLedgerDoesWhatTheModelDoes() async throws {
        let environment = ProcessInfo.processInfo.environment
        let seeds: ClosedRange<UInt64>
        let asked = environment["HEARSAY_SEED"]?.split(separator: "-").compactMap { UInt64($0) } ?? []
        if let first = asked.first, let last = asked.last, first <= last {
            seeds = first...last
        } else {
            seeds = 1...max(1, environment["HEARSAY_SEQUENCES"].flatMap(UInt64.init) ?? UInt64(Self.few))
        }
        let start = ContinuousClock.now
        let tally = await withTaskGroup(of: Tally.self) { group in
            for worker in 0..<Self.workers {
                group.addTask { Self.run(seeds.filter { Int($0) % Self.workers == worker }) }
            }
            return await group.reduce(into: Tally()) { sum, part in
                sum.sequences += part.sequences
                sum.steps += part.steps
                sum.refusals += part.refusals
                sum.failures += part.failures
            }
        }
        if seeds.count != Self.few {
            print(
                "\(tally.sequences) sequences, \(tally.steps) steps, \(tally.refusals) refused, "
                    + "\(ContinuousClock.now - start)")
        }
        for failure in tally.failures { Issue.record("\(failure)") }
    }

    private static func run(_ seeds: [UInt64]) -> Tally {
        var tally = Tally()
        do {
            let scratch = try Scratch()
            try scratch.ledger().close()
            for seed in seeds {
                let steps = ModelStep.sequence(seed: seed)
                (tally.sequences, tally.steps) = (tally.sequences + 1, tally.steps + steps.count)
                if let problem = problem(steps, template: scratch.path, refusals: &tally.refusals) {
                    tally.failures.append("seed \(seed): \(shrunk(steps, problem, template: scratch.path))")
                    if tally.failures.count == 5 { break }
                }
            }
        } catch {
            tally.failures.append("\(error)")
        }
        return tally
    }

    /// What is wrong after some steps; nil when nothing is.
    private static func problem(
        _ steps: [ModelStep], template: String, always: Bool = false, refusals: inout Int
    ) -> String? {
        do {
            let scratch = try Scratch()
            let run = try ModelRun(folder: scratch.folder, template: template)
            try run.run(steps, always: always)
            refusals += run.refusals
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// The fewest steps that still go wrong when one after another is left out, and how.
    private static func shrunk(_ steps: [ModelStep], _ problem: String, template: String) -> String {
        var (steps, problem) = (steps, problem)
        var (isShorter, ignored) = (true, 0)
        while isShorter {
            isShorter = false
            for place in steps.indices.reversed() {
                var fewer = steps
                fewer.remove(at: place)
                let found = Self.problem(fewer, template: template, always: true, refusals: &ignored)
                guard let found else { continue }
                (steps, problem, isShorter) = (fewer, found, true)
            }
        }
        return problem + "\n  after\n" + steps.map { "    \($0)" }.joined(separator: "\n")
    }
}
