import Glibc
import HearsayLanguage
import HearsayLedger

/// Measures the encoder alone, for `make bench`; not a product.
///
///     hearsay-bench WEIGHTS PRECISION RUNS 16x256 1x256      tokens per CPU-second of batch x length, best of RUNS
///     hearsay-bench WEIGHTS PRECISION vectors < sequences    the mean of the rows of each line of piece numbers
///
/// PRECISION is `int8`, in which Hearsay reads, or `f32`.
@main
struct EncoderBench {
    private static let usage = "usage: hearsay-bench WEIGHTS (int8 | f32) (RUNS BATCHxLENGTH... | vectors)"

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "ledger" { return benchLedger(Array(arguments.dropFirst())) }
        if arguments.first == "copies", arguments.count == 3 {
            return CopiesBench.run(path: Array(arguments)[1], containment: Double(Array(arguments)[2]) ?? 0.5)
        }
        if arguments.first == "vary" { return vary(Array(arguments.dropFirst())) }
        let precisions: [String: Encoder.Precision] = ["int8": .eightBit, "f32": .single]
        guard let path = arguments.first, let precision = arguments.dropFirst().first.flatMap({ precisions[$0] }),
            let task = arguments.dropFirst(2).first
        else { return fail(usage) }
        do throws(ModelError) {
            let encoder = Encoder(weights: try EncoderWeights(base: Safetensors(path: path)), precision: precision)
            if task == "vectors" { return printVectors(encoder) }
            guard let runs = Int(task), runs > 0 else { return fail(usage) }
            for argument in arguments.dropFirst(3) {
                guard let shape = Shape(argument), shape.length <= encoder.longest else { return fail(usage) }
                measure(encoder, shape, runs: runs)
            }
        } catch {
            fail(String(describing: error))
        }
    }

    private static func benchLedger(_ arguments: [String]) {
        guard arguments.count == 2, let count = Int(arguments[1]), count > 0 else {
            return fail("usage: hearsay-bench ledger PATH STATEMENTS")
        }
        do { try LedgerBench(path: arguments[0], statements: count).run() } catch { fail("\(error)") }
    }

    private static func vary(_ arguments: [String]) {
        guard arguments.count == 3, let count = Int(arguments[2]), count > 0 else {
            return fail("usage: hearsay-bench vary LEDGER NEW-LEDGER COUNT")
        }
        do {
            let base = try Ledger(path: arguments[0], mode: .read)
            try VariedArticles(base: base, path: arguments[1], count: count).run()
        } catch { fail("\(error)") }
    }

    /// Sequences that go through the encoder together, all of one length.
    private struct Shape {
        let batch: Int
        let length: Int

        init?(_ text: String) {
            let numbers = text.split(separator: "x").map { Int($0) ?? 0 }
            guard numbers.count == 2, numbers.allSatisfy({ 0 < $0 && $0 <= 4096 }) else { return nil }
            (batch, length) = (numbers[0], numbers[1])
        }
    }

    private static func measure(_ encoder: Encoder, _ shape: Shape, runs: Int) {
        // Pieces are common words of the vocabulary; which ones makes no difference to the cost.
        let sequences: [[Int32]] = (0..<shape.batch).map { row in
            (0..<shape.length).map { column -> Int32 in
                let piece = 2000 + (row * 7 + column * 13) % 8000
                return Int32(piece)
            }
        }
        var best = Double.infinity
        for run in 0...runs {
            let start = cpuSeconds()
            let rows = encoder.encode(sequences)
            let seconds = cpuSeconds() - start
            guard rows.allSatisfy({ $0.isFinite }) else { return fail("the encoder yields no numbers") }
            if run > 0 { best = min(best, seconds) }  // the first run loads pages and warms caches
        }
        let rate = Int(Double(shape.batch * shape.length) / best)
        print("\(shape.batch)x\(shape.length) cpu_seconds=\(best) tokens_per_cpu_second=\(rate)")
    }

    private static func printVectors(_ encoder: Encoder) {
        while let line = readLine() {
            let sequence = line.split(separator: " ").compactMap { Int32($0) }
            guard !sequence.isEmpty, sequence.count <= encoder.longest else { return fail("a line holds no sequence") }
            let rows = encoder.encode([sequence])
            let mean = (0..<encoder.hidden).map { column in
                stride(from: column, to: rows.count, by: encoder.hidden).reduce(Float(0)) { $0 + rows[$1] }
                    / Float(sequence.count)
            }
            print(mean.map { "\($0)" }.joined(separator: " "))
        }
    }

    /// CPU time of the whole process, so that work on a second thread counts.
    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func fail(_ reason: String) {
        let line = Array("hearsay-bench: \(reason)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
        exit(1)
    }
}
