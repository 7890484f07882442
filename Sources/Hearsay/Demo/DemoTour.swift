internal import HearsayCore

/// A short walk through a ledger: what it shows that a pile of articles does not. Everything in it is asked of the
/// ledger, nothing is known beforehand.
public struct DemoTour {
    private let desk: any Desk
    private let ledger: String
    private let painter: TextPainter

    /// A walk through the ledger at a path.
    public init(desk: any Desk, ledger: String, style: OutputStyle = OutputStyle()) {
        self.desk = desk
        self.ledger = ledger
        painter = TextPainter(style: style)
    }

    /// The whole walk, for the terminal.
    public func text() throws -> String {
        // Each station takes its claim away, so that the next one shows another.
        var claims = try desk.trace().claims
        var lines = try opening()
        lines += try retold(&claims)
        lines += try contested(&claims)
        lines += try unnamed(&claims)
        lines += try forecasts()
        lines += try log()
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Stations

    private func opening() throws -> [String] {
        let overview = try desk.overview()
        return painter.wrapped(
            "\(overview.articles) articles of \(overview.outlets) outlets, with \(overview.statements) statements. "
                + "Voices without a name: \(overview.unnamed).", .bold)
            + hint("list")
    }

    /// The claim that most articles tell on the word of fewest.
    private func retold(_ claims: inout [Claim]) throws -> [String] {
        let told = claims.map { ($0, Set($0.members.map(\.article)).count) }.filter { $0.1 > 1 }
        guard
            let (claim, articles) = told.max(by: {
                ($0.1 - $0.0.origins.most, $1.0.id) < ($1.1 - $1.0.origins.most, $0.0.id)
            })
        else { return [] }
        claims.removeAll { $0.id == claim.id }
        return station("Many articles, few origins")
            + painter.wrapped(quoted(claim.text), indent: 2)
            + painter.wrapped("\(articles) articles, \(claim.origins.sentence):", indent: 2, .value)
            + claim.sources.filter { $0.most > 0 }.flatMap { source in
                painter.wrapped(
                    "\(source.label): \(source.reason)", indent: 4, hanging: 2,
                    source.kind == .unnamed ? .unnamed : .named)
            } + hint("trace \(claim.id)")
    }

    /// A claim that somebody denies or that another claim contradicts.
    private func contested(_ claims: inout [Claim]) throws -> [String] {
        func weight(_ claim: Claim) -> Int {
            claim.members.count { $0.stance == .denies && $0.voice != nil } * 3 + claim.members.count
        }
        let contested = claims.filter { claim in
            claim.members.contains { $0.stance == .denies } || !claim.contradicts.isEmpty && claim.members.count > 1
        }
        guard let claim = contested.max(by: { (weight($0), $1.id) < (weight($1), $0.id) }),
            let detail = try desk.claim(claim.id)
        else { return [] }
        claims.removeAll { $0.id == claim.id }
        var lines = station("What speaks against it") + painter.wrapped(quoted(claim.text), indent: 2)
        for place in detail.places where place.member.stance == .denies {
            let voice = place.member.voice ?? place.article.outlet ?? "somebody"
            lines += painter.wrapped("denied by \(voice): \(quoted(place.words))", indent: 4, hanging: 2, .alarm)
        }
        for against in detail.against {
            lines += painter.wrapped(
                "another \(against.clash.rawValue): \(quoted(against.claim.text))", indent: 4, hanging: 2, .alarm)
        }
        return lines + hint("trace \(claim.id)")
    }

    /// A claim that rests on people without a name alone.
    private func unnamed(_ claims: inout [Claim]) throws -> [String] {
        let resting = claims.filter { claim in
            let counted = claim.sources.filter { $0.most > 0 }
            return !counted.isEmpty && counted.allSatisfy { $0.kind == .unnamed }
        }
        let most = resting.max { ($0.members.count, $1.id) < ($1.members.count, $0.id) }
        guard let claim = most, let detail = try desk.claim(claim.id), let place = detail.places.first else {
            return []
        }
        claims.removeAll { $0.id == claim.id }
        return station("Nobody with a name")
            + painter.wrapped(quoted(claim.text), indent: 2)
            + painter.wrapped(
                "rests on \(claim.sources.filter { $0.most > 0 }.map(\.label).joined(separator: "; ")), \(claim.origins.sentence).",
                indent: 2,
                .unnamed)
            + hint("show \(place.article.id)")
    }

    private func forecasts() throws -> [String] {
        let items = try desk.due()
        guard !items.isEmpty else { return [] }
        var lines = station("What falls due")
        for state in [DueItem.State.overdue, .running, .ahead, .settled] {
            let here = items.filter { $0.state == state }
            guard let item = here.max(by: { $0.claim.articles < $1.claim.articles }) else { continue }
            let result = item.claim.forecast?.outcomeSentence.map { " (\($0))" } ?? ""
            lines += painter.wrapped(
                "\(here.count) \(state.title.lowercased()), such as \(quoted(item.claim.text))\(result)", indent: 2,
                hanging: 2)
        }
        return lines + hint("due")
    }

    private func log() throws -> [String] {
        _ = try desk.checkpoint()
        let result = try desk.verify()
        return station("Nothing was changed since")
            + painter.wrapped(
                "\(result.entries) log entries recomputed from the captured bytes, readings and judgements: "
                    + (result.holds
                        ? "all agree with the signed checkpoint." : "\(result.findings.count) do not agree."),
                indent: 2, result.holds ? .value : .alarm) + hint("log verify")
    }

    // MARK: Lines

    /// Words in quotation marks, unless they hold some already.
    private func quoted(_ words: String) -> String {
        words.unicodeScalars.contains { "\"“”".unicodeScalars.contains($0) } ? words : "“\(words)”"
    }

    private func station(_ title: String) -> [String] { ["", painter.paint(title, .bold)] }

    /// The command to try, on one line so that it can be copied.
    private func hint(_ words: String) -> [String] {
        [painter.paint("  $ hearsay \(words) --ledger \(ledger)", .faint)]
    }
}
