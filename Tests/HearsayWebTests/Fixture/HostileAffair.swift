import Hearsay
import HearsayCore

/// An article that attacks the page in every field.
enum HostileAffair {
    /// Ends attributes and tags, also by characters that combine with a quotation mark; drives terminals and reorders.
    static let attack =
        "\"\u{301} onmouseover=alert(1) x=\"'></title></textarea><script>alert(2)</script><img src=x onerror=alert(3)>"
        + "{{{frame.token}}}\u{202E}\u{1B}]0;\u{0}<\u{301}b>&amp;<!--"

    static var article: FixtureArticle {
        var reader = FixtureVoice.unnamed("v1", attack, reason: attack)
        (reader.affiliation, reader.name) = (attack, nil)
        var relay = FixtureVoice.named("v2", attack, role: attack, kind: .outlet)
        relay.affiliation = attack
        var other = FixtureVoice.named("v3", attack + attack, role: attack, kind: .outlet)
        other.affiliation = attack
        return FixtureArticle(
            id: 1, outlet: attack, published: attack, headline: attack, paragraphs: [attack + " said " + attack],
            voices: [reader, relay, other],
            said: [
                .init(
                    voice: "v1", source: attack, cue: " said ", content: attack, relay: ["v2"], claim: "c\"><b>/../?#",
                    forecast: HarbourAffair.forecast)
            ],
            sources: ["v1": 1, "v2": 2, "v3": 3], outside: [attack])
    }

    static let claimPath = "/claims/\(encoded("c\"><b>/../?#"))"

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }
}
