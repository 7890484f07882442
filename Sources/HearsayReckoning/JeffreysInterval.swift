/// How far a share can be told from few cases: the 95 % Jeffreys interval.
///
/// The quantiles 0.025 and 0.975 of Beta(x + 1/2, n - x + 1/2), where the lower bound is 0 for x = 0 and the upper
/// bound 1 for x = n. It keeps its promise well from a handful of cases on (L. D. Brown, T. T. Cai, A. DasGupta,
/// "Interval Estimation for a Binomial Proportion", Statistical Science 16(2), 2001).
public enum JeffreysInterval {
    /// The bounds for the share behind `successes` of `trials`; nil without trials.
    ///
    /// Needs `0 <= successes <= trials`.
    public static func bounds(successes: Int, of trials: Int) -> ClosedRange<Double>? {
        precondition(0 <= successes && successes <= trials, "more successes than trials")
        guard trials > 0 else { return nil }
        let beta = BetaDistribution(alpha: Double(successes) + 0.5, beta: Double(trials - successes) + 0.5)
        let lower = successes == 0 ? 0 : beta.quantile(0.025)
        let upper = successes == trials ? 1 : beta.quantile(0.975)
        return lower...upper
    }
}
