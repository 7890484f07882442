import Foundation
import Testing

@testable import HearsayReckoning

@Suite struct BetaDistributionTests {
    /// I_x(a, b) by SciPy 1.17.1 (`scipy.special.betainc`).
    private static let known: [(a: Double, b: Double, x: Double, value: Double)] = [
        (0.5, 0.5, 0.3, 0.3690101195655454), (2, 3, 0.4, 0.5248), (0.5, 20.5, 0.001, 0.1595393030401651),
        (12.5, 3.5, 0.9, 0.8951751498307849), (100.5, 200.5, 0.35, 0.7261705902512441),
        (1000.5, 0.5, 0.999, 0.1571435233655188), (50000.5, 50000.5, 0.501, 0.7364560945866643),
        (30.5, 2.5, 0.75, 0.002989614238706521), (3.5, 900.5, 0.0001, 1.76533420240801e-05),
    ]

    @Test func knownValues() {
        for (a, b, x, value) in Self.known {
            let error = abs(BetaDistribution(alpha: a, beta: b).cumulative(x) - value)
            #expect(error < 1e-10, "\(a) \(b) \(x): off by \(error)")
        }
    }

    @Test func closedForms() {
        for x in stride(from: 0.01, to: 1, by: 0.01) {
            #expect(abs(BetaDistribution(alpha: 1, beta: 1).cumulative(x) - x) < 1e-13)
            #expect(abs(BetaDistribution(alpha: 3, beta: 1).cumulative(x) - x * x * x) < 1e-13)
            #expect(abs(BetaDistribution(alpha: 1, beta: 4).cumulative(x) - (1 - pow(1 - x, 4))) < 1e-13)
            let arc = 2 / Double.pi * asin(x.squareRoot())
            #expect(abs(BetaDistribution(alpha: 0.5, beta: 0.5).cumulative(x) - arc) < 1e-13)
        }
        let beta = BetaDistribution(alpha: 2, beta: 5)
        #expect(
            beta.cumulative(0) == 0 && beta.cumulative(-1) == 0 && beta.cumulative(1) == 1 && beta.cumulative(2) == 1)
        #expect(beta.quantile(0) < 1e-300)
        #expect(beta.quantile(1) > 0.99)
    }

    @Test func growsAndIsTheInverseOfItself() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        for _ in 0..<300 {
            let scale = pow(10, Double.random(in: 0...4, using: &random))
            let a = Double(Int.random(in: 0...Int(scale), using: &random)) + 0.5
            let b = Double(Int.random(in: 0...Int(scale), using: &random)) + 0.5
            let beta = BetaDistribution(alpha: a, beta: b)
            let mirror = BetaDistribution(alpha: b, beta: a)
            var (lastX, lastP) = (0.0, 0.0)
            for p in [0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999] {
                let x = beta.quantile(p)
                #expect(abs(beta.cumulative(x) - p) < 1e-9, "seed \(seed): \(a) \(b) \(p)")
                #expect(abs(mirror.quantile(1 - p) - (1 - x)) < 1e-9, "seed \(seed): \(a) \(b) \(p)")
                #expect(x >= lastX && beta.cumulative(x) >= lastP, "seed \(seed): \(a) \(b) \(p)")
                (lastX, lastP) = (x, beta.cumulative(x))
            }
        }
    }
}
