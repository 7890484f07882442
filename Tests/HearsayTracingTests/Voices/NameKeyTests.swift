import Testing

@testable import HearsayTracing

@Suite struct NameKeyTests {
    @Test(arguments: [
        ("Colonel Mikhail Shcherbov", "Michail Schtscherbow", true), ("Darja Lominska", "Daria Lominska", true),
        ("Ms Weld", "Tomasina Weld", true), ("Brid Castellan", "Brid Castellane", true),
        ("Brackwell", "Brackwell Coatings", true), ("Halden Marsk ASA", "Halden Marsk", true),
        ("Ada Weld", "Bruno Weld", false), ("Ada Weld", "Ada Falk", false), ("Common Home", "Harbour List", false),
    ])
    func names(_ a: String, _ b: String, _ same: Bool) throws {
        let (x, y) = (try #require(NameKey(a)), try #require(NameKey(b)))
        #expect(x.agrees(with: y) == same && y.agrees(with: x) == same)
    }

    @Test func aTitleAloneIsAName() { #expect(NameKey("the minister") != nil && NameKey("") == nil) }
}
