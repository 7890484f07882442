import HearsayCore
import Testing

@testable import HearsayExport

@Suite struct ClaimReviewTests {
    @Test func reviewIsAsRecorded() throws {
        var reviews = ClaimReviews()
        try expectGolden(reviews.review(Sample.review) + reviews.foot(), "reviews.json")
        #expect((reviews.written, reviews.leftOut) == (1, 0))
    }

    @Test func whatNobodyPublishedIsLeftOut() {
        var without: [ExportedReview] = Array(repeating: Sample.review, count: 7)
        without[0].page = nil
        without[1].page = "checkers"
        without[2].author = nil
        without[3].author?.name = " \u{2028}\n"
        without[4].judgement.outcome = .open
        without[5].page = "javascript:alert(1)"
        without[6].judgement.claim = ""
        var reviews = ClaimReviews()
        #expect(without.allSatisfy { reviews.review($0).isEmpty })
        #expect(reviews.foot().isEmpty)
        #expect((reviews.written, reviews.leftOut) == (0, 7))
    }

    @Test(arguments: [(Claim.Outcome.true, "True"), (.false, "False"), (.void, "Cannot be settled")])
    func verdictsAreWords(outcome: Claim.Outcome, word: String) throws {
        var review = Sample.review
        review.judgement.outcome = outcome
        var reviews = ClaimReviews()
        let item = try JSONValue.read(reviews.review(review) + reviews.foot())["@graph"][0]
        #expect(item["reviewRating"]["alternateName"].text == word)
        #expect(item["reviewRating"]["ratingValue"] == .null)
    }

    @Test func aClaimNoLongerInTheLedgerIsReviewedByItsWords() throws {
        var review = Sample.review
        (review.claim, review.claimant) = (nil, nil)
        var reviews = ClaimReviews()
        let item = try JSONValue.read(reviews.review(review) + reviews.review(review) + reviews.foot())["@graph"]
        #expect(item.items.count == 2)
        #expect(item[1]["claimReviewed"].text == review.judgement.claim)
        #expect(
            item[1]["itemReviewed"] == .object(["@type": .string("Claim"), "text": .string(review.judgement.claim)]))
    }

    @Test func appearancesAreWhereItWasAsserted() throws {
        var reviews = ClaimReviews()
        let item = try JSONValue.read(reviews.review(Sample.review) + reviews.foot())["@graph"][0]["itemReviewed"]
        #expect(item["firstAppearance"]["url"].text == "https://courier.example/%D0%BF%D0%BE%D1%80%D1%82?a=1&b=%5B2%5D")
        #expect(item["appearance"].items.map { $0["url"].text } == ["https://courier.example/port"])
    }
}
