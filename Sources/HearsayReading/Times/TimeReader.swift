public import HearsayCore

/// Finds the times that English news text tells, and what they resolve to.
///
/// Rules read each sentence by itself. The direction of a bare weekday or month comes from the nearest verb; "a month
/// later" counts from the last time of the text, and stays unresolved when there is none. Nothing is read from the
/// clock of the machine. A thousand sentences cost well under a tenth of a second.
public struct TimeReader: Sendable {
    /// Sentences longer than this are read in pieces.
    private static let longestSentence = 300

    /// A reader.
    public init() {}

    /// The times of one paragraph, in order, none overlapping another.
    ///
    /// `published` anchors "Friday" and "last week"; without it they stay unresolved. `minute`, its time of day, anchors
    /// "in an hour". `context` carries what the article told before and is brought up to date.
    public func times(
        in text: SourceText, paragraph: TextSpan, published: CivilDay?, minute: TimeExpression.MinuteOfDay? = nil,
        context: inout TimeContext
    ) -> [TimeExpression] {
        var times: [TimeExpression] = []
        // What an earlier paragraph told is too far away to lend its year.
        context.sentencesSince += 1
        for sentence in SentenceSplitter.sentences(in: text, paragraph: paragraph) {
            let words = WordScanner.words(in: text, span: sentence)
            context.sentencesSince += 1
            var start = 0
            while start < words.count {
                let end = min(words.count, start + Self.longestSentence)
                var reading = SentenceTimes(Array(words[start..<end]), published: published, minute: minute)
                times += reading.read(&context)
                start = end
            }
        }
        return times
    }
}

/// Reads the times of one sentence.
private struct SentenceTimes {
    let grammar: TimeGrammar
    let tense: TenseReader
    let published: CivilDay?
    let minute: TimeExpression.MinuteOfDay?
    /// The last day or month before publication that this sentence told.
    private var told: DayInterval?

    init(_ words: [Word], published: CivilDay?, minute: TimeExpression.MinuteOfDay?) {
        grammar = TimeGrammar(words)
        tense = TenseReader(tokens: grammar.tokens)
        (self.published, self.minute) = (published, minute)
    }

    mutating func read(_ context: inout TimeContext) -> [TimeExpression] {
        var (times, i, year) = ([TimeExpression](), 0, Int?.none)
        told = nil
        while i < grammar.tokens.count {
            guard let match = grammar.match(at: i) else {
                i += 1
                continue
            }
            if let time = expression(match, year: year, &context) {
                times.append(time)
                year = Self.year(of: match, time) ?? year
            }
            i = max(match.tokens.upperBound, i + 1)
        }
        return times
    }

    /// The year that a match states for the rest of the sentence.
    private static func year(of match: TimeMatch, _ time: TimeExpression) -> Int? {
        guard case .point(.date(.absolute(let year), nil, nil), _) = match.content, time.modality == .exact else {
            return nil
        }
        return year
    }

    /// Whether the time stands before a noun that the bound belongs to ("after the 1999 flood", "after Monday's debate").
    private func modifies(_ match: TimeMatch) -> Bool {
        if grammar.tokens[match.tokens.upperBound - 1].isPossessive { return true }
        guard case .point(.date(.absolute, nil, nil), nil) = match.content else { return false }
        return grammar.lower(match.tokens.lowerBound - 1) == "the"
    }

    private mutating func expression(_ match: TimeMatch, year: Int?, _ context: inout TimeContext) -> TimeExpression? {
        let tokens = match.tokens
        let span = TextSpan(
            grammar.tokens[tokens.lowerBound].span.start, grammar.tokens[tokens.upperBound - 1].span.end)
        let resolver = TimeResolver(
            published: published, minute: minute, direction: tense.direction(of: tokens), sentenceYear: year,
            seenFrom: tense.isFutureOfThePast(tokens) ? told : nil, context: context)
        let before = modifies(match) ? .none : TimeBound.before(tokens.lowerBound, grammar)
        let bound = before == .none ? TimeBound.after(tokens.upperBound, grammar) : before
        var builder = TimeBuilder(span: span, resolver: resolver, bound: bound)
        if match.bound == .deadline, builder.bound == .before { builder.bound = .by }
        if match.clockBound != .none { builder.bound = match.clockBound }
        let time = builder.build(match.content)
        if let days = builder.told {
            context.last = days.days
            context.lastGrain = days.grain
            context.lastIsDated = days.anchor == nil || days.anchor == .text
            context.sentencesSince = 0
            if let published, days.days.start <= published, [.day, .month].contains(days.grain) { told = days.days }
        }
        return time
    }
}
