import HearsayCore

/// A caption and its credit, told apart.
struct CaptionCredit: Hashable {
    private static let agencies: Set<String> = Set(
        """
        ap,afp,tass,reuters,getty,getty images,epa,epa-efe,efe,shutterstock,bloomberg,xinhua,ria novosti,sputnik,pa,pa wire,\
        pa images,pa media,dpa,ansa,kyodo,yonhap,upi,anadolu,anadolu agency,afp/getty images,zuma,zuma press,alamy,istock,\
        unsplash,flickr,wikimedia commons,wikipedia,moskva news agency,kremlin.ru,redux,magnum,nurphoto,sipa,sipa usa,abaca,\
        ap photo,ap images,afp photo,reuters photo,ukrinform,unian,interfax,belga,tt,ntb,ritzau,lehtikuva,apa,keystone,cp,\
        the canadian press,aap,pti,pool,handout,file,archive,file photo,pixabay,pexels,dreamstime,adobe stock,corbis,usa today sports
        """.split(separator: ",").map { String($0) })
    private static let labels = [
        "photo credit:", "image credit:", "picture credit:", "photo courtesy of", "image courtesy of", "photograph by",
        "photographs by", "photography by", "photo by", "photos by", "photo:", "photos:", "photograph:", "image:",
        "images:",
        "picture:", "credit:", "file photo:", "image source:",
    ]

    /// The caption; nil for a lone credit.
    var caption: String?
    /// Whose picture it is.
    var credit: String

    /// A caption that ends with a credit, or a lone credit; nil for any other words.
    ///
    /// `isEarly`: among the first lines of a text, where a bare agency name after a sentence is a credit.
    init?(_ words: ByteSlice, isEarly: Bool) {
        let words = words.trimmed
        guard words.count <= 600, words.count >= 2, let found = Self.split(words, isEarly) else { return nil }
        let credit = Self.withoutLabel(found.credit)
        guard !credit.isEmpty else { return nil }
        caption = found.caption.trimmed.isEmpty ? nil : found.caption.trimmed.string
        self.credit = credit.string
    }

    private static func split(_ words: ByteSlice, _ isEarly: Bool) -> (caption: ByteSlice, credit: ByteSlice)? {
        if words.last == 0x29, let open = words.lastIndex(of: 0x28) {
            let inner = words[(open + 1)...].dropLast()
            if isCredit(inner) && !isAgency(inner) || startsWithLabel(inner) { return (words[..<open], inner) }
        }
        if startsWithLabel(words), words.words.count <= 12, !SentenceEnd.holdsSentence(words) {
            return (words.prefix(0), words)
        }
        if let cut = lastCut(in: words) {
            let tail = words[cut...].trimmed
            guard tail.words.count <= 9, !tail.isEmpty else { return nil }
            let plain = tail.last == 0x2E ? tail.dropLast() : tail
            if startsWithLabel(tail) || isCredit(plain) && (!isAgency(plain) || isEarly) {
                return (words[..<cut], plain)
            }
            return nil
        }
        return words.words.count <= 6 && isCredit(words) && !isAgency(words) ? (words.prefix(0), words) : nil
    }

    /// Where the last sentence of the words starts; initials ("J. Roe") do not end one.
    private static func lastCut(in words: ByteSlice) -> Int? {
        var at = words.endIndex - 2
        while at > words.startIndex {
            let isStop = words[at] == 0x2E || words[at] == 0x21 || words[at] == 0x3F || words[at] == 0x7C
            if isStop || words[at] == 0x22 || words[at] == 0x9D, words[at + 1].isASCIISpace {
                let initial =
                    words[at] == 0x2E && at - 2 >= words.startIndex && words[at - 1].isASCIIUpper
                    && !words[at - 2].isASCIILetter
                if !initial { return at + 1 }
            }
            at -= 1
        }
        return nil
    }

    private static func startsWithLabel(_ words: ByteSlice) -> Bool {
        labels.contains { words.startsIgnoringCase($0) }
    }

    private static func withoutLabel(_ words: ByteSlice) -> ByteSlice {
        for label in labels where words.trimmed.startsIgnoringCase(label) {
            return words.trimmed.dropFirst(label.utf8.count).trimmed
        }
        return words.trimmed
    }

    private static func isAgency(_ words: ByteSlice) -> Bool {
        agencies.contains(String(decoding: words.trimmed.asciiLowercased, as: UTF8.self))
    }

    /// Whether words are a credit: an agency, or a name and an agency with a stroke or "via" between them.
    private static func isCredit(_ words: ByteSlice) -> Bool {
        let words = words.trimmed
        guard words.count >= 2, words.count <= 90 else { return false }
        if isAgency(words) { return true }
        if let via = words.firstIgnoringCase(" via "), isAgency(words[(via + 5)...]) || isAgency(words[..<via]) {
            return true
        }
        let parts = words.split { $0 == 0x2F || $0 == 0x7C }.map(\.trimmed)
        guard (2...4).contains(parts.count), parts.allSatisfy(isNameLike) else { return false }
        return parts.contains { isAgency($0) || isAcronym($0) || endsLikeAgency($0) }
    }

    /// "Skerry Photo": agencies that no list can hold.
    private static func endsLikeAgency(_ words: ByteSlice) -> Bool {
        let ends = ["photo", "photos", "images", "pictures", "press", "agency", "news", "media", "handout"]
        guard let last = words.words.last, words.words.count > 1 else { return false }
        return ends.contains(String(decoding: last.asciiLowercased, as: UTF8.self))
    }

    private static func isAcronym(_ words: ByteSlice) -> Bool {
        (2...10).contains(words.count) && words.allSatisfy { $0.isASCIIUpper }
    }

    /// Words that may stand in a credit: capitalised ones and a few small ones.
    private static func isNameLike(_ words: ByteSlice) -> Bool {
        let words = words.words
        guard (1...6).contains(words.count) else { return false }
        return words.allSatisfy { word in
            guard let first = word.first else { return false }
            if first.isASCIIUpper || first >= 0xC3 && first != 0xE2 { return true }
            return ["for", "the", "of", "and", "via", "de", "van", "von", "pool", "handout", "file"].contains(
                word.string)
                || isAgency(word)
        }
    }
}
