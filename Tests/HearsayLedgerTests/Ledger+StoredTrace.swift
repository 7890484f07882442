import HearsayCore
import HearsayLedger

extension Ledger {
    /// Stores a trace of all revisions as if they were one affair.
    func replaceTrace(_ trace: Trace, basis: Int, version: String = "") throws {
        let nodes = try traceNodes()
        let sketches = nodes.map { TraceSketch(node: $0.id, sketch: ArticleSketch(entries: [])) }
        try beginTrace(sketches, holders: [:], basis: basis, version: version)
        try keepTraces([TracedNodes(level: 900, nodes: nodes, trace: trace)])
        try finishTrace()
    }
}
