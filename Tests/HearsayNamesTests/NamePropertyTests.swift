import Foundation
import HearsayCore
import HearsayNames
import Testing

/// What holds for all names, tried on random ones and on the gold.
@Suite struct NamePropertyTests {
    /// A small repeatable generator (SplitMix64).
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let seed = ProcessInfo.processInfo.environment["HEARSAY_SEED"].flatMap(UInt64.init) ?? 20_261_130

    /// Any signs at all, letters of many scripts more often.
    private static func noise(_ random: inout Generator) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x41...0x7A, 0xA0...0x24F, 0x300...0x36F, 0x370...0x5FF, 0x600...0x6FF, 0x900...0x97F,
            0xE00...0xE7F,
            0x1780...0x17FF, 0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xE000...0xFFFF,
            0x1F300...0x1FAFF, 0...0x10FFFF,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// A name of the gold with a few signs changed, doubled, left out, or parts of another put in.
    private static func mutated(_ name: String, _ other: String, _ random: inout Generator) -> String {
        var scalars = Array(name.unicodeScalars)
        for _ in 0..<Int.random(in: 0...3, using: &random) where !scalars.isEmpty {
            let at = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: scalars.remove(at: at)
            case 1: scalars.insert(scalars[at], at: at)
            case 2: scalars[at] = scalars.randomElement(using: &random) ?? scalars[at]
            case 3: scalars.swapAt(at, Int.random(in: 0..<scalars.count, using: &random))
            default: scalars += [" "] + other.unicodeScalars.prefix(Int.random(in: 0...12, using: &random))
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func check(_ a: String, _ b: String, _ kind: Voice.Kind) {
        let (first, second) = (NameForm(a, kind: kind), NameForm(b, kind: kind))
        let match = NameMatcher.compare(first, second)
        let shown = "\(a.debugDescription), \(b.debugDescription) (\(kind)), seed \(seed)"
        #expect(match == NameMatcher.compare(second, first), "not symmetric: \(shown)")
        #expect(match.score >= 0 && match.score <= 1 && !match.reason.isEmpty, "\(match): \(shown)")
        #expect(match.verdict != .same || match.score >= 0.9, "\(match): \(shown)")
        #expect(
            match.verdict == .different || !Set(first.keys).isDisjoint(with: second.keys) || first.keys.isEmpty,
            "no key in common: \(shown)")
        let own = NameMatcher.compare(first, NameForm(a, kind: kind))
        #expect(own.verdict == .same && own.score == 1, "not itself: \(own): \(shown)")
    }

    @Test func anySigns() {
        var random = Generator(state: Self.seed)
        for _ in 0..<4_000 {
            let (a, b) = (Self.noise(&random), Self.noise(&random))
            Self.check(a, b, Voice.Kind.allCases.randomElement(using: &random) ?? .person)
            Self.check(a, a + b, .person)
        }
    }

    @Test func misspeltNames() throws {
        var random = Generator(state: Self.seed &+ 1)
        let pairs = try NameGold.own()
        let names = pairs.flatMap { [$0.name1, $0.name2] }
        for pair in pairs {
            for name in [pair.name1, pair.name2] {
                let other = names.randomElement(using: &random) ?? ""
                Self.check(name, Self.mutated(name, other, &random), pair.kind)
                Self.check(name, other, pair.kind)
            }
        }
    }

    @Test func longNamesCostNoMoreThanTheirBeginning() {
        let name = String(repeating: "Vyorstka Ёж 习近平 ", count: 20_000)
        let form = NameForm(name, kind: .organisation)
        #expect(form.tokens.count <= 24 && form.keys.count <= NameForm.mostKeys)
        #expect(NameMatcher.compare(form, form).verdict == .same)
    }

    /// Keys that two names share though they are not alike cost a comparison each: few do.
    @Test func keysPartNames() throws {
        let pairs = try NameGold.own().filter { $0.kind == .person }
        let forms = pairs.map { NameForm($0.name1, kind: .person) }
        var (together, all) = (0, 0)
        for i in forms.indices {
            for j in 0..<i {
                all += 1
                if !Set(forms[i].keys).isDisjoint(with: forms[j].keys) { together += 1 }
            }
        }
        #expect(Double(together) < 0.05 * Double(all), "\(together) of \(all)")
    }
}
