internal import HearsayCore
internal import HearsayLanguage

/// A source, a cue and the fragments of a content that belong together, as words of one ``WordSequence``.
struct TaggedAttribution: Sendable {
    var source: Range<Int>?
    var cue: Range<Int>?
    var content: [Range<Int>]
    /// How sure the labels are: the mean probability of their words, for each role; 1 where the role is empty.
    var labelling: [Role: Double]
    /// How sure the links are, 0 to 1.
    var linking: Double
}

/// Marks sources, cues and contents and tells which belong together.
///
/// A fine-tuned encoder scores labels, a linear chain decodes them without broken spans, and two bilinear scorers link
/// each content fragment to its cue and each cue to its source. See MODEL_CARD.md.
struct Tagger: Sendable {
    /// Words between a cue and a source that no cue chose, beyond which they are left apart.
    private static let reach = 25

    private let tokenizer: WordPieceTokenizer
    private let encoder: Encoder
    private let features: Features
    private let head: Projection
    private let chain: LinearChain
    private let contentLinker, sourceLinker: Linker

    /// The embedding rows of the three word features.
    private struct Features: Sendable {
        let shape, quote, place: Floats
    }

    /// Loads the tagger.
    /// - Parameters:
    ///   - base: the official encoder, for its embedding tables.
    ///   - tuned: the project's own layers and heads.
    ///   - counter: is told how many pieces are encoded.
    init(
        tokenizer: WordPieceTokenizer, base: Safetensors, tuned: Safetensors, counter: TokenCounter? = nil
    ) throws(ModelError) {
        self.tokenizer = tokenizer
        encoder = Encoder(weights: try EncoderWeights(base: base, tuned: tuned), counter: counter)
        let hidden = encoder.hidden
        features = Features(
            shape: try tuned.floats("features.shape", shape: [5, hidden]),
            quote: try tuned.floats("features.quote", shape: [2, hidden]),
            place: try tuned.floats("features.place", shape: [2, hidden]))
        head = try Projection(tuned, "labels", out: Role.labels, width: hidden)
        let transitions = try tuned.floats("transitions", shape: [Role.labels, Role.labels]).array
        chain = LinearChain(transitions: transitions, labels: Role.labels)
        contentLinker = try Linker(tuned, "contentLink", hidden: hidden)
        sourceLinker = try Linker(tuned, "sourceLink", hidden: hidden)
    }

    /// The words of some stretches of a text, ready for ``attributions(in:)``.
    func words(_ text: SourceText, _ stretches: [TextSpan], skipping: [TextSpan] = []) -> WordSequence {
        WordSequence(text, stretches: stretches, tokenizer: tokenizer, skipping: skipping)
    }

    /// The attributions of each sequence, also those for whose cue no content was found. Sequences go through the
    /// encoder together, in windows.
    func attributions(in sequences: [WordSequence]) -> [[TaggedAttribution]] {
        let encoded = encoded(sequences)
        return zip(sequences, encoded).map { sequence, windows in
            let scores = labelScores(windows, words: sequence.count)
            let path = chain.best(scores)
            let certainty = chain.marginals(scores)
            let spans = SpanRepair.repaired(Self.spans(path, sequence), in: sequence)
            return linked(spans, windows) { word, label in Double(certainty[word * Role.labels + label]) }
        }
    }

    /// The scores of each word's labels: the mean of what the windows that see it say.
    private func labelScores(_ windows: [EncodedWindow], words: Int) -> [Float] {
        var scores = [Float](repeating: 0, count: words * Role.labels)
        var weights = [Float](repeating: 0, count: words)
        for window in windows {
            let own = head.apply(window.all)
            for (row, word) in window.view.words.enumerated() {
                let weight = window.view.weight(word)
                weights[word] += weight
                for label in 0..<Role.labels {
                    scores[word * Role.labels + label] += weight * own[row * Role.labels + label]
                }
            }
        }
        for word in 0..<words {
            for label in 0..<Role.labels { scores[word * Role.labels + label] /= weights[word] }
        }
        return scores
    }

    /// A window with one row for each of its words: that of the word's first piece.
    private struct EncodedWindow {
        var view: Windows.Window
        var all: [Float]
        var hidden: Int

        func rows(_ words: Range<Int>) -> [Float] {
            let first = view.words.lowerBound
            return Array(all[(words.lowerBound - first) * hidden..<(words.upperBound - first) * hidden])
        }

        func row(_ word: Int) -> [Float] { rows(word..<word + 1) }
    }

    /// The windows of every sequence, encoded in batches.
    private func encoded(_ sequences: [WordSequence]) -> [[EncodedWindow]] {
        var jobs: [(sequence: Int, window: Windows.Window)] = []
        for (i, sequence) in sequences.enumerated() { jobs += Windows.over(sequence).map { (i, $0) } }
        var out = sequences.map { _ in [EncodedWindow]() }
        for first in stride(from: 0, to: jobs.count, by: 8) {
            let batch = Array(jobs[first..<min(first + 8, jobs.count)])
            for (job, window) in zip(batch, encode(batch, sequences)) { out[job.sequence].append(window) }
        }
        return out
    }

    private func encode(
        _ batch: [(sequence: Int, window: Windows.Window)], _ sequences: [WordSequence]
    ) -> [EncodedWindow] {
        var pieces: [[Int32]] = []
        var places: [(shape: Int, quote: Int, place: Int)] = []
        var heads: [[Int]] = []
        for (index, window) in batch {
            let sequence = sequences[index]
            var row = [tokenizer.opening]
            var first: [Int] = []
            places.append((0, 0, 0))
            for word in window.words {
                first.append(places.count)
                let own = sequence.pieces[sequence.firstPiece[word]..<sequence.firstPiece[word + 1]]
                let begins = sequence.begins[word] || word == window.words.lowerBound
                for piece in own.prefix(Windows.length - 2) {
                    row.append(piece)
                    places.append((Int(sequence.shape[word].rawValue), sequence.quoted[word] ? 1 : 0, begins ? 1 : 0))
                }
            }
            pieces.append(row + [tokenizer.closing])
            places.append((0, 0, 0))
            heads.append(first)
        }
        let hidden = encoder.hidden
        let out = encoder.encode(pieces) { row, target in
            let (shape, quote, place) = places[row]
            let (s, q) = (features.shape.base + shape * hidden, features.quote.base + quote * hidden)
            let p = features.place.base + place * hidden
            for i in 0..<hidden { target[i] += s[i] + q[i] + p[i] }
        }
        return zip(batch, heads).map { job, first in
            var all: [Float] = []
            all.reserveCapacity(first.count * hidden)
            for row in first { all += out[row * hidden..<(row + 1) * hidden] }
            return EncodedWindow(view: job.window, all: all, hidden: hidden)
        }
    }

    /// The spans of a label path; a span ends where a paragraph does unless it is content.
    private static func spans(_ path: [Int], _ sequence: WordSequence) -> [RoleSpan] {
        var spans: [RoleSpan] = []
        var word = 0
        while word < path.count {
            guard let role = Role(label: path[word]) else {
                word += 1
                continue
            }
            let first = word
            repeat {
                word += 1
            } while word < path.count && path[word] == role.inside
                && (role == .content || !sequence.begins[word])
            spans.append(RoleSpan(role: role, words: first..<word))
            while word < path.count, path[word] == role.inside { word += 1 }
        }
        return spans
    }

    private func linked(
        _ spans: [RoleSpan], _ windows: [EncodedWindow], certainty: (Int, Int) -> Double
    ) -> [TaggedAttribution] {
        let cues = spans.filter { $0.role == .cue }.map(\.words)
        let sources = spans.filter { $0.role == .source }.map(\.words)
        let contents = spans.filter { $0.role == .content }.map(\.words)
        let toCue = partners(contentLinker, contents, cues, windows)
        let toSource = partners(sourceLinker, cues, sources, windows)
        var found: [TaggedAttribution] = cues.indices.map { c in
            let (best, share) = Self.best(toSource[c])
            return TaggedAttribution(
                source: best < sources.count ? sources[best] : nil, cue: cues[c], content: [], labelling: [:],
                linking: Double(share))
        }
        Self.giveSources(sources, to: &found, toSource)
        for (x, content) in contents.enumerated() {
            let (best, share) = Self.best(toCue[x])
            if best < cues.count {
                found[best].content.append(content)
                found[best].linking = min(found[best].linking, Double(share))
            } else {
                found.append(
                    TaggedAttribution(
                        source: nil, cue: nil, content: [content], labelling: [:], linking: Double(share)))
            }
        }
        return found.map { attribution in
            var one = attribution
            one.labelling = Self.labelling(attribution, certainty)
            return one
        }
    }

    /// The partners of every left span among the right ones that its window sees whole.
    ///
    /// Rows of different windows do not compare, so each span is judged in the window that decides its first word.
    private func partners(
        _ linker: Linker, _ left: [Range<Int>], _ right: [Range<Int>], _ windows: [EncodedWindow]
    ) -> [[Float]] {
        var out: [[Float]] = []
        for window in windows {
            let view = window.view
            let own = left.filter { view.decides.contains($0.lowerBound) }
            let seen = right.indices.filter {
                view.words.contains(right[$0].lowerBound) && view.words.contains(right[$0].upperBound - 1)
            }
            let ends = { (span: Range<Int>) in
                window.row(span.lowerBound) + window.row(min(span.upperBound, view.words.upperBound) - 1)
            }
            for shares in linker.partners(left: own, right: seen.map { right[$0] }, rows: ends) {
                var row = [Float](repeating: 0, count: right.count + 1)
                for (index, share) in zip(seen, shares) { row[index] = share }
                row[right.count] = shares.last ?? 1
                out.append(row)
            }
        }
        return out
    }

    /// A source that no cue chose goes to the likeliest cue that has none: nearly every source has an attribution.
    private static func giveSources(
        _ sources: [Range<Int>], to found: inout [TaggedAttribution], _ shares: [[Float]]
    ) {
        let floor: Float = 0.02
        func near(_ cue: Range<Int>?, _ source: Range<Int>) -> Bool {
            guard let cue else { return false }
            return max(cue.lowerBound - source.upperBound, source.lowerBound - cue.upperBound) < Self.reach
        }
        for (index, source) in sources.enumerated() where !found.contains(where: { $0.source == source }) {
            let free = found.indices.filter {
                found[$0].source == nil && shares[$0][index] > floor && near(found[$0].cue, source)
            }
            guard let cue = free.max(by: { shares[$0][index] < shares[$1][index] }) else { continue }
            found[cue].source = source
            found[cue].linking = Double(shares[cue][index])
        }
    }

    private static func best(_ shares: [Float]) -> (index: Int, share: Float) {
        var best = (index: 0, share: -Float.infinity)
        for (index, share) in shares.enumerated() where share > best.share { best = (index, share) }
        return best
    }

    /// The mean probability of the labels that were chosen, for each role.
    private static func labelling(
        _ attribution: TaggedAttribution, _ certainty: (Int, Int) -> Double
    ) -> [Role: Double] {
        let spans: [(Role, [Range<Int>])] = [
            (.source, attribution.source.map { [$0] } ?? []), (.cue, attribution.cue.map { [$0] } ?? []),
            (.content, attribution.content),
        ]
        var out: [Role: Double] = [:]
        for (role, ranges) in spans {
            var (sum, count) = (0.0, 0)
            for range in ranges {
                for word in range {
                    sum += word == range.lowerBound ? certainty(word, role.begin) : certainty(word, role.inside)
                    count += 1
                }
            }
            out[role] = count > 0 ? sum / Double(count) : 1
        }
        return out
    }
}
