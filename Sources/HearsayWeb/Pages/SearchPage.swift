internal import Hearsay
internal import HearsayCore
internal import Hummingbird

/// `/search?q=`: full text or meanings over statements, articles and voices, filtered, page by page.
struct SearchPage {
    private static let length = 50
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("search") { [site] request, context in
            let form = try SearchForm(request)
            return try await site.read { desk in
                let result =
                    form.request.isEmpty
                    ? SearchResult(hits: [])
                    : try desk.search(form.request, limit: Self.length, after: form.after)
                if context.isTwin {
                    let next = result.next.map { "/search.json?\(form.query(after: $0))" }
                    return .json(Twins.search(form.request.words, result, next: next))
                }
                return try site.html(.search, SearchView(form, result, site: site))
            }
        }
    }
}

/// The fields of a search in an address.
struct SearchForm {
    var request: SearchRequest
    var after: String?

    /// Reads the fields of a request; those that make no sense are errors.
    init(_ request: Request) throws {
        func field(_ name: String) -> String? {
            request.word(name).map(PlainText.singleLine).flatMap { $0.isEmpty ? nil : $0 }
        }
        var search = SearchRequest(field("q") ?? "")
        search.source = try request.number("source")
        search.outlet = field("outlet")
        search.byMeaning = field("meaning") == "1"
        if let name = field("in") { search.scopes = [try Self.word(name, "in")] }
        if let name = field("stance") { search.stance = try Self.word(name, "stance") }
        search.said = try Self.days(field("saidfrom"), field("saidto"))
        search.due = try Self.days(field("duefrom"), field("dueto"))
        search.isUnnamed = try Self.choice(field("who"), "who", "unnamed", "named")
        search.isRelayed = try Self.choice(field("way"), "way", "relayed", "first-hand")
        (self.request, after) = (search, field("after"))
    }

    private static func word<Word: RawRepresentable>(_ name: String, _ field: String) throws -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: name) else { throw DeskError(.invalid, "\(field) cannot be '\(name)'.") }
        return word
    }

    private static func choice(_ value: String?, _ field: String, _ yes: String, _ no: String) throws -> Bool? {
        switch value {
        case nil: nil
        case yes: true
        case no: false
        case let other?: throw DeskError(.invalid, "\(field) must be \(yes) or \(no), not '\(other)'.")
        }
    }

    /// The days from one to another; where one is missing, there is no bound on that side.
    private static func days(_ from: String?, _ to: String?) throws -> DayInterval? {
        guard from != nil || to != nil else { return nil }
        func day(_ text: String?, _ absent: CivilDay) throws -> CivilDay {
            guard let text else { return absent }
            guard let day = CivilDay(iso: text) else {
                throw DeskError(.invalid, "'\(text)' is no day such as 2024-03-22.")
            }
            return day
        }
        return DayInterval(try day(from, SearchRequest.earliest), try day(to, SearchRequest.latest))
    }

    /// The fields as the query of an address.
    func query(after: String? = nil) -> String {
        let choices: [(String, String?)] = [
            ("q", request.words.isEmpty ? nil : request.words), ("in", request.scopes.first?.rawValue),
            ("source", request.source.map(String.init)), ("outlet", request.outlet),
            ("stance", request.stance?.rawValue),
            ("saidfrom", Self.bound(request.said?.start)), ("saidto", Self.bound(request.said?.end)),
            ("duefrom", Self.bound(request.due?.start)), ("dueto", Self.bound(request.due?.end)),
            ("who", request.isUnnamed.map { $0 ? "unnamed" : "named" }),
            ("way", request.isRelayed.map { $0 ? "relayed" : "first-hand" }),
            ("meaning", request.byMeaning ? "1" : nil), ("after", after),
        ]
        return choices.compactMap { name, value in value.map { "\(name)=\(URLEncodedForm.encode($0))" } }
            .joined(separator: "&")
    }

    /// A bound that somebody set.
    static func bound(_ day: CivilDay?) -> String? {
        day.flatMap { $0 == SearchRequest.earliest || $0 == SearchRequest.latest ? nil : $0.description }
    }
}
