import Testing

@testable import HearsayTracing

@Suite struct PublicationTimeTests {
    @Test func zonesAreCounted() throws {
        let a = try #require(PublicationTime("2031-03-11T14:20:00Z"))
        let b = try #require(PublicationTime("2031-03-11T15:20:00+01:00"))
        let c = try #require(PublicationTime("2031-03-11T09:19:00-05:00"))
        #expect(a.earliest == b.earliest && a.isAfter(c) && !c.isAfter(a))
    }

    @Test func aDayMayBeAnyMinute() throws {
        let day = try #require(PublicationTime("2031-03-11"))
        let noon = try #require(PublicationTime("2031-03-11T12:00:00Z"))
        #expect(!day.isAfter(noon) && !noon.isAfter(day) && day.latest - day.earliest == 1439)
    }

    @Test(arguments: ["", "soon", "2031-13-01", "11 March 2031"]) func othersAreNone(_ text: String) {
        #expect(PublicationTime(text) == nil)
    }
}
