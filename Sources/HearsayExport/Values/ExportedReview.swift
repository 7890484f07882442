public import HearsayCore

/// A person's verdict on a claim, with the page on which that person published it.
public struct ExportedReview: Hashable, Sendable {
    /// Who publishes the verdict, or who made the claim.
    public struct Party: Hashable, Sendable {
        /// The name.
        public var name: String
        /// Whether it is an organisation, not a person.
        public var isOrganisation: Bool
        /// Its own page.
        public var url: String?

        /// A person or an organisation.
        public init(name: String, isOrganisation: Bool = false, url: String? = nil) {
            (self.name, self.isOrganisation, self.url) = (name, isOrganisation, url)
        }
    }

    /// The verdict. Of several on one claim, give the one that counts.
    public var judgement: Judgement
    /// The address of the page that the verdict is published at; without one it is not exported.
    public var page: String?
    /// Who published it; without one it is not exported.
    public var author: Party?
    /// Who made the claim, where that is one person or organisation with a name.
    public var claimant: Party?
    /// The claim, for where it appeared; nil when it is no longer in the ledger.
    public var claim: ExportedClaim?

    /// A verdict.
    public init(
        judgement: Judgement, page: String? = nil, author: Party? = nil, claimant: Party? = nil,
        claim: ExportedClaim? = nil
    ) {
        (self.judgement, self.page, self.author) = (judgement, page, author)
        (self.claimant, self.claim) = (claimant, claim)
    }
}
