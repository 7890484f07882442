/// The attributes that the extractor reads; others are dropped while the tree is made.
enum HTMLAttribute: UInt8, CaseIterable {
    case `class`, id, itemprop, itemtype, role, rel, href, src, content, name, property, datetime, lang, type, style,
        hidden, alt
    case dataSrc, ariaHidden, title, dataTestid, charset

    private static let byName: [String: HTMLAttribute] = Dictionary(
        uniqueKeysWithValues: allCases.map { attribute in
            switch attribute {
            case .dataSrc: ("data-src", attribute)
            case .ariaHidden: ("aria-hidden", attribute)
            case .dataTestid: ("data-testid", attribute)
            default: ("\(attribute)", attribute)
            }
        })

    /// The attribute of a name in small letters; nil for one that is not read.
    init?(name: String) {
        guard let known = Self.byName[name] else { return nil }
        self = known
    }
}
