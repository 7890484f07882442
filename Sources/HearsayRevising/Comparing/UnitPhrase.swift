/// A few words that say one thing together.
struct UnitPhrase: Sendable {
    let words: [String]
    let kind: Unit.Kind
    let key: String

    /// The phrases by their first word, the longest first.
    static let byFirst = Dictionary(grouping: all) { $0.words[0] }

    private static let all: [UnitPhrase] = {
        let list: [(String, Unit.Kind, String)] = [
            ("due to the fact that", .content, "w:because"), ("in order to", .direction, "w:to"),
            ("no one", .negation, "not:nobody"), ("per cent", .content, "w:%"), ("at least", .number, "b:>="),
            ("no fewer than", .number, "b:>="), ("no less than", .number, "b:>="), ("more than", .number, "b:>"),
            ("less than", .number, "b:<"), ("fewer than", .number, "b:<"), ("up to", .number, "b:<="),
            ("at most", .number, "b:<="), ("no more than", .number, "b:<="), ("close to", .rough, "rough"),
            ("according to", .cue(.says(level: 2)), "w:according"), ("put out", .content, "w:extinguish"),
            ("set up", .content, "w:establish"), ("carried out", .content, "w:conduct"),
            ("at present", .filler, "w:now"),
            ("of course", .filler, "w:course"), ("in addition", .filler, "w:also"), ("as well", .filler, "w:also"),
            ("as well as", .function, "w:and"), ("at the moment", .filler, "w:now"), ("at this time", .filler, "w:now"),
            ("prior to", .content, "w:before"), ("a lot of", .number, "w:many"), ("a number of", .number, "w:several"),
            ("in spite of", .content, "w:despite"), ("as a result", .filler, "w:thus"),
            ("took place", .content, "w:happen"),
            ("took part", .content, "w:participat"), ("sells off", .content, "w:sel"), ("sold off", .content, "w:sel"),
            ("a total of", .filler, "w:total"), ("among them", .content, "w:includ"), ("such as", .content, "w:includ"),
            ("death toll", .content, "w:toll"), ("number of dead", .content, "w:toll"),
            ("due to", .content, "w:because"),
            ("because of", .content, "w:because"), ("crew members", .content, "w:crew"),
            ("staff members", .content, "w:staff"), ("members of staff", .content, "w:staff"),
            ("owing to", .content, "w:because"),
        ]
        return list.map { words, kind, key in
            let stem = key.hasPrefix("w:") ? "w:" + Stem.of(Spelling.american(String(key.dropFirst(2)))) : key
            return UnitPhrase(words: words.split(separator: " ").map(String.init), kind: kind, key: stem)
        }
        .sorted { $0.words.count > $1.words.count }
    }()
}
