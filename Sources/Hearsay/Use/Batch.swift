/// Works on many inputs at once and hands the results over in the order of the inputs.
///
/// There are many articles waiting for each thread, so that a long one holds up no other: one of 72 KB takes as long as
/// thirty others.
public struct Batch<Value: Sendable>: Sendable {
    /// What became of one input.
    public struct Finished: Sendable {
        /// Where it came from.
        public let origin: String
        /// The caller's own id.
        public let id: String?
        /// The result, or why there is none.
        public let result: Result<Value, InputProblem>
    }

    private let work: OrderedWork<Result<InputItem, InputProblem>, Finished>

    /// Work done by `jobs` threads.
    public init(jobs: Int, work: @escaping @Sendable (InputItem) throws -> Value) {
        let jobs = max(1, min(jobs, 256))
        self.work = OrderedWork(jobs: jobs, window: max(jobs * 2, min(jobs * 64, 512))) { Self.finish($0, work) }
    }

    /// Works on every input; `deliver` is called on this thread, in input order. What it throws ends the batch.
    public func run(
        _ inputs: some Sequence<Result<InputItem, InputProblem>>, deliver: (Finished) throws -> Void
    ) throws {
        try work.run(inputs, deliver: deliver)
    }

    /// The same, but with what is finished at once, up to `most` of it.
    public func run(
        _ inputs: some Sequence<Result<InputItem, InputProblem>>, inGroupsOf most: Int,
        deliver: ([Finished]) throws -> Void
    ) throws {
        try work.run(inputs, inGroupsOf: most, deliver: deliver)
    }

    private static func finish(
        _ input: Result<InputItem, InputProblem>, _ work: (InputItem) throws -> Value
    ) -> Finished {
        switch input {
        case .failure(let problem): return Finished(origin: problem.origin, id: nil, result: .failure(problem))
        case .success(let item):
            let result = Result { try work(item) }.mapError { error in
                error as? InputProblem ?? InputProblem(origin: item.origin, reason: String(describing: error))
            }
            return Finished(origin: item.origin, id: item.id, result: result)
        }
    }
}
