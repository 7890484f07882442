internal import Hummingbird

/// An error as a page.
struct ProblemView {
    var frame: Frame
    var status: Int
    var headline: String
    var reason: String
    var advice: String

    init(_ problem: PageProblem, _ site: Site) {
        status = problem.status.code
        headline =
            switch problem.status {
            case .notFound: "Not found"
            case .forbidden: "Refused"
            case .serviceUnavailable: "The ledger is busy"
            case .internalServerError: "This did not work"
            case .misdirectedRequest: "Wrong address"
            case .contentTooLarge: "Too long"
            case .unprocessableContent: "This cannot be read"
            default: "This makes no sense"
            }
        frame = Frame(headline, twin: nil, site: site)
        (reason, advice) = (problem.reason, problem.advice)
    }
}
