internal import HearsayLedger

extension LedgerDesk {
    /// Hands over everything in the ledger as lines of JSON with their line ends, from which ``restore(from:to:)`` makes
    /// the same ledger again.
    public func dump(_ write: @escaping ([UInt8]) throws -> Void) throws {
        var failure: (any Error)?
        do {
            try asking { ledger in
                try ledger.dump { line in
                    do { try write(line + [0x0A]) } catch {
                        failure = error
                        throw error
                    }
                }
            }
        } catch {
            // What the receiver says outranks what the ledger makes of it.
            throw failure ?? error
        }
    }

    /// The longest line of an export that is read: a capture of the largest size, in base 64, with its record.
    private static let longestLine = 128 << 20

    /// Makes a ledger from the lines of an export, of a file or of standard input for "-". It appears when it is whole.
    /// - Parameter progress: is told how many lines were taken.
    public static func restore(from file: String, to path: String, progress: (Int) -> Void = { _ in }) throws {
        do {
            var lines = LineReader(source: try ByteSource(path: file), limit: longestLine)
            try reporting {
                let ledger = try Ledger.restore(to: path) { () throws -> [UInt8]? in
                    guard let line = try lines.next() else { return nil }
                    progress(line.number)
                    return line.bytes
                }
                try ledger.close()
            }
        } catch let problem as FileProblem {
            throw DeskError(.failed, "\(file): \(problem.reason)")
        }
    }
}
