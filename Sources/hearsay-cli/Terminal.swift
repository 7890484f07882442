import Glibc
import Hearsay

/// The process's environment; the library never looks at it.
enum Environment {
    static var variables: [String: String] {
        [
            "HEARSAY_MODEL", "HEARSAY_RESOURCES", "XDG_CACHE_HOME", "HOME", "NO_COLOR", "COLUMNS", "TERM",
        ].reduce(into: [:]) {
            variables, name in
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
    }
}

/// What is known about the terminal.
enum Terminal {
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The style for standard output, or for a file.
    static func style(toFile: Bool) -> OutputStyle {
        let variables = Environment.variables
        guard !toFile, isTerminal(STDOUT_FILENO) else {
            return OutputStyle(width: variables["COLUMNS"].flatMap { Int($0) } ?? 80)
        }
        let colour = (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb"
        return OutputStyle(colour: colour, width: columns ?? 80, indented: true)
    }

    private static var columns: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

/// Messages on standard error.
enum Diagnostics {
    static func error(_ text: String) { write("hearsay: \(text)\n") }

    static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}

/// A line on standard error that tells how far the work is, on a terminal only.
struct Progress {
    private let isShown: Bool
    private var done = 0

    init(outputIsFile: Bool) {
        isShown = Terminal.isTerminal(STDERR_FILENO) && (outputIsFile || !Terminal.isTerminal(STDOUT_FILENO))
    }

    mutating func advance() {
        done += 1
        if isShown { Diagnostics.write("\r\u{1B}[K\(done) read") }
    }

    func clear() { if isShown, done > 0 { Diagnostics.write("\r\u{1B}[K") } }
}
