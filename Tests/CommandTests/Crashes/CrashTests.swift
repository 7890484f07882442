import Foundation
import Testing

/// The command is killed at random moments, in every way in which it changes a ledger or its keys. Every start afterwards
/// finds a whole ledger, the log verifies, and what was acknowledged is as it was said to be.
///
/// HEARSAY_CRASHES sets how often in all; a thousand take some ten minutes.
@Suite(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model")) struct CrashTests {
    private static let asked = ProcessInfo.processInfo.environment["HEARSAY_CRASHES"].flatMap { Int($0) }

    private static var victims: [any Victim.Type] {
        [AddingVictim.self, RereadingVictim.self, ErasingVictim.self, SigningVictim.self]
    }

    @Test(arguments: victims.indices) func nothingAcknowledgedIsLost(_ place: Int) throws {
        let crashes = ((Self.asked ?? 12) + Self.victims.count - 1) / Self.victims.count
        var series = CrashSeries(seed: UInt64.random(in: 0...(.max)))
        try series.kill(Self.victims[place], times: crashes)
        if Self.asked != nil { print("crashes: \(series.figures(of: Self.victims[place].name))") }
        // A few may all have come too early.
        #expect(
            crashes < 50 || series.acknowledged > 0,
            "seed \(series.seed): nothing was ever acknowledged, so nothing was tested")
    }
}

/// A command that is killed while it works, and what must hold afterwards.
protocol Victim {
    /// What it does, for people.
    static var name: String { get }
    /// After how many kills it gets another ledger.
    static var lifetime: Int { get }

    /// Makes a ledger in an empty folder.
    init(_ ledger: LedgerFolder) throws

    /// Makes something to do, and gives the arguments of the command that does it.
    mutating func arguments(round: Int) throws -> [String]

    /// Checks that what the killed command said to be done is done, and that the rest is as it was.
    /// - Returns: how many things it had acknowledged.
    mutating func check(_ run: KilledRun) throws -> Int
}

extension Victim {
    static var lifetime: Int { 25 }
}

/// Kills of one command, one after the other.
struct CrashSeries {
    let seed: UInt64
    private(set) var acknowledged = 0
    private var random: SeededRandom
    private var (kills, ended) = (0, 0)
    /// How long the command took when it ended by itself last, or longer, if it has been seen to.
    private var duration = 0.0

    init(seed: UInt64) { (self.seed, random) = (seed, SeededRandom(seed: seed)) }

    func figures(of name: String) -> String {
        "\(name): \(kills) killed, \(ended) had ended before, \(acknowledged) acknowledged, "
            + "it takes \(Int(duration * 1000)) ms undisturbed, seed \(seed)"
    }

    mutating func kill<Kind: Victim>(_ kind: Kind.Type, times: Int) throws {
        duration = try undisturbed(kind)
        while kills < times {
            let ledger = try LedgerFolder()
            defer { ledger.remove() }
            var victim = try kind.init(ledger)
            let before = acknowledged
            for round in 0..<kind.lifetime where kills < times {
                try crash(&victim, of: kind, round, ledger, before)
            }
        }
    }

    /// How long the command takes when nobody disturbs it.
    private func undisturbed<Kind: Victim>(_ kind: Kind.Type) throws -> Double {
        let ledger = try LedgerFolder()
        defer { ledger.remove() }
        var victim = try kind.init(ledger)
        let run = try KilledRun(try victim.arguments(round: 0), after: nil, in: ledger)
        try #require(run.status == 0, "\(kind.name): \(run.errors)")
        _ = try victim.check(run)
        return run.duration
    }

    private mutating func crash<Kind: Victim>(
        _ victim: inout Kind, of kind: Kind.Type, _ round: Int, _ ledger: LedgerFolder, _ before: Int
    ) throws {
        let delay = Double.random(in: 0...duration * 1.2, using: &random)
        let run = try KilledRun(try victim.arguments(round: round), after: delay, in: ledger)
        if run.wasKilled {
            (kills, duration) = (kills + 1, max(duration, delay))
        } else {
            (ended, duration) = (ended + 1, run.duration)
        }
        let context = Comment(rawValue: "seed \(seed), \(kind.name), kill \(kills), after \(Int(delay * 1_000_000)) µs")
        #expect(run.wasKilled || run.status == 0, "\(context): \(run.status) \(run.errors)")
        let done = try victim.check(run)
        acknowledged += done
        let verify = try ledger.run("log", "verify")
        // Killed before it was made, this ledger is not there yet.
        let isMissing = verify.status == 10 && acknowledged == before
        #expect(verify.status == 0 || isMissing, "\(context): \(verify.output)\(verify.errors)")
    }
}

/// One run of the built command that is ended by SIGKILL unless it is done before.
struct KilledRun {
    let wasKilled: Bool
    let status: Int32
    let output: String
    let errors: String
    let duration: Double

    /// Runs the command; nil lets it end by itself.
    init(_ arguments: [String], after delay: Double?, in ledger: LedgerFolder) throws {
        let (out, err) = (ledger.folder.appending(path: "out.txt"), ledger.folder.appending(path: "err.txt"))
        for file in [out, err] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = CommandLineRun.binary
        process.arguments = arguments
        process.currentDirectoryURL = ledger.folder
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": ledger.folder.path].merging(LedgerFolder.environment) {
            $1
        }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        let start = ContinuousClock.now
        try process.run()
        if let delay {
            while process.isRunning, start.duration(to: .now) < .seconds(delay) { usleep(100) }
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        duration = start.duration(to: .now) / .seconds(1)
        wasKilled = process.terminationReason == .uncaughtSignal
        status = process.terminationStatus
        output = String(decoding: try Data(contentsOf: out), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: err), as: UTF8.self)
    }

    /// The lines that were written whole.
    var lines: [Substring] { output[..<(output.lastIndex(of: "\n") ?? output.startIndex)].split(separator: "\n") }
}

/// A generator whose seed can be printed and used again (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
