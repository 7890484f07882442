internal import HearsayCore

/// Finds places where an article says that it has something from another one of the set.
struct CitationFinder {
    /// A citation of an earlier article.
    struct Citation {
        var article: Int
        /// The sentence that cites, among the units of the set.
        var unit: Int
        /// The words that name the outlet.
        var span: TextSpan
        /// The sentence of the cited article that says the same, where one does.
        var source: Int?
        /// How near that sentence is.
        var likeness: Float
        var confidence: Double
    }

    /// Words beside the name of an outlet whose report is handed on.
    private static let cues = Terms.words(
        """
        report reports reported reporting say says said write writes wrote written tell tells told according cite cites \
        cited citing quote quotes quoted quoting claim claims claimed confirm confirms confirmed reveal reveals revealed \
        understands indicate indicates indicated inform informs informed declared added adds reference per \
        disclose discloses disclosed evoke evokes evoked mentioned described publishes published allege alleges alleged \
        stated noted learned learnt
        """)
    /// What an outlet calls itself.
    private static let papers = Terms.words("newspaper paper magazine website programme publication agency")
    /// How many words may stand between the name and such a word.
    private static let reach = 4
    /// The similarity to a sentence of the named outlet that makes a citation of a bare name.
    private static let alike: Float = 0.45
    /// The similarity to the article in which somebody told the outlet itself.
    private static let alikeInterview: Float = 0.3
    /// What an article says when it speaks of an earlier one of its own outlet.
    private static let ownCues = Terms.words(
        "reported wrote written revealed disclosed published printed broke information report story account")

    /// What it adds to the nearness of an article that both give a figure, and that it came out on the weekday that is named.
    private static let (sameFigure, sameDay): (Float, Float) = (0.15, 0.15)

    let corpus: Corpus
    let similarity: Similarity
    let names: OutletNames

    /// The citations of an article, at most one for each cited article.
    func citations(of number: Int) -> [Citation] {
        let article = corpus.articles[number]
        var best: [Int: Citation] = [:]
        for unit in article.units {
            guard let mention = ownInterview(unit, of: number), let citation = citation(mention, from: number, unit),
                citation.likeness >= Self.alikeInterview
            else { continue }
            best[citation.article] = citation
        }
        for mention in names.mentions(in: article) where !article.quoted[mention.words.lowerBound] {
            guard let unit = unit(of: article, at: mention.words.lowerBound),
                let citation = citation(mention, from: number, unit)
            else { continue }
            let isOwn = mention.outlet == names.outlets[number]
            guard isOwn ? isOwnStory(mention, in: article, unit) : isCiting(mention, in: article, unit, citation)
            else { continue }
            if citation.confidence > best[citation.article]?.confidence ?? 0 { best[citation.article] = citation }
        }
        return best.values.sorted { $0.article < $1.article }
    }

    /// The name of an outlet, as its articles give it.
    func name(of outlet: Int) -> String? {
        names.outlets.firstIndex { $0 == outlet }.flatMap { corpus.articles[$0].outlet }
    }

    private func unit(of article: SetArticle, at word: Int) -> Int? {
        article.units.first { corpus.units[$0].words.contains(word) }
    }

    private func isCiting(
        _ mention: OutletNames.Mention, in article: SetArticle, _ unit: Int, _ citation: Citation
    ) -> Bool {
        citation.likeness >= Self.alike || isNearCue(mention, in: article, unit)
    }

    /// Whether a word that hands on stands beside the name of an outlet.
    func isNearCue(_ mention: OutletNames.Mention, in article: SetArticle, _ unit: Int) -> Bool {
        let words = corpus.units[unit].words
        let first = max(words.lowerBound, mention.words.lowerBound - Self.reach)
        let after = afterApposition(mention.words.upperBound, in: article, end: words.upperBound)
        let near = Array(first..<mention.words.lowerBound) + Array(after..<min(words.upperBound, after + Self.reach))
        return near.contains { Self.cues.contains(article.words[$0].lower) }
    }

    /// One past "…, a daily of that town," which may stand between a name and its verb.
    private func afterApposition(_ start: Int, in article: SetArticle, end: Int) -> Int {
        // A name may run over the end of a sentence that has no stop.
        guard start < end, article.words[start].lower == "," else { return min(start, end) }
        let close = (start + 1..<min(end, start + 20)).first { article.words[$0].lower == "," }
        return close.map { $0 + 1 } ?? start
    }

    /// "The Courier had reported", "the information of the Courier", in the Courier itself.
    private func isOwnStory(_ mention: OutletNames.Mention, in article: SetArticle, _ unit: Int) -> Bool {
        let words = corpus.units[unit].words
        let near =
            max(words.lowerBound, mention.words.lowerBound - 3)..<min(words.upperBound, mention.words.upperBound + 2)
        return near.contains { Self.ownCues.contains(article.words[$0].lower) && !mention.words.contains($0) }
    }

    /// "Told this newspaper nine days ago", "a report in this newspaper", "the story this newspaper broke": an earlier article
    /// of the same outlet.
    private func ownInterview(_ unit: Int, of number: Int) -> OutletNames.Mention? {
        let article = corpus.articles[number]
        let words = corpus.units[unit].words
        guard let outlet = names.outlets[number] else { return nil }
        let isPast = words.contains { ["ago", "last"].contains(article.words[$0].lower) }
        let start = words.dropFirst().dropLast().first { i in
            guard article.words[i].lower == "this", Self.papers.contains(article.words[i + 1].lower) else {
                return false
            }
            let near = max(words.lowerBound, i - 3)..<min(words.upperBound, i + 4)
            return isPast && article.words[i - 1].lower == "told"
                || near.contains { Self.ownCues.contains(article.words[$0].lower) }
        }
        return start.map { OutletNames.Mention(outlet: outlet, words: $0..<$0 + 2) }
    }

    /// "The Courier reported on Monday": whether an article came out on a weekday that a sentence names.
    private func isDated(_ unit: Int, to article: Int) -> Bool {
        guard let day = corpus.articles[article].time?.day else { return false }
        return corpus.units[unit].days.contains { $0.weekday == day.weekday }
    }

    /// The article of the named outlet that the citing sentence, or the next one, is nearest to, in words, figure and day.
    private func citation(_ mention: OutletNames.Mention, from number: Int, _ unit: Int) -> Citation? {
        let article = corpus.articles[number]
        var best: (article: Int, source: Int, near: Float, rank: Float)?
        for (other, outlet) in names.outlets.enumerated() where outlet == mention.outlet && other != number {
            guard corpus.mayHaveTaken(number, from: other), corpus.articles[other].units.count > 0 else { continue }
            let day = isDated(unit, to: other) ? Self.sameDay : 0
            for source in corpus.articles[other].units {
                var near = corpus.cosine(unit, source)
                if article.units.contains(unit + 1) { near = max(near, corpus.cosine(unit + 1, source) - 0.1) }
                let rank = near + day + (similarity.figures(unit, source) == .agree ? Self.sameFigure : 0)
                if rank > best?.rank ?? -2 { best = (other, source, near, rank) }
            }
        }
        guard let best else { return nil }
        let words = article.words[mention.words]
        guard let first = words.first, let last = words.last else { return nil }
        return Citation(
            article: best.article, unit: unit, span: TextSpan(first.span.start, last.span.end),
            source: best.near > 0.4 ? best.source : nil, likeness: best.near,
            confidence: Double(min(0.95, 0.7 + max(0, best.near) * 0.3)))
    }
}
