import Testing

@testable import HearsayReckoning

@Suite struct JeffreysIntervalTests {
    /// By SciPy 1.17.1 (`scipy.stats.beta.ppf`).
    @Test(arguments: [
        (0, 1, 0, 0.853253683690425), (1, 1, 0.146746316309575, 1), (0, 10, 0, 0.217196267509211),
        (10, 10, 0.782803732490789, 1), (1, 2, 0.0608302759200973, 0.939169724079903),
        (3, 10, 0.0926945939381532, 0.605818318148671), (7, 10, 0.394181681851329, 0.907305406061847),
        (1, 20, 0.0054490325814266, 0.210818636249265), (50, 100, 0.403173950896418, 0.596826049103582),
        (999, 1000, 0.995335541191209, 0.999892081195319), (12, 400, 0.0165021845264987, 0.0502480946131538),
        (99990, 100_000, 0.99982261292858, 0.999948584390577),
    ])
    func knownBounds(successes: Int, trials: Int, lower: Double, upper: Double) throws {
        let bounds = try #require(JeffreysInterval.bounds(successes: successes, of: trials))
        #expect(abs(bounds.lowerBound - lower) < 1e-9)
        #expect(abs(bounds.upperBound - upper) < 1e-9)
    }

    @Test func nothingIsKnownWithoutTrials() {
        #expect(JeffreysInterval.bounds(successes: 0, of: 0) == nil)
    }

    @Test func boundsHoldTheShareAndNarrowWithMoreCases() throws {
        for trials in 1...60 {
            var last: ClosedRange<Double>?
            for successes in 0...trials {
                let bounds = try #require(JeffreysInterval.bounds(successes: successes, of: trials))
                let many = try #require(JeffreysInterval.bounds(successes: successes * 10, of: trials * 10))
                #expect(bounds.contains(Double(successes) / Double(trials)))
                #expect(many.upperBound - many.lowerBound < bounds.upperBound - bounds.lowerBound)
                if let last { #expect(last.lowerBound < bounds.lowerBound && last.upperBound < bounds.upperBound) }
                last = bounds
            }
        }
    }
}
