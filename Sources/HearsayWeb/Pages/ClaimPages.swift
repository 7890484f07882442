internal import Hearsay
internal import HearsayCore
internal import Hummingbird

/// `/claims`, `/claims/ID` and `/claims/ID.svg`: what is claimed, on whose word, what speaks against it, and how it is settled.
struct ClaimPages {
    private static let listLength = 200
    private static let drawing = ".svg"
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("claims") { [site] request, context in
            let shared = request.word("all") != "1"
            return try await site.readTraced { desk in
                let claims = try desk.claims(limit: Self.listLength, shared: shared)
                if context.isTwin { return .json(Twins.claims(claims)) }
                return try site.html(.claims, ClaimsView(claims, shared: shared, limit: Self.listLength, site: site))
            }
        }
        router.get("claims/:id") { [site] _, context in
            let id = try context.word("id")
            if id.hasSuffix(Self.drawing) {
                return try await site.readTraced { try Self.drawing(of: String(id.dropLast(Self.drawing.count)), $0) }
            }
            return try await site.readTraced { desk in
                guard let claim = try desk.claim(id) else { throw Self.missing(id) }
                if context.isTwin { return .json(try Twins.claim(claim, desk: desk)) }
                return try site.html(.claim, ClaimView(claim, site: site))
            }
        }
        router.post("claims/:id/settle") { [site] request, context in
            let id = try context.word("id")
            let form = try await SentForm(request, token: site.token)
            guard let outcome = form["outcome"].flatMap(Claim.Outcome.init(rawValue:)) else {
                throw PageProblem.badForm("Choose what became of the forecast.")
            }
            let evidence = (form["evidence"] ?? "").split(whereSeparator: \.isNewline).map(String.init)
                .filter { !$0.allSatisfy(\.isWhitespace) }
            guard !evidence.isEmpty else { throw PageProblem.badForm("Say what shows it: an address, or words.") }
            let judge = form["judge"]
            // The trace is made before, so that no other change waits for it.
            try await site.trace()
            try await site.change { try $0.settle(id, outcome: outcome, evidence: evidence, judge: judge) }
            return Response.redirect(to: Address.claim(id) + "#forecast", type: .normal)
        }
    }

    private static func missing(_ id: String) -> DeskError {
        DeskError(.notFound, "There is no claim \(id). Claims are named anew when articles are added.")
    }

    /// The drawing of a claim as a file to keep: its style sheet is its own, which the policy for pages would not let in.
    private static func drawing(of id: String, _ desk: any Desk) throws -> Answer {
        guard let detail = try desk.claim(id),
            let part = try desk.trace(ofClaim: id)?.part(aboutClaim: detail.claim.id)
        else {
            throw missing(id)
        }
        let headlines = detail.articles.mapValues(\.title)
        let name = detail.claim.id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return Answer(
            contentType: "image/svg+xml; charset=utf-8",
            headers: [.contentDisposition: "attachment; filename=\"claim-\(name).svg\""],
            bytes: TraceDrawing.bytes(of: part, headlines: headlines, claim: detail.claim.id, as: .svg))
    }
}
