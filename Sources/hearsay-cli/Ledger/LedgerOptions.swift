import ArgumentParser
import Hearsay

/// Which ledger is used.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The ledger's file; else $HEARSAY_LEDGER, else hearsay.db in this folder.", valueName: "file"),
        completion: .file())
    var ledger: String?

    var path: String {
        if let ledger, !ledger.isEmpty { return ledger }
        if let path = Environment.variables["HEARSAY_LEDGER"], !path.isEmpty { return path }
        return "hearsay.db"
    }

    /// Opens the ledger; `reader` is only asked for when something is to be read into it.
    func open(
        _ mode: LedgerDesk.Mode, reader: ModelOptions? = nil, allowPrivate: Bool = false
    ) throws -> LedgerDesk {
        let keys = KeyFolder.standard(Environment.variables)
        return try DeskErrors.reported {
            let model = try reader ?? ModelOptions.parse([])
            let (store, variables) = (model.store, Environment.variables)
            do {
                let desk = try LedgerDesk(
                    path: path, mode: mode, keys: keys,
                    clock: LedgerDesk.Clock(now: SystemClock.now, today: SystemClock.today),
                    fetcher: WebInput(
                        version: VersionCommand.number, allowPrivate: allowPrivate, clock: SystemClock.now)
                ) {
                    let data = try ReadingData(
                        named: variables["HEARSAY_RESOURCES"], stampFolder: ModelStore.cacheFolder(variables))
                    return try ReadingEngine.standard(model: store.verified(), data: data)
                }
                if mode != .read, let words = try desk.shortfall() {
                    Diagnostics.error("\(path): \(words); what is added to it now can never be signed")
                }
                return desk
            } catch let error as DeskError where error.code == .noLedger && mode != .create {
                throw DeskError(.noLedger, "\(error); `hearsay add` makes one")
            }
        }
    }
}

/// Turns errors of a ledger into one line on standard error and the documented exit code.
enum DeskErrors {
    static func reported<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DeskError {
            Diagnostics.error(error.description)
            throw ExitCode(code(of: error))
        } catch let error as ExitCode {
            throw error
        } catch {
            Diagnostics.error(String(describing: error))
            throw ExitCode.failure
        }
    }

    private static func code(of error: DeskError) -> Int32 {
        switch error.code {
        case .noLedger: 10
        case .locked: 11
        case .unverified: 12
        case .readOnly, .newer, .damaged, .notFound, .invalid, .failed: 1
        }
    }
}
