import HearsayCore
import HearsayExport
import Testing

@Suite struct ExportedClaimTests {
    @Test func claimsOfATraceComeWithWhatBelongsToThem() {
        let claim = Sample.claim.claim
        var other = Sample.claim.opponents["c8"] ?? claim
        other.contradicts = []
        let trace = Trace(edges: Sample.claim.edges, claims: [claim, other])
        let revisions = ["a12": Sample.revision, "a12r1": Sample.first, "a50": Sample.first]
        var seen: [ExportedClaim] = []
        ExportedClaim.each(in: trace, revision: { revisions[$0] }, { seen.append($0) })
        #expect(seen.map(\.claim.id) == ["c7", "c8"])
        #expect(seen[0].revisions == Sample.claim.revisions)
        #expect(seen[0].opponents == ["c8": other])
        #expect(seen[0].edges == [Sample.claim.edges[0]])
        #expect(seen[1].revisions.keys.sorted() == ["a12"])
        #expect(seen[1].edges.isEmpty)
    }

    @Test func anErrorOfTheLookUpIsHandedOn() {
        struct Gone: Error {}
        let trace = Trace(claims: [Sample.claim.claim])
        #expect(throws: Gone.self) { try ExportedClaim.each(in: trace, revision: { _ in throw Gone() }, { _ in }) }
    }
}
