internal import Hearsay
internal import HearsayCore

/// How counts, days and outcomes are worded on every page.
enum Words {
    /// "1 article", "1,200 articles".
    static func count(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number(count)) \(count == 1 ? noun : plural ?? noun + "s")"
    }

    /// "1,200".
    static func number(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.enumerated().map { index, digit in
            index > 0 && (digits.count - index) % 3 == 0 && digits[index - 1] != "-" ? ",\(digit)" : "\(digit)"
        }.joined()
    }

    /// "At least 1, likely 1, at most 2 independent origins"; "1 independent origin" where there is no doubt.
    static func origins(_ count: OriginCount) -> String {
        if count.least == count.most { return self.count(count.most, "independent origin") }
        return
            "At least \(count.least), likely \(count.likely), at most \(self.count(count.most, "independent origin"))"
    }

    /// "1 to 2 origins", for lists.
    static func originRange(_ count: OriginCount) -> String {
        count.least == count.most
            ? self.count(count.most, "origin") : "\(count.least) to \(self.count(count.most, "origin"))"
    }

    /// The day of a date or time.
    static func day(_ time: String?) -> String? { time.map { String($0.prefix(10)) } }

    /// "2031-05-16 14:30" of an RFC 3339 time.
    static func minute(_ time: String) -> String {
        String(time.prefix(16)).replacing("T", with: " ")
    }

    /// "due 2031-06-02", "no day given".
    static func due(_ days: DayInterval?) -> String { days.map { "due \(TimeLabel.days($0))" } ?? "no day given" }

    /// What became of a forecast, and who says so.
    static func outcome(of forecast: Claim.Prediction) -> String {
        let result = outcome(forecast.outcome)
        return forecast.isJudged || forecast.outcome == .open ? result : "\(result), as the articles tell"
    }

    /// What became of a forecast.
    static func outcome(_ outcome: Claim.Outcome) -> String {
        switch outcome {
        case .true: "came true"
        case .false: "did not come true"
        case .void: "cannot be settled"
        case .open: "open"
        }
    }

    /// Why another claim speaks against one.
    static func clash(_ clash: Claim.Clash) -> String {
        switch clash {
        case .number: "gives another number for the same thing"
        case .date: "gives another day for the same thing"
        case .name: "names somebody or something else"
        case .negation: "says that it is not so"
        }
    }

    /// How one article took from another, from the side of the one that took.
    static func kind(_ kind: Edge.Kind) -> String {
        switch kind {
        case .cites: "cites it"
        case .copies: "mostly the same text"
        case .rewrites: "the same in other words"
        }
    }

    /// What an edit of a kind is about.
    static func kind(_ kind: MarkedEdit.Kind) -> String {
        switch kind {
        case .attribution: "who vouches for it"
        case .fact: "what is reported"
        case .hedge: "how certain it is"
        case .note: "a note about the article itself"
        case .style: "other words for the same"
        }
    }

    /// "92 %", held together.
    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{A0}%" }
}

/// Addresses of the pages.
enum Address {
    static func article(_ id: Int) -> String { "/articles/\(id)" }
    static func claim(_ id: String) -> String { "/claims/\(URLEncodedForm.encode(id))" }
    static func source(_ id: Int) -> String { "/sources/\(id)" }

    /// An address from an article, if a browser may follow it: http or https, and nothing hidden in it.
    static func outside(_ url: String?) -> String? {
        guard let url, url.utf8.count <= 2048 else { return nil }
        let start = url.lowercased()
        guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return nil }
        return url.unicodeScalars.allSatisfy { !PlainText.isUnsafe($0) && !$0.properties.isWhitespace } ? url : nil
    }
}
