/// The articles of one file, one after the other.
protocol InputSource {
    /// The next article or problem; nil at the end.
    mutating func next() -> Result<InputItem, InputProblem>?
}

/// Articles that are all at hand.
struct ReadyInput: InputSource {
    private var items: ArraySlice<Result<InputItem, InputProblem>>

    init(_ items: [Result<InputItem, InputProblem>]) { self.items = items[...] }

    mutating func next() -> Result<InputItem, InputProblem>? { items.popFirst() }
}
