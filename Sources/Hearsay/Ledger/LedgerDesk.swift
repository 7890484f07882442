public import HearsayCore
internal import HearsayLedger
internal import Synchronization

/// A ledger's desk: the ledger, the reader that reads into it, the tracer over it, and the keys that sign its log.
public final class LedgerDesk: Sendable {
    /// How a ledger is opened.
    public enum Mode: Sendable {
        /// For adding; the ledger is made if there is none.
        case create
        /// For changing a ledger that exists.
        case write
        /// For asking. A ledger that cannot be written to will do.
        case read
    }

    let ledger: Ledger
    let keys: KeyFolder
    let now: @Sendable () -> String
    let today: @Sendable () -> CivilDay?
    let fetcher: WebInput
    private let makeEngine: @Sendable () throws -> ReadingEngine
    private let engine = Mutex<ReadingEngine?>(nil)
    /// The trace as it was last made.
    let cached = Mutex<TraceSnapshot?>(nil)
    /// Held by whoever makes it anew.
    let making = Mutex(())
    /// The start page as it was last put together.
    let overviewed = Mutex<MadeOverview?>(nil)

    /// Opens a ledger.
    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - mode: what it is opened for.
    ///   - keys: where the log's key and last checkpoint are kept.
    ///   - clock: the time as RFC 3339 in UTC, and the day where the user is.
    ///   - fetcher: what fetches web addresses.
    ///   - engine: makes the reader; asked for once, when something is to be read.
    /// - Throws: ``DeskError``.
    public init(
        path: String, mode: Mode, keys: KeyFolder, clock: Clock, fetcher: WebInput,
        engine: @escaping @Sendable () throws -> ReadingEngine
    ) throws {
        (self.keys, self.now, self.today) = (keys, clock.now, clock.today)
        (self.fetcher, makeEngine) = (fetcher, engine)
        ledger = try Self.reporting { try Self.open(path, mode) }
    }

    /// The clock that a desk reads.
    public struct Clock: Sendable {
        let now: @Sendable () -> String
        let today: @Sendable () -> CivilDay?

        /// The time as RFC 3339 in UTC, and the day where the user is; nil when the system cannot tell.
        public init(now: @escaping @Sendable () -> String, today: @escaping @Sendable () -> CivilDay?) {
            (self.now, self.today) = (now, today)
        }
    }

    private static func open(_ path: String, _ mode: Mode) throws -> Ledger {
        switch mode {
        case .create: return try Ledger(path: path, mode: .create)
        case .write: return try Ledger(path: path, mode: .write)
        case .read:
            // Whoever may write keeps the trace that was made for the asking.
            do {
                return try Ledger(path: path, mode: .write)
            } catch {
                guard [.readOnly, .full].contains(error.code) else { throw error }
                return try Ledger(path: path, mode: .read)
            }
        }
    }

    /// The reader, made on first use.
    func reader() throws -> ReadingEngine {
        try engine.withLock { engine in
            if let engine { return engine }
            let made = try makeEngine()
            engine = made
            return made
        }
    }

    /// Runs `body`, turning the ledger's errors into the desk's.
    static func reporting<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as LedgerError { throw DeskError(error) }
    }

    /// Runs `body` on the ledger, turning its errors into the desk's.
    func asking<T>(_ body: (Ledger) throws -> T) throws -> T { try Self.reporting { try body(ledger) } }
}

extension DeskError {
    init(_ error: LedgerError) {
        let code: Code =
            switch error.code {
            case .noLedger: .noLedger
            case .locked: .locked
            case .readOnly: .readOnly
            case .newer: .newer
            case .damaged, .notALedger: .damaged
            case .notFound: .notFound
            case .invalid: .invalid
            default: .failed
            }
        self.init(code, error.description)
    }
}
