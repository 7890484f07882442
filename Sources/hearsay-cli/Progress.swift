import Glibc

/// A line on standard error that tells how far the work is, on a terminal only.
struct Progress {
    private let isShown: Bool
    private var total: Int?
    private let began = Self.now
    private var done = 0

    /// Progress towards `total`, where that is known; hidden while results themselves go to a terminal, unless
    /// `besideResults` says that those are few and that ``clear()`` comes before each.
    init(outputIsFile: Bool, total: @autoclosure () -> Int? = nil, besideResults: Bool = false) {
        isShown =
            Terminal.isTerminal(STDERR_FILENO)
            && (besideResults || outputIsFile || !Terminal.isTerminal(STDOUT_FILENO))
        // To count what lines of JSON hold costs a pass over them.
        self.total = isShown ? total() : nil
    }

    /// One more is done.
    mutating func advance() {
        done += 1
        show()
    }

    /// So many are done, of so many.
    mutating func advance(to done: Int, of total: Int) {
        (self.done, self.total) = (done, total)
        show()
    }

    /// Draws the line again, after something else was written.
    func show() {
        guard isShown else { return }
        Diagnostics.write("\r\u{1B}[K" + line)
    }

    /// Takes the line away, so that something else can be written.
    func clear() { if isShown { Diagnostics.write("\r\u{1B}[K") } }

    private var line: String {
        guard let total, total > 0 else { return "\(done) read" }
        let filled = 24 * min(done, total) / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        let seconds = Self.now - began
        guard done > 0, done < total, seconds > 2 else { return "\(bar) \(done) of \(total)" }
        return "\(bar) \(done) of \(total), about \(Self.clock(seconds / Double(done) * Double(total - done))) left"
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
