import ArgumentParser
import Glibc
import Hearsay

/// One run over inputs: results to the output in input order, problems to standard error, and the exit code.
struct Session {
    let input: InputOptions
    let output: String?
    private(set) var succeeded = 0
    private(set) var failed = 0

    init(input: InputOptions, output: String?) {
        self.input = input
        self.output = output
        Interruption.prepare()
    }

    /// Works on every input and ends with the documented exit code.
    mutating func run<Value: Sendable>(
        head: @autoclosure () -> [UInt8] = [], foot: @autoclosure () throws -> [UInt8] = [],
        work: @escaping @Sendable (InputItem) throws -> Value, show: (Value, String?) -> [UInt8]
    ) throws {
        do {
            let sink = try output.map { try ByteSink(path: $0) } ?? ByteSink()
            Interruption.removesOnCancel(sink.temporary)
            try sink.write(head())
            try deliver(to: sink, work: work, show: show)
            if succeeded > 0 || failed == 0 {
                try sink.write(try foot())
                try sink.finish()
            }
        } catch ByteSink.Problem.brokenPipe {
            return
        } catch ByteSink.Problem.failed(let problem) {
            try stop(problem)
        } catch let problem as FileProblem {
            try stop(problem)
        }
        if failed > 0 { throw ExitCode(succeeded > 0 ? 3 : 1) }
    }

    private mutating func deliver<Value: Sendable>(
        to sink: ByteSink, work: @escaping @Sendable (InputItem) throws -> Value, show: (Value, String?) -> [UInt8]
    ) throws {
        var progress = Progress(outputIsFile: output != nil, total: input.count)
        defer { progress.clear() }
        let batch = Batch(jobs: input.threads, work: work)
        try batch.run(input.articles) { finished in
            switch finished.result {
            case .success(let value):
                try sink.write(show(value, finished.id))
                succeeded += 1
                progress.advance()
            case .failure(let problem):
                progress.clear()
                Diagnostics.error(problem.description)
                failed += 1
            }
        }
    }

    private func stop(_ problem: FileProblem) throws -> Never {
        Diagnostics.error("\(output ?? "standard output"): cannot be written: \(problem.reason)")
        throw ExitCode.failure
    }
}
