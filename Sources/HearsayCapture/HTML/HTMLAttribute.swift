/// The attributes that the extractor reads; others are dropped while the tree is made.
enum HTMLAttribute: UInt8, CaseIterable {
    case `class`, id, itemprop, itemtype, role, rel, href, src, content, name, property, datetime, lang, type, style,
        hidden, alt
    case dataSrc, dataLazySrc, dataOriginal, ariaHidden, title, dataTestid, charset, xmlLang

    private static let names: [(name: [UInt8], attribute: HTMLAttribute)] = allCases.map { attribute in
        switch attribute {
        case .dataSrc: (Array("data-src".utf8), attribute)
        case .dataLazySrc: (Array("data-lazy-src".utf8), attribute)
        case .dataOriginal: (Array("data-original".utf8), attribute)
        case .ariaHidden: (Array("aria-hidden".utf8), attribute)
        case .dataTestid: (Array("data-testid".utf8), attribute)
        case .xmlLang: (Array("xml:lang".utf8), attribute)
        default: (Array("\(attribute)".utf8), attribute)
        }
    }

    /// The attributes by the length of their names; a page has thousands of attributes, and few lengths are shared.
    private static let byLength: [[(name: [UInt8], attribute: HTMLAttribute)]] = (0...13).map { length in
        names.filter { $0.name.count == length }
    }

    /// The attribute of a name in small letters; nil for one that is not read.
    init?(_ name: UnsafeBufferPointer<UInt8>) {
        guard name.count < Self.byLength.count,
            let known = Self.byLength[name.count].first(where: { $0.name.elementsEqual(name) })
        else { return nil }
        self = known.attribute
    }
}
