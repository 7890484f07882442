internal import HearsayCore

/// Statements that the layout attributes without a verb: turns of a transcript ("KOLEN: We never said so."), quotations
/// signed behind a dash (“We never said so.” — Mira Kolen), and those announced ("And from Mira Kolen: “We never said so.”").
struct LayoutReader {
    let prose: Prose
    let lexicon: Lexicon

    /// The drafts of all turns and signed quotations, in text order.
    func drafts() -> [Draft] {
        let lines = lines()
        return turns(lines) + lines.indices.compactMap { signed($0, lines) } + prose.words.indices.compactMap(announced)
            + prose.sentences.compactMap(closed)
    }

    /// The drafts of a tagger without those that the layout tells better; what lies within one turn stays.
    static func merged(_ tagged: [Draft], with drafts: [Draft]) -> [Draft] {
        let kept = tagged.filter { draft in
            let spans = draft.content + [draft.source, draft.cue].compactMap(\.self)
            return drafts.allSatisfy { turn in
                let touches = spans.contains { span in
                    (turn.content + [turn.cue, turn.source].compactMap(\.self)).contains { $0.overlaps(span) }
                }
                guard touches else { return true }
                return draft.cue != nil && spans.allSatisfy { span in turn.content.contains { $0.contains(span) } }
                    && draft.extent != turn.extent
            }
        }
        return kept + drafts
    }

    /// Paragraphs, broken where the text breaks its lines.
    private func lines() -> [Range<Int>] {
        prose.paragraphs.flatMap { paragraph in
            var lines: [Range<Int>] = []
            var first = paragraph.lowerBound
            for index in paragraph.dropFirst() where breaks(before: index) {
                lines.append(first..<index)
                first = index
            }
            return lines + [first..<paragraph.upperBound]
        }
    }

    private func breaks(before index: Int) -> Bool {
        prose.text.utf8[prose.words[index - 1].span.end..<prose.words[index].span.start].contains(0x0A)
    }

    private func mark(_ index: Int) -> QuotationMark? { QuotationMark(prose.text, prose.words[index].span) }

    private func isDoubleMark(_ index: Int) -> Bool { mark(index)?.isDouble == true }

    // MARK: turns

    /// Turns count from two on, by two speakers: one label before a colon may be anything.
    private func turns(_ lines: [Range<Int>]) -> [Draft] {
        var turns: [Draft] = []
        var speakers: Set<String> = []
        for line in lines {
            if let colon = label(line) {
                let first = isDoubleMark(line.lowerBound) ? line.lowerBound + 1 : line.lowerBound
                guard colon + 1 < line.upperBound else { continue }
                speakers.insert(prose.string(first..<colon))
                turns.append(
                    draft(source: first..<colon, cue: colon..<colon + 1, content: trimmed(colon + 1..<line.upperBound)))
            } else if !turns.isEmpty, isDoubleMark(line.lowerBound), mark(line.lowerBound)?.side != .closing,
                prose.words[line.lowerBound + 1 < line.upperBound ? line.lowerBound + 1 : line.lowerBound].kind
                    == .word,
                follows(line, turns[turns.count - 1])
            {
                // A quoted transcript opens every paragraph with a mark; one without a label goes on with the turn.
                turns[turns.count - 1].content.append(prose.span(trimmed(line.lowerBound + 1..<line.upperBound)))
            }
        }
        return speakers.count > 1 ? turns : []
    }

    /// The colon behind a speaker's name in capitals at the start of a line.
    private func label(_ line: Range<Int>) -> Int? {
        let first = isDoubleMark(line.lowerBound) ? line.lowerBound + 1 : line.lowerBound
        guard let colon = (first..<min(line.upperBound, first + 6)).first(where: { prose.words[$0].lower == ":" }),
            colon > first, prose.words[first].isCapitalised
        else { return nil }
        let isName = (first..<colon).allSatisfy { index in
            let word = prose.words[index]
            return word.lower == "."
                || word.kind == .word && !word.lower.isEmpty
                    && prose.text.utf8[word.span.range].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) }
                    && !lexicon.has(.noSpeaker, word.lower)
        }
        return isName && prose.words[first].span.count > 1 ? colon : nil
    }

    /// Whether a line is the paragraph right behind a turn's last words.
    private func follows(_ line: Range<Int>, _ turn: Draft) -> Bool {
        guard let last = prose.words(touching: turn.extent).last, line.lowerBound > last else { return false }
        return (last + 1..<line.lowerBound).allSatisfy { prose.words[$0].kind == .punctuation }
    }

    // MARK: signatures

    /// A line that ends in a closing mark, a dash and a name; the dash and the name may stand on the next line.
    private func signed(_ index: Int, _ lines: [Range<Int>]) -> Draft? {
        let line = lines[index]
        if let dash = line.dropFirst().first(where: { isDash($0) && closes($0 - 1) }), let name = name(dash, line) {
            return signed(line.lowerBound..<dash, dash, name)
        }
        guard index + 1 < lines.count, closes(line.upperBound - 1), isDash(lines[index + 1].lowerBound),
            let name = name(lines[index + 1].lowerBound, lines[index + 1])
        else { return nil }
        return signed(line, lines[index + 1].lowerBound, name)
    }

    /// The quotation reaches back to its opening mark, which begins the line or a sentence.
    private func signed(_ before: Range<Int>, _ dash: Int, _ name: Range<Int>) -> Draft? {
        let close = before.upperBound - 1
        let opens =
            isDoubleMark(before.lowerBound)
            ? before.lowerBound
            : before.dropLast().last { isDoubleMark($0) && mark($0)?.side != .closing }
        guard let open = opens, close - open > 2 else { return nil }
        return draft(source: name, cue: dash..<dash + 1, content: open..<close + 1)
    }

    private func isDash(_ index: Int) -> Bool {
        let word = prose.words[index]
        return ["\u{2014}", "\u{2013}", "\u{2015}"].contains(word.lower) || word.lower == "-" && !word.isGlued
    }

    private func closes(_ index: Int) -> Bool {
        guard let mark = mark(index), mark.isDouble else { return false }
        return mark.side != .opening
    }

    /// Capitalised words behind a dash up to the end of the line, a comma or a bracket.
    private func name(_ dash: Int, _ line: Range<Int>) -> Range<Int>? {
        var end = dash + 1
        while end < line.upperBound, prose.words[end].isCapitalised || isJoint(end, line) { end += 1 }
        let name = dash + 1..<end
        guard !name.isEmpty, name.count <= 7, name.count > 1 || line.upperBound - end < 2 else { return nil }
        let isLast = end == line.upperBound || [",", ".", "(", ";"].contains(prose.words[end].lower)
        let sentence = prose.sentences[prose.sentence(of: dash)]
        return isLast && min(line.upperBound, sentence.upperBound) - dash <= 20 ? name : nil
    }

    /// A stop behind an initial, or a particle between two capitalised words.
    private func isJoint(_ index: Int, _ line: Range<Int>) -> Bool {
        guard index + 1 < line.upperBound, prose.words[index + 1].isCapitalised else { return false }
        let word = prose.words[index]
        return word.lower == "." && word.isGlued && prose.words[index - 1].span.count <= 2
            || ["de", "da", "di", "du", "van", "von", "der", "den", "la", "el", "al", "bin", "of"].contains(word.lower)
    }

    // MARK: announcements

    /// "And from Mira Kolen, the mayor: “…”": who speaks stands before the colon, the words behind it or in the next
    /// paragraph.
    private func announced(_ from: Int) -> Draft? {
        guard prose.words[from].lower == "from" else { return nil }
        let sentence = prose.sentences[prose.sentence(of: from)]
        guard
            (sentence.lowerBound..<from).allSatisfy({
                lexicon.has(.announcing, prose.words[$0].lower) || prose.words[$0].lower == ","
            }),
            let colon = (from + 1..<min(prose.words.count, from + 16)).first(where: { prose.words[$0].lower == ":" }),
            colon > from + 1, prose.paragraph(of: colon) == prose.paragraph(of: from), colon + 3 < prose.words.count,
            (from + 1..<colon).allSatisfy(isOfSpeaker), isDoubleMark(colon + 1), mark(colon + 1)?.side != .closing
        else { return nil }
        let paragraph = prose.paragraphs[prose.paragraph(of: colon + 1)]
        let close = (colon + 2..<paragraph.upperBound).first { closes($0) }
        let end = close.map { $0 + 1 } ?? paragraph.upperBound
        return draft(source: from + 1..<colon, cue: from..<from + 1, content: colon + 1..<end)
    }

    /// A word, a comma, or the stop behind an initial.
    private func isOfSpeaker(_ index: Int) -> Bool {
        let word = prose.words[index]
        return word.kind != .punctuation || word.lower == ","
            || word.lower == "." && word.isGlued && prose.words[index - 1].span.count <= 2
    }

    // MARK: headlines

    /// "Dredging to finish by March: harbour master": a sentence without a finite verb, and a bare role behind a colon.
    private func closed(_ sentence: Range<Int>) -> Draft? {
        let end = prose.words[sentence.upperBound - 1].lower == "." ? sentence.upperBound - 1 : sentence.upperBound
        guard let colon = sentence.first(where: { prose.words[$0].lower == ":" }), colon - sentence.lowerBound > 4,
            (1...3).contains(end - colon - 1), let last = (colon + 1..<end).last
        else { return nil }
        let roles: [Lexicon.Section] = [.sourceNoun, .sourceNounPlural, .officeNoun, .officeNounPlural, .roleEnd]
        guard roles.contains(where: { lexicon.has($0, prose.words[last].lower) }),
            (colon + 1..<end).allSatisfy({ prose.words[$0].kind == .word }),
            !["a", "an", "the", "one"].contains(prose.words[colon + 1].lower),
            !(sentence.lowerBound..<colon).contains(where: { index in
                prose.words[index].kind == .punctuation
                    || lexicon.has(.finite, prose.words[index].lower) && !prose.words[index].isCapitalised
            }), (sentence.lowerBound..<colon).contains(where: { prose.words[$0].lower == "to" })
        else { return nil }
        return draft(source: colon + 1..<end, cue: colon..<colon + 1, content: sentence.lowerBound..<colon)
    }

    // MARK: drafts

    /// Without a mark that closes what opened before the label.
    private func trimmed(_ words: Range<Int>) -> Range<Int> {
        let marks = words.filter(isDoubleMark)
        return marks.count % 2 == 1 && marks.last == words.upperBound - 1 && words.count > 1
            ? words.lowerBound..<words.upperBound - 1 : words
    }

    private func draft(source: Range<Int>, cue: Range<Int>, content: Range<Int>) -> Draft {
        Draft(
            source: prose.span(source), cue: prose.span(cue), content: [prose.span(content)], outer: nil,
            labelling: [.source: 0.9, .cue: 0.9, .content: 0.9], linking: 0.9)
    }
}
