internal import HearsayCore

/// One verdict that may be published.
struct ReviewItem {
    private let judgement: Judgement
    private let page: String
    private let author: ExportedReview.Party
    private let rating: String
    private let review: ExportedReview

    /// Nil for what no person decided and published.
    init?(_ review: ExportedReview) {
        guard let page = WebAddress.uri(review.page), let author = review.author, Self.isName(author.name),
            Self.isName(review.judgement.claim), let rating = Self.rating(review.judgement.outcome)
        else { return nil }
        (judgement, self.review) = (review.judgement, review)
        (self.page, self.author, self.rating) = (page, author, rating)
    }

    /// Whether there is more to a text than white space.
    private static func isName(_ name: String) -> Bool { name.unicodeScalars.contains { !$0.properties.isWhitespace } }

    /// The verdict in words; nil for one that was taken back. There are no numbers: a verdict is not on a scale.
    private static func rating(_ outcome: Claim.Outcome) -> String? {
        switch outcome {
        case .true: "True"
        case .false: "False"
        case .void: "Cannot be settled"
        case .open: nil
        }
    }

    func write(_ writer: inout JSONWriter) {
        writer.field("@type", "ClaimReview")
        writer.field("@id", ExportID("review", [page, judgement.claim, judgement.time]).urn)
        writer.field("url", page)
        writer.field("claimReviewed", judgement.claim)
        writer.filled("datePublished", ExportTime(judgement.time)?.description)
        writer.field("author") { Self.party(author, to: &$0) }
        writer.field("reviewRating") { writer in
            writer.object {
                $0.field("@type", "Rating")
                $0.field("alternateName", rating)
            }
        }
        writer.filled("citation", judgement.evidence.filter { !$0.isEmpty })
        writer.field("itemReviewed", item)
    }

    private static func party(_ party: ExportedReview.Party, to writer: inout JSONWriter) {
        writer.object {
            $0.field("@type", party.isOrganisation ? "Organization" : "Person")
            $0.field("name", party.name)
            $0.filled("url", WebAddress.uri(party.url))
        }
    }

    /// The claim that was judged: who made it, and where it appeared.
    private func item(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("@type", "Claim")
            writer.field("text", judgement.claim)
            if let claimant = review.claimant, Self.isName(claimant.name) {
                writer.field("author") { Self.party(claimant, to: &$0) }
            }
            let pages = review.claim.map(Self.pages) ?? []
            if let first = pages.first { writer.field("firstAppearance") { Self.work(first, to: &$0) } }
            guard pages.count > 1 else { return }
            writer.field("appearance") { $0.array(pages.dropFirst()) { Self.work($1, to: &$0) } }
        }
    }

    /// The addresses of the articles that carry the claim, earliest first, each once.
    private static func pages(of exported: ExportedClaim) -> [String] {
        var seen: Set<String> = []
        return exported.claim.members.filter { $0.stance != .denies }
            .compactMap { WebAddress.uri(exported.revisions[$0.article]?.address) }
            .filter { seen.insert($0).inserted }
    }

    private static func work(_ url: String, to writer: inout JSONWriter) {
        writer.object {
            $0.field("@type", "NewsArticle")
            $0.field("url", url)
        }
    }
}
