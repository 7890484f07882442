/// One spelling for words that are spelled in two ways.
enum Spelling {
    /// The American spelling of a lower-case word.
    static func american(_ word: String) -> String {
        if let other = table[word] { return other }
        guard word.utf8.count > 5, mayDiffer(word) else { return word }
        for (british, american) in inside {
            if let cut = replacing(british, by: american, in: word) { return cut }
        }
        return word
    }

    /// Whether a word has a pair of letters of which one of the parts below is made; most have none.
    private static func mayDiffer(_ word: String) -> Bool {
        var before: UInt8 = 0
        for byte in word.utf8 {
            switch (before, byte) {
            case (0x6F, 0x75), (0x6C, 0x6C), (0x61, 0x65), (0x73, 0x61), (0x6F, 0x65): return true
            default: before = byte
            }
        }
        return false
    }

    /// Whether one lower-case word is the other with a slip of the pen: a letter doubled, dropped or swapped inside.
    ///
    /// Words that are both well known are never slips of one another; of long ones that are not, a single letter decides.
    static func isSlip(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(a.utf8), Array(b.utf8))
        guard min(x.count, y.count) >= 6, x.first == y.first, x.last == y.last, abs(x.count - y.count) <= 1 else {
            return false
        }
        if x.count == y.count { return isSwap(x, y) }
        let (long, short) = x.count > y.count ? (x, y) : (y, x)
        guard let at = long.indices.first(where: { $0 >= short.count || long[$0] != short[$0] }) else { return false }
        guard Array(long[(at + 1)...]) == Array(short[at...]) else { return false }
        let isDoubled = at > 0 && long[at] == long[at - 1]
        return isDoubled || short.count >= 9 && !realPairs.contains(String(decoding: short, as: UTF8.self))
    }

    /// Two neighbouring letters in the wrong order.
    private static func isSwap(_ x: [UInt8], _ y: [UInt8]) -> Bool {
        let differences = x.indices.filter { x[$0] != y[$0] }
        guard differences.count == 2, differences[0] + 1 == differences[1] else { return false }
        return x[differences[0]] == y[differences[1]] && x[differences[1]] == y[differences[0]]
    }

    /// Long words that are one letter short of another word.
    private static let realPairs = WordLists.words(
        "uniformed interment perspective commitment immigrant migration prescribed appraised")

    /// Different forms of one name: "Thoresen" and "Thorsen", "Iwan" and "Ivan".
    static func isSameName(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(a.utf8), Array(b.utf8))
        let longest = max(x.count, y.count)
        guard longest >= 4, x.first == y.first || x.last == y.last else { return false }
        return distance(x, y, most: longest >= 7 ? 2 : 1) <= (longest >= 7 ? 2 : 1)
    }

    /// The edit distance, or more than `most` when it is more.
    private static func distance(_ x: [UInt8], _ y: [UInt8], most: Int) -> Int {
        guard abs(x.count - y.count) <= most, x.count <= 64, y.count <= 64 else { return most + 1 }
        var row = Array(0...y.count)
        for i in x.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in y.indices {
                let cost = min(diagonal + (x[i] == y[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
                (diagonal, row[j + 1]) = (row[j + 1], cost)
            }
        }
        return row[y.count]
    }

    private static let table: [String: String] = {
        let pairs = """
            grey:gray tyre:tire tyres:tires kerb:curb cheque:check cheques:checks plough:plow ploughs:plows ploughed:plowed \
            storey:story storeys:stories pyjamas:pajamas axe:ax aeroplane:airplane aeroplanes:airplanes aluminium:aluminum \
            jewellery:jewelry moustache:mustache sceptical:skeptical sceptics:skeptics sceptic:skeptic manoeuvre:maneuver \
            manoeuvres:maneuvers programme:program programmes:programs analyse:analyze analysed:analyzed paralyse:paralyze \
            licence:license licences:licenses practise:practice practised:practiced defence:defense offence:offense \
            offences:offenses pretence:pretense fulfil:fulfill fulfils:fulfills instal:install enrol:enroll enrolment:enrollment \
            skilful:skillful wilful:willful judgement:judgment acknowledgement:acknowledgment ageing:aging draught:draft \
            draughts:drafts mould:mold moulds:molds smoulder:smolder metre:meter metres:meters litre:liter litres:liters \
            kilometre:kilometer kilometres:kilometers centimetre:centimeter centimetres:centimeters centre:center centres:centers \
            centred:centered theatre:theater theatres:theaters fibre:fiber fibres:fibers calibre:caliber sabre:saber \
            spectre:specter lustre:luster e-mail:email e-mails:emails ok:okay towards:toward afterwards:afterward whilst:while \
            amongst:among learnt:learned burnt:burned spelt:spelled adviser:advisor advisers:advisors percent:% per-cent:% \
            goverment:government goverments:governments goverment's:government's
            """
        var table: [String: String] = [:]
        for pair in pairs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = pair.split(separator: ":").map(String.init)
            if parts.count == 2 { table[parts[0]] = parts[1] }
        }
        return table
    }()

    /// Parts inside words, British first.
    private static let inside = [
        ("isation", "ization"), ("bour", "bor"), ("lour", "lor"), ("vour", "vor"), ("nour", "nor"), ("mour", "mor"),
        ("gour", "gor"), ("dour", "dor"), ("elling", "eling"), ("elled", "eled"), ("eller", "eler"),
        ("ignalled", "ignaled"), ("ialled", "ialed"), ("oeuvre", "euver"), ("aemi", "emi"), ("paed", "ped"),
    ]

    private static func replacing(_ part: String, by other: String, in word: String) -> String? {
        let (bytes, wanted) = (Array(word.utf8), Array(part.utf8))
        guard bytes.count >= wanted.count + 2 else { return nil }
        for start in 2...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
            guard bytes[start..<start + wanted.count].elementsEqual(wanted) else { continue }
            let head = bytes[..<start] + Array(other.utf8) + bytes[(start + wanted.count)...]
            return american(String(decoding: head, as: UTF8.self))
        }
        return nil
    }
}
