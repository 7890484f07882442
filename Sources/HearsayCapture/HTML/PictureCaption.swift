import HearsayCore

/// The caption and the credit that the words beside a picture hold.
struct PictureCaption {
    private static let noise: Set<String> = Set(
        """
        advertisement|caption|pin|close|add a photo to this gallery|hide caption|toggle caption|show caption|view caption|click to enlarge|enlarge|enlarge image|\
        enlarge this image|expand|expand image|fullscreen|full screen|view fullscreen|view full size|open image in gallery|\
        view gallery|view photos|gallery|photos|share|save|save image|download|print|pin it|tweet|play|play video|next|previous|prev|\
        more|... more|[+]|... [+]|...|less|read more|see more|show more|buy photo|buy this photo|purchase photo|order reprint|\
        hi-res|high res|zoom|loading|image|photo|slide|slideshow|of|/|x|+|\u{D7}|loading...
        """.split(separator: "|").map(String.init))
    private static let captionLabels = [
        "image caption", "media caption", "photo caption", "caption:", "above:", "pictured:", "file photo:",
        "file image:",
    ]

    /// The words about the picture.
    private(set) var caption: String?
    /// Whose picture it is.
    private(set) var credit: String?
    /// The elements whose words were taken.
    private(set) var elements: [Int] = []

    private enum Mode { case caption, credit, undecided }

    private var captionWords: [UInt8] = []
    private var creditWords: [UInt8] = []
    private var weakWords: [UInt8] = []
    private var weakElements: [Int] = []
    private var mode = Mode.caption
    private var wasCreditRole = false

    /// Reads the pieces.
    ///
    /// `isFigure`: all words belong to the picture; otherwise those alone that their elements or a label mark so.
    init(_ pieces: PicturePieces, isFigure: Bool) {
        let hasCaption = pieces.pieces.contains { $0.role == .caption }
        var seen: [[UInt8]] = []
        var skipped = PicturePieces.Break.none
        for var piece in pieces.pieces {
            let words = piece.words[...].trimmed
            if words.isEmpty { continue }
            piece.before = max(piece.before, skipped)
            skipped = .none
            let letters = Whitespace.letters(words)
            let isCopy =
                letters.count >= 8
                && seen.contains { $0.starts(with: letters) || $0.count >= 40 && letters.starts(with: $0) }
            if isCopy || Self.isNoise(words) {
                skipped = piece.before
                continue
            }
            if letters.count >= 8 { seen.append(letters) }
            read(piece, words, takesAll: isFigure && !hasCaption, isFigure)
        }
        finish(pieces)
    }

    private mutating func read(_ piece: PicturePieces.Piece, _ words: ByteSlice, takesAll: Bool, _ isFigure: Bool) {
        var (words, role) = (words, piece.role)
        if role == .credit, !Self.mayBeCredit(words) { role = .caption }
        if piece.before == .block, mode == .credit, !creditWords.isEmpty { mode = .caption }
        if wasCreditRole, role != .credit { mode = .caption }
        if let label = Self.captionLabels.first(where: { words.startsIgnoringCase($0) }),
            !PictureCredit.isLikely(words.dropFirst(label.utf8.count))
        {
            words = words.dropFirst(label.utf8.count).trimmed
            (mode, role) = (.caption, .caption)
            wasCreditRole = false
            if words.isEmpty { return }
        } else if let label = PictureLabel(words), piece.before > .none || creditWords.isEmpty {
            let rest = words.dropFirst(label.length).trimmed
            if rest.isEmpty {
                mode = .undecided
                return
            }
            if PictureCredit.mayFollowLabel(rest), !SentenceEnd.holdsSentence(rest) || role == .credit {
                words = rest
                mode = .credit
            }
        }
        if role == .credit { mode = .credit }
        wasCreditRole = role == .credit
        if mode == .undecided { mode = PictureCredit.mayFollowLabel(words) ? .credit : .caption }
        if mode == .credit {
            Self.append(words, piece, to: &creditWords)
            elements.append(piece.element)
        } else if role == .caption || takesAll && role != .text {
            Self.append(words, piece, to: &captionWords)
            elements.append(piece.element)
        } else if role == .text {
            Self.append(words, piece, to: &weakWords)
            weakElements.append(piece.element)
        } else if isFigure, PictureCredit.isLikely(words), piece.before == .block {
            Self.append(words, piece, to: &creditWords)
            elements.append(piece.element)
        }
    }

    private mutating func finish(_ pieces: PicturePieces) {
        // "Fig. 1" alone stands before the caption.
        let isNumber = captionWords[...].words.count <= 2 && captionWords.contains { $0.isASCIIDigit }
        if isNumber, !captionWords.isEmpty, weakWords.count > 20 {
            captionWords += [0x20] + weakWords
            elements += weakElements
        } else if captionWords.isEmpty, !weakWords.isEmpty {
            let parts = PictureWords(weakWords[...])
            if !creditWords.isEmpty || parts.credit != nil {
                captionWords = weakWords
                elements += weakElements
            }
        }
        takeLastPiece(pieces)
        if captionWords.isEmpty {
            // "The old pier. (Jane Roe/AFP)" in one element that is named after the credit.
            let parts = PictureWords(creditWords[...])
            if parts.credit != nil, !parts.caption.isEmpty { (captionWords, creditWords) = (creditWords, []) }
        }
        let parts = PictureWords(captionWords[...])
        let inner = parts.credit.map { PictureWords.withoutMarks($0) }
        let outer = creditWords.isEmpty ? nil : PictureWords.withoutMarks(creditWords[...])
        credit = Self.joined(outer, inner)
        let words = Self.withoutReferences(parts.caption.trimmed)
        caption = words.contains { $0.isASCIILetter || $0 >= 0x80 } ? words.string : nil
    }

    /// Words without the marks of footnotes at their end ("[3][4]").
    private static func withoutReferences(_ words: ByteSlice) -> ByteSlice {
        var words = words
        while words.last == 0x5D, let open = words.lastIndex(of: 0x5B),
            words[(open + 1)...].dropLast().allSatisfy({ $0.isASCIIDigit }),
            words.count - (open - words.startIndex) <= 5
        {
            words = words[..<open].trimmed
        }
        return words
    }

    /// A last piece set off in an element of its own: an agency, or a name after a sentence.
    private mutating func takeLastPiece(_ pieces: PicturePieces) {
        guard creditWords.isEmpty, let piece = pieces.pieces.last(where: { !Self.isNoise($0.words[...].trimmed) }),
            piece.before >= .phrase
        else { return }
        let words = piece.words[...].trimmed
        guard captionWords[...].trimmed.count > words.count,
            captionWords[...].trimmed.suffix(words.count).elementsEqual(words)
        else {
            return
        }
        let before = captionWords[...].trimmed.dropLast(words.count).trimmed
        let isName =
            PictureCredit.isName(words, most: 8) && piece.before >= .span && SentenceEnd.closes(before)
            && words.last != 0x2E
        guard PictureCredit.isLikely(words) || isName else { return }
        creditWords = Array(words)
        captionWords = Array(before)
    }

    /// The credit in an element of its own, else the one at the end of the caption.
    private static func joined(_ a: ByteSlice?, _ b: ByteSlice?) -> String? {
        let (a, b) = (a.flatMap { $0.isEmpty ? nil : $0 }, b.flatMap { $0.isEmpty ? nil : $0 })
        guard let a, let b else { return (a ?? b)?.string }
        let (own, inner) = (Whitespace.letters(a), Whitespace.letters(b))
        // "Roe/AFP via Getty Images" tells more than "Getty Images".
        let tellsMore = inner.count > own.count && !PictureCredit.isAgency(b) && inner.firstRange(of: own) != nil
        return own.isEmpty || tellsMore ? b.string : a.string
    }

    private static func append(_ words: ByteSlice, _ piece: PicturePieces.Piece, to out: inout [UInt8]) {
        if !out.isEmpty, piece.before == .block || out.last.map({ [0x2E, 0x21, 0x3F].contains($0) }) ?? false {
            Whitespace.append([0x20], to: &out)
        }
        // Words of one line keep the space that stood between them, and no other.
        Whitespace.append(piece.before == .block ? words : words, to: &out)
        if piece.words.last?.isASCIISpace ?? false { Whitespace.append([0x20], to: &out) }
    }

    /// Whether words in an element named after credits are one: no long sentences.
    static func mayBeCredit(_ words: ByteSlice) -> Bool {
        if words.count > 160 { return false }
        return words.words.count <= 14 || !SentenceEnd.holdsSentence(words) && !SentenceEnd.closes(words)
    }

    /// Whether words are a button's or a counter's ("Image 1 of 9").
    private static func isNoise(_ words: ByteSlice) -> Bool {
        guard words.count <= 40 else { return false }
        let name = String(decoding: words.asciiLowercased, as: UTF8.self)
        if noise.contains(name) { return true }
        if words.startsIgnoringCase("share on ") || words.startsIgnoringCase("pin ") || HeaderLine(words)?.dates != nil
        {
            return true
        }
        return words.words.allSatisfy { word in
            word.allSatisfy { $0.isASCIIDigit || $0 == 0x2F || $0 == 0x2E }
                || ["of", "image", "photo", "slide"].contains(
                    String(decoding: word.asciiLowercased, as: UTF8.self))
        }
    }
}
