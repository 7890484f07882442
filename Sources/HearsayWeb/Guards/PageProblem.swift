internal import Hearsay
internal import Hummingbird

/// Why a page cannot be shown, as its reader is told: the status, a code for programs, the reason, and what to do.
struct PageProblem: Error, Equatable {
    var status: HTTPResponse.Status
    var code: String
    var reason: String
    var advice: String

    init(_ status: HTTPResponse.Status, _ code: String, _ reason: String, _ advice: String) {
        (self.status, self.code, self.reason, self.advice) = (status, code, reason, advice)
    }

    static let foreignHost = PageProblem(
        .misdirectedRequest, "foreignHost", "This address does not belong to Hearsay.",
        "Open the pages at the address that hearsay serve printed, such as http://127.0.0.1:8080/.")
    static let foreignOrigin = PageProblem(
        .forbidden, "foreignOrigin", "The request did not come from one of these pages, so nothing was changed.",
        "Open the form here and send it again.")
    static let staleForm = PageProblem(
        .forbidden, "staleForm", "The form is from an earlier run of hearsay serve, so nothing was changed.",
        "Go back, load the page anew, and send the form again.")
    static let tooLarge = PageProblem(
        .contentTooLarge, "tooLarge", "The form is longer than 16 MiB, the most that is taken as one article.",
        "Add the article from a file with hearsay add, or leave out what is not its text.")
    static let notFound = PageProblem(
        .notFound, "notFound", "There is no such page.", "Begin at the start page, or search.")

    /// A form that does not hold what it must.
    static func badForm(_ reason: String) -> PageProblem {
        PageProblem(.badRequest, "invalid", reason, "Go back, mend the form, and send it again.")
    }

    /// What the reader is told about any error.
    init(_ error: any Error) {
        switch error {
        case let problem as PageProblem: self = problem
        case let error as DeskError: self.init(error)
        case let problem as InputProblem:
            self.init(
                .unprocessableContent, "input", problem.description,
                "Check the text, the file or the address, and try again.")
        case let error as any HTTPResponseError where error.status == .notFound: self = .notFound
        case let error as any HTTPResponseError where error.status == .contentTooLarge: self = .tooLarge
        case let error as any HTTPResponseError where error.status.kind == .clientError:
            self = .badForm("The request cannot be understood.")
        default:
            self.init(.internalServerError, "failed", "Something went wrong on this page.", Self.report)
        }
    }

    private init(_ error: DeskError) {
        let code = error.code.rawValue
        switch error.code {
        case .notFound:
            self.init(
                .notFound, code, error.reason, "It may have been removed. Search for it, or begin at the start page.")
        case .invalid: self.init(.badRequest, code, error.reason, "Go back, mend what you sent, and try again.")
        case .locked:
            self.init(
                .serviceUnavailable, code, error.reason,
                "Wait until the other program is done, then load this page anew.")
        case .readOnly:
            self.init(
                .forbidden, code, error.reason,
                "Check who owns the ledger's file and its folder, and start hearsay serve anew.")
        case .noLedger:
            self.init(
                .internalServerError, code, error.reason, "Put the ledger's file back, and start hearsay serve anew.")
        case .newer:
            self.init(.internalServerError, code, error.reason, "Use a later version of hearsay for this ledger.")
        case .unverified:
            self.init(
                .conflict, code, error.reason, "Nothing was signed. Find out why the ledger is not what was signed.")
        case .damaged:
            self.init(
                .internalServerError, code, error.reason, "Stop hearsay serve and restore the ledger from a copy.")
        case .failed: self.init(.internalServerError, code, error.reason, Self.report)
        }
    }

    private static let report = "Try again. If it happens again, please report it with what you did."
}
