import Glibc
import HearsayCore

/// What a run cost, for `--stats`.
struct Statistics {
    private var articles = 0
    private var statements = 0
    private var bytes = 0

    mutating func count(_ reading: Reading) {
        count(reading.document)
        statements += reading.statements.count
    }

    mutating func count(_ document: Document) {
        articles += 1
        bytes += document.text.count
    }

    /// One line of `name=value` pairs on standard error.
    func report(tokens: Int?) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let seconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        var line = "stats: articles=\(articles) statements=\(statements) bytes=\(bytes)"
        line += " cpu_seconds=\((seconds * 1000).rounded() / 1000) peak_kib=\(usage.ru_maxrss)"
        if let tokens {
            line += " tokens=\(tokens) tokens_per_cpu_second=\(Int(Double(tokens) / max(seconds, 0.001)))"
        }
        Diagnostics.write(line + "\n")
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
