internal import Glibc

/// The beta distribution, by the regularised incomplete beta function I_x(a, b). Right to 1e-9 for parameters up to
/// 100,000.
struct BetaDistribution {
    let alpha: Double
    let beta: Double

    /// Both parameters must be above zero.
    init(alpha: Double, beta: Double) {
        precondition(alpha > 0 && beta > 0, "the parameters of a beta distribution are above zero")
        (self.alpha, self.beta) = (alpha, beta)
    }

    /// The chance of a value up to `x`.
    func cumulative(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let density = exp(
            Self.logGamma(alpha + beta) - Self.logGamma(alpha) - Self.logGamma(beta) + alpha * log(x)
                + beta * log1p(-x))
        // The fraction converges fast below the mean; above it, the other tail has it below.
        if x < (alpha + 1) / (alpha + beta + 2) {
            return density * Self.fraction(alpha, beta, x) / alpha
        }
        return 1 - density * Self.fraction(beta, alpha, 1 - x) / beta
    }

    /// The value below which a share `p` of the distribution lies, `0 <= p <= 1`.
    func quantile(_ p: Double) -> Double {
        precondition(0 <= p && p <= 1, "a share is from 0 to 1")
        var (low, high) = (0.0, 1.0)
        while true {
            let middle = (low + high) / 2
            // Down to neighbours, or to where a smaller value means nothing.
            guard low < middle, middle < high, high > 1e-300 else { return middle }
            if cumulative(middle) < p { low = middle } else { high = middle }
        }
    }

    /// The continued fraction of I_x(a, b), by Lentz's method (NIST Digital Library of Mathematical Functions, 8.17.22).
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func nonzero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var (c, d) = (1.0, 1 / nonzero(1 - (a + b) * x / (a + 1)))
        var result = d
        // The square root of the parameters, times a few, is enough; this only keeps a mistake from running on.
        for step in 1..<100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            let before = result
            for coefficient in [even, odd] {
                d = 1 / nonzero(1 + coefficient * d)
                c = nonzero(1 + coefficient / c)
                result *= c * d
            }
            if abs(result - before) <= 1e-16 * abs(result) { break }
        }
        return result
    }

    private static func logGamma(_ x: Double) -> Double {
        let (value, _): (Double, Int) = lgamma(x)
        return value
    }
}
