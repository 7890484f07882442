import Testing

@testable import HearsayTracing

@Suite struct TermsTests {
    @Test(arguments: [
        ("reservists", "reservist"), ("closed", "closing"), ("doses", "dose"), ("harbour's", "harbour"),
        ("vote", "votes"),
    ])
    func formsOfAWordAgree(_ a: String, _ b: String) { #expect(Terms.stem(a) == Terms.stem(b)) }

    @Test(arguments: [("red", "red"), ("bus", "bus"), ("is", "is")])
    func shortWordsStay(_ word: String, _ stem: String) { #expect(Terms.stem(word) == stem) }

    @Test func numbersForWordsAreStable() {
        var interner = Interner()
        let first = ["a", "b", "a"].map { interner.number($0) }
        #expect(first == [0, 1, 0] && interner.count == 2)
    }
}
