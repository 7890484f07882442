import HearsayCore

/// Tells the words that name whose picture it is: agencies, libraries of pictures, and people beside them.
enum PictureCredit {
    private static let agencies: Set<String> = Set(
        """
        ap,the ap,associated press,the associated press,ap photo,ap images,ap file,afp,afp photo,agence france-presse,tass,itar-tass,\
        reuters,reuters photo,thomson reuters,getty,getty images,getty images/istock,getty images/istockphoto,epa,epa-efe,efe,\
        european pressphoto agency,shutterstock,shutterstock.com,rex,rex features,rex/shutterstock,bloomberg,bloomberg news,xinhua,\
        xinhua news agency,vcg,ria novosti,sputnik,pa,pa wire,pa images,pa media,pa archive,press association,dpa,\
        picture alliance,picture-alliance,ansa,kyodo,kyodo news,jiji,yonhap,upi,united press international,anadolu,anadolu agency,\
        afp/getty images,zuma,zuma press,zuma wire,alamy,alamy stock photo,alamy live news,istock,istockphoto,istock photo,\
        istockphoto.com,unsplash,unsplash.com,flickr,flickr/creative commons,creative commons,cc,public domain,wikimedia,\
        wikimedia commons,wikicommons,wikipedia,moskva news agency,kremlin.ru,redux,magnum,magnum photos,nurphoto,sipa,sipa usa,\
        sipa press,abaca,ukrinform,unian,interfax,belga,tt,ntb,ritzau,scanpix,lehtikuva,apa,keystone,cp,the canadian press,\
        canadian press,aap,aap image,pti,ani,ians,press trust of india,imago,imago images,pool,handout,file,archive,file photo,\
        archives,pixabay,pixabay.com,pexels,pexels.com,dreamstime,adobe stock,adobestock,depositphotos,123rf,bigstock,thinkstock,\
        fotolia,corbis,bettmann,bettmann archive,hulton archive,universal images group,everett collection,photofest,\
        bridgeman images,mary evans,science photo library,science source,nature picture library,eyevine,panos,polaris,newscom,\
        wenn,splash,splash news,backgrid,mega,wireimage,filmmagic,lightrocket,sopa images,pacific press,icon sportswire,cal sport media,\
        action images,allsport,offside,gamma-rapho,hans lucas,agence vu,cover images,swns,solent news,barcroft media,usa today sports,\
        usa today network,tribune news service,agencies,agency,supplied,submitted,submitted photo,contributed,contributed photo,\
        courtesy photo,provided photo,staff,staff photo,staff file photo,stock photo,stock image,screenshot,screengrab,social media,\
        nasa,esa,noaa,usgs,un photo,reproduction,youtube,twitter,facebook,instagram,google maps,google earth,google street view
        """.split(separator: ",").map(String.init))
    private static let joints: Set<String> = [
        "for", "the", "of", "and", "via", "de", "del", "della", "der", "da", "di", "du", "la", "le", "van", "von",
        "den", "al", "bin",
        "pool", "handout", "file", "on", "by", "from", "in", "at", "under", "with", "through", "photo", "y", "e", "und",
        "et",
    ]
    private static let ends: Set<String> = [
        "images", "pictures", "press", "agency", "news", "media", "handout", "pool", "file",
        "archive", "archives", "photography", "library", "collection", "stock", "studios", "studio",
    ]

    /// Whether words are the name of an agency or library, or what stands in its place ("handout", "supplied").
    static func isAgency(_ words: ByteSlice) -> Bool {
        agencies.contains(String(decoding: words.trimmed.asciiLowercased, as: UTF8.self))
    }

    /// Whether words are a credit wherever they stand: an agency, or a name and an agency with a stroke or "via" between.
    static func isCertain(_ words: ByteSlice) -> Bool {
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

    /// Whether the words of a picture, at their end, are a credit: also "Jane Roe, AP" and "Skerry Photo".
    static func isLikely(_ words: ByteSlice) -> Bool {
        let words = words.trimmed
        if isCertain(words) { return true }
        guard words.count >= 2, words.count <= 120, isName(words, most: 12) else { return false }
        let parts = words.split { [0x2F, 0x7C, 0x2C].contains($0) }.map(\.trimmed)
        if parts.count > 1, parts.contains(where: { isAgency($0) }) || words.contains(0x2F) { return true }
        let all = words.words
        guard all.count > 1, let last = all.last else { return false }
        // "Jane Roe AFP", "AP file".
        return endsLikeAgency(words) || isAgency(last) && last.allSatisfy { $0.isASCIIUpper }
            || isAgency(all[0]) && all.count <= 3
    }

    /// Whether words may follow a label such as "Photo:": names, addresses and handles, hardly other words.
    static func mayFollowLabel(_ words: ByteSlice) -> Bool {
        let all = words.trimmed.words
        guard !all.isEmpty, all.count <= 14, words.count <= 160, !holdsStop(words) else { return false }
        let small = all.count { ($0.first?.isASCIILower ?? false) && !joints.contains($0.string) && !isAgency($0) }
        return all.count <= 3 ? small <= 2 : small * 5 <= all.count * 2
    }

    /// Whether a sentence ends within the words: a stop after a long word or a number, and a capital after it.
    private static func holdsStop(_ words: ByteSlice) -> Bool {
        words.indices.dropFirst(4).dropLast(2).contains { at in
            words[at] == 0x2E && words[at + 1] == 0x20 && words[at + 2].isASCIIUpper
                && words[(at - 4)..<at].allSatisfy { $0.isASCIILower || $0.isASCIIDigit }
        }
    }

    /// Whether all words could be of a name: capitalised ones, and a few small ones between.
    static func isName(_ words: ByteSlice, most: Int) -> Bool {
        let all = words.trimmed.words
        guard (1...most).contains(all.count) else { return false }
        return all.allSatisfy { word in
            guard let first = word.first else { return false }
            if first.isASCIIUpper || first >= 0xC3 && first != 0xE2 || first == 0x40 || word == [0x26] || word == [0x2F]
            {
                return true
            }
            return joints.contains(word.string) || isAgency(word)
        }
    }

    /// A part between strokes.
    private static func isNameLike(_ words: ByteSlice) -> Bool { isName(words, most: 6) }

    /// "Skerry Photo": agencies that no list can hold.
    private static func endsLikeAgency(_ words: ByteSlice) -> Bool {
        guard let last = words.words.last, words.words.count > 1 else { return false }
        return ends.contains(String(decoding: last.asciiLowercased, as: UTF8.self))
    }

    private static func isAcronym(_ words: ByteSlice) -> Bool {
        (2...10).contains(words.count) && words.allSatisfy { $0.isASCIIUpper }
    }
}
