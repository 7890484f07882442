import Foundation

/// A small repeatable source of numbers (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A seed that is printed, so that a failure can be played again with HEARSAY_SEED.
    static func printedSeed(_ name: String = #function) -> UInt64 {
        let seed =
            ProcessInfo.processInfo.environment["HEARSAY_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...UInt64.max)
        print("\(name): seed \(seed)")
        return seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
