import Glibc
import Hearsay

/// The process's environment; the library never looks at it.
enum Environment {
    static var variables: [String: String] {
        [
            "HEARSAY_MODEL", "HEARSAY_RESOURCES", "HEARSAY_LEDGER", "HEARSAY_KEYS", "XDG_CACHE_HOME", "XDG_DATA_HOME",
            "HOME", "NO_COLOR", "COLUMNS", "TERM",
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
