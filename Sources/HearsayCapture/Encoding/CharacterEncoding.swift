/// A character encoding that captured bytes may be in.
struct CharacterEncoding: Hashable, Sendable {
    /// Its name, as the system's converter knows it.
    let name: String

    static let utf8 = CharacterEncoding(name: "UTF-8")
    static let windows1252 = CharacterEncoding(name: "CP1252")
    static let utf16LE = CharacterEncoding(name: "UTF-16LE")
    static let utf16BE = CharacterEncoding(name: "UTF-16BE")
    static let utf32LE = CharacterEncoding(name: "UTF-32LE")
    static let utf32BE = CharacterEncoding(name: "UTF-32BE")

    /// Labels of the web (WHATWG Encoding) and the name of the encoding that is really meant by them.
    private static let labels = """
        utf-8=UTF-8 utf8=UTF-8 unicode-1-1-utf-8=UTF-8 us-ascii=CP1252 ascii=CP1252 iso-8859-1=CP1252 iso8859-1=CP1252 \
        latin1=CP1252 latin-1=CP1252 l1=CP1252 windows-1252=CP1252 cp1252=CP1252 x-cp1252=CP1252 \
        iso-8859-2=ISO-8859-2 latin2=ISO-8859-2 iso-8859-5=ISO-8859-5 iso-8859-7=ISO-8859-7 iso-8859-9=CP1254 \
        iso-8859-15=ISO-8859-15 latin-9=ISO-8859-15 windows-1250=CP1250 cp1250=CP1250 windows-1251=CP1251 cp1251=CP1251 \
        windows-1253=CP1253 windows-1254=CP1254 windows-1255=CP1255 windows-1256=CP1256 windows-1257=CP1257 \
        koi8-r=KOI8-R koi8_r=KOI8-R koi8-u=KOI8-U utf-16=UTF-16LE utf-16le=UTF-16LE utf-16be=UTF-16BE \
        utf-32=UTF-32LE utf-32le=UTF-32LE utf-32be=UTF-32BE shift_jis=CP932 shift-jis=CP932 sjis=CP932 euc-jp=EUC-JP \
        gbk=GB18030 gb2312=GB18030 gb18030=GB18030 big5=BIG5-HKSCS euc-kr=CP949 ks_c_5601-1987=CP949
        """

    /// The encoding that a label ("latin1", "Shift_JIS") means on the web; nil when it is unknown.
    init?(label: ByteSlice) {
        let wanted = label.trimmed.asciiLowercased
        guard !wanted.isEmpty, wanted.count < 40 else { return nil }
        for entry in Self.labels.utf8.split(separator: 0x20) {
            guard let equals = entry.firstIndex(of: 0x3D) else { continue }
            if entry[..<equals].elementsEqual(wanted) {
                self.init(name: String(decoding: entry[entry.index(after: equals)...], as: UTF8.self))
                return
            }
        }
        return nil
    }

    private init(name: String) { self.name = name }

    /// Whether ASCII bytes mean ASCII, so that a declaration written in ASCII can be true.
    var extendsASCII: Bool { !name.hasPrefix("UTF-16") && !name.hasPrefix("UTF-32") }
}
