import ArgumentParser
import Hearsay

/// Results on standard output.
enum Output {
    /// Writes bytes; a reader that has gone is no error.
    static func write(_ bytes: [UInt8]) throws {
        do { try ByteSink().write(bytes) } catch .brokenPipe {
            throw ExitCode.success
        } catch .failed(let problem) {
            Diagnostics.error("standard output: cannot be written: \(problem.reason)")
            throw ExitCode.failure
        }
    }

    /// Writes text.
    static func write(_ text: String) throws { try write(Array(text.utf8)) }
}
