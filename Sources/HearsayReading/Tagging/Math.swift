#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The few functions that the reading needs from the C library.
enum Math {
    static func exp(_ x: Float) -> Float { expf(x) }
    static func log(_ x: Float) -> Float { logf(x) }
    static func exp(_ x: Double) -> Double { Double(expf(Float(x))) }
    /// 1 / (1 + e⁻ˣ).
    static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// The shares of `scores` after exponentiation; they add up to 1.
    static func softmax(_ scores: [Float]) -> [Float] {
        let top = scores.max() ?? 0
        let powers = scores.map { exp($0 - top) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
