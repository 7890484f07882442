internal import Glibc

/// The demo's invented affairs, which come with the program.
public struct DemoStories: Sendable {
    /// The files, in order.
    public let files: [String]

    /// Finds the affairs.
    /// - Parameter named: a folder named by the user; the only one looked at when given.
    public init(named: String?) throws(DeskError) {
        let folders = named.map { [$0 + "/Demo"] } ?? ProgramFolder.candidates(of: "Hearsay").map { $0 + "/Demo" }
        guard let folder = folders.first(where: { access($0, R_OK) == 0 }) else {
            throw DeskError(.failed, "the demo's articles are not beside the program; build it anew")
        }
        files = InputPaths.expand([folder]).compactMap { try? $0.get() }.filter { $0.hasSuffix(".jsonl") }
        if files.isEmpty { throw DeskError(.failed, "\(folder): holds none of the demo's articles; build it anew") }
    }

    /// The articles.
    public var articles: InputReader { InputReader(paths: files.map { .success($0) }) }

    /// How many articles there are.
    public var count: Int { InputReader(paths: files.map { .success($0) }).reduce(0) { sum, _ in sum + 1 } }
}
