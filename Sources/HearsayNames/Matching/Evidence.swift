/// What the alignment of two names comes to, in figures.
struct Evidence {
    /// Words found in both, by weight, and how alike they are in the mean.
    var shared = 0.0
    var alike = 0.0
    /// The least likeness of two names proper taken together; 1 where there are none.
    var worst = 1.0
    /// Changes of letters in all words taken together.
    var changes = 0.0
    /// Words left over, by weight: on the side with fewer, and on the side with more.
    var leftInBoth = 0.0
    var leftInOne = 0.0
    /// Letters of the names proper left over on either side.
    var lettersInBoth = 0.0
    /// How alike the names are with all their words run together, in the alignment's order.
    var whole = 0.0
    /// Initials that both have.
    var sharedInitials = 0
    /// Names proper taken together.
    var names = 0
    /// Numbers that differ, places that differ, initials that differ from initials or names.
    var numberClashes = 0
    var placeClashes = 0
    var initialClashes = 0
    /// Places that only one has.
    var lonePlaces = 0
    var isInOrder = true
    /// "X bin Y" beside "Y bin X": father and son.
    var isReversed = false
    /// Both have a legal form, and no form is of one class.
    var hasOtherForm = false
    /// A name of one word beside a longer one that ends otherwise.
    var isFirstNameOnly = false

    /// The evidence of two forms.
    init(_ a: NameForm, _ b: NameForm, _ alignment: Alignment) {
        var good = 0.0
        var last = -1
        for pair in alignment.pairs {
            let weight = (a.weight(pair.a) + b.weight(pair.b)) / 2
            if pair.match.ground == .clash, pair.match.alike == 0 {
                initialClashes += 1
                leftInBoth += weight
                continue
            }
            shared += weight
            good += weight * pair.match.alike
            if pair.b.lowerBound < last { isInOrder = false }
            last = pair.b.lowerBound
            read(pair, a, b)
        }
        alike = shared > 0 ? good / shared : 0
        let (left, other) = (alignment.leftA.map(a.weight).reduce(0, +), alignment.leftB.map(b.weight).reduce(0, +))
        leftInBoth += min(left, other)
        leftInOne = max(left, other) - min(left, other)
        lettersInBoth = Double(min(a.letters(alignment.leftA), b.letters(alignment.leftB)))
        hasOtherForm = !a.forms.isEmpty && !b.forms.isEmpty && !a.forms.contains(where: b.forms.contains)
        lonePlaces =
            alignment.leftA.filter { a.words[$0].role == .place }.count
            + alignment.leftB.filter { b.words[$0].role == .place }.count
        readInitials(a, b, alignment)
        readOrder(a, b, alignment)
        var comparison = WordComparison()
        let order = alignment.pairs.flatMap { Array($0.b) } + alignment.leftB
        whole = a.joined == b.joined ? 1 : comparison.alike(a.joined, b.joined)
        if whole < 1, !order.elementsEqual(b.words.indices) {
            whole = max(whole, comparison.alike(a.joined, b.join(order)))
        }
    }

    /// An initial left over beside a name left over: another name.
    private mutating func readInitials(_ a: NameForm, _ b: NameForm, _ alignment: Alignment) {
        let (rolesA, rolesB) = (alignment.leftA.map { a.words[$0].role }, alignment.leftB.map { b.words[$0].role })
        guard a.isPerson else { return }
        let (initialA, initialB) = (rolesA.contains(.initial), rolesB.contains(.initial))
        if initialA && (initialB || rolesB.contains(.name)) || initialB && rolesA.contains(.name) {
            initialClashes += 1
        }
    }

    private mutating func readOrder(_ a: NameForm, _ b: NameForm, _ alignment: Alignment) {
        guard a.isPerson, b.isPerson else { return }
        let pairs = alignment.pairs
        if names == 1, pairs.count == 1, let pair = pairs.first, a.words.count == 1 || b.words.count == 1 {
            isFirstNameOnly = pair.a.upperBound < a.words.count || pair.b.upperBound < b.words.count
        }
        guard names > 2 else { return }
        for (at, pair) in pairs.enumerated() where at > 0 && at + 1 < pairs.count {
            guard a.words[pair.a.lowerBound].isDescent, b.words[pair.b.lowerBound].isDescent else { continue }
            let (before, after) = (pairs[at - 1], pairs[at + 1])
            if before.b.lowerBound == pair.b.upperBound, after.b.upperBound == pair.b.lowerBound { isReversed = true }
        }
    }

    private mutating func read(_ pair: Alignment.Pair, _ a: NameForm, _ b: NameForm) {
        switch pair.match.ground {
        case .clash where a.words[pair.a.lowerBound].role == .place: placeClashes += 1
        case .clash: numberClashes += 1
        case .near, .kin:
            let length = max(a.length(pair.a), b.length(pair.b))
            changes += (1 - pair.match.alike) * Double(length)
            if a.words[pair.a.lowerBound].role == .name { worst = min(worst, pair.match.alike) }
        default: break
        }
        switch a.words[pair.a.lowerBound].role {
        case .name: names += 1
        case .initial: sharedInitials += 1
        default: break
        }
    }
}

extension NameForm {
    func weight(_ at: Int) -> Double { words[at].weight }

    func weight(_ range: Range<Int>) -> Double { words[range].reduce(0) { max($0, $1.weight) } }

    /// Letters of some words in Latin spelling, or in their own where none is known.
    func length(_ range: Range<Int>) -> Int { words[range].reduce(0) { $0 + $1.length } }

    /// Letters of the names proper among the words at some places.
    func letters(_ places: [Int]) -> Int {
        places.reduce(0) { $0 + (words[$1].role == .name ? words[$1].length : 0) }
    }

    /// Words run together in an order.
    func join(_ order: [Int]) -> [UInt8] { order.reduce(into: []) { $0 += words[$1].latin.first ?? [] } }
}
