internal import HearsayCore

/// What a single word means to the rules of time.
enum TimeMeaning: Hashable, Sendable {
    case none
    case month(Int)
    case weekday(Int)
    case unit(CalendarUnit)
    case season(Int)  // the month in which it starts
    case daypart(from: Int, to: Int)
    case ordinal(Int)
    case shift(Int)  // last, this, next
    case part(TimePhrase.Part)
    case connector
}

/// The words of time, read once from compact tables.
struct TimeLexicon: Sendable {
    static let shared = TimeLexicon()

    private let meanings: [String: TimeMeaning]
    /// Holidays by their words in lower case.
    let holidays: [String: Holiday]
    /// First words of holidays.
    let holidayStarts: Set<String>

    /// What a word in lower case means; `.none` for an ordinary word.
    func meaning(_ word: String) -> TimeMeaning { meanings[word] ?? .none }

    /// Short forms, which need a capital or a neighbour to count.
    static let shortWeekdays: Set<String> = [
        "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]
    /// Months that are ordinary words or names as well.
    static let doubtfulMonths: Set<String> = [
        "may", "march", "mar", "august", "april", "june", "jan", "jun", "dec", "sep", "apr", "avril", "nov", "oct",
        "jul",
    ]
    /// Nouns that may follow a year that tells them apart ("the 2018 election").
    static let yearNouns: Set<String> = read(
        """
        election elections vote votes budget invasion war olympics games world season agreement report reports census \
        deal law study poll polls referendum summit film crisis pandemic annexation attack attacks coup revolution \
        protests draft campaign tournament edition presidential parliamentary general primary congress convention \
        treaty constitution accord accords ceasefire uprising massacre earthquake floods results conference midterm \
        midterms championship championships final finals model models
        """)

    private init() {
        var meanings: [String: TimeMeaning] = [:]
        for (i, names) in Self.lines(Self.months).enumerated() { for name in names { meanings[name] = .month(i + 1) } }
        for (i, names) in Self.lines(Self.weekdays).enumerated() { for n in names { meanings[n] = .weekday(i + 1) } }
        for (i, names) in Self.lines(Self.ordinals).enumerated() { for n in names { meanings[n] = .ordinal(i + 1) } }
        for (names, unit) in Self.units { for name in Self.words(names) { meanings[name] = .unit(unit) } }
        for (names, month) in Self.seasons { for name in Self.words(names) { meanings[name] = .season(month) } }
        for (names, from, to) in Self.dayparts {
            for name in Self.words(names) { meanings[name] = .daypart(from: from * 60, to: to * 60) }
        }
        for (names, offset) in Self.shifts { for name in Self.words(names) { meanings[name] = .shift(offset) } }
        for (names, part) in Self.parts { for name in Self.words(names) { meanings[name] = .part(part) } }
        self.meanings = meanings
        var holidays: [String: Holiday] = [:]
        for line in Self.lines(Self.holidayTable) {
            guard let holiday = Self.holiday(line) else { continue }
            holidays[line.drop { $0 != ":" }.dropFirst().joined(separator: " ")] = holiday
        }
        self.holidays = holidays
        holidayStarts = Set(holidays.keys.compactMap { Self.words($0).first })
    }

    private static func read(_ text: String) -> Set<String> { Set(words(text)) }

    private static func words(_ text: String) -> [String] {
        text.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func lines(_ text: String) -> [[String]] {
        text.utf8.split(separator: 0x0A).map { words(String(decoding: $0, as: UTF8.self)) }
    }

    private static func holiday(_ fields: [String]) -> Holiday? {
        let numbers = fields.prefix { $0 != ":" }.compactMap { Int($0) }
        switch (fields.first, numbers.count) {
        case ("fixed", 2): return .fixed(month: numbers[0], day: numbers[1])
        case ("islamic", 2): return .islamic(month: numbers[0], day: numbers[1])
        case ("easter", 1): return .easter(numbers[0])
        case ("nth", 4): return .nth(numbers[0], weekday: numbers[1], month: numbers[2], plus: numbers[3])
        default: return nil
        }
    }
}

extension TimeLexicon {
    private static let months = """
        january jan
        february feb
        march mar
        april apr
        may
        june jun
        july jul
        august aug
        september sept sep
        october oct
        november nov
        december dec
        """

    private static let weekdays = """
        monday mon
        tuesday tue tues
        wednesday wed weds
        thursday thu thur thurs
        friday fri
        saturday sat
        sunday sun
        """

    private static let ordinals = """
        first
        second
        third
        fourth
        fifth
        sixth
        seventh
        eighth
        ninth
        tenth
        eleventh
        twelfth
        thirteenth
        fourteenth
        fifteenth
        sixteenth
        seventeenth
        eighteenth
        nineteenth
        twentieth
        """

    private static let units: [(String, CalendarUnit)] = [
        ("second seconds sec secs", .second), ("minute minutes min mins", .minute), ("hour hours hr hrs h", .hour),
        ("day days", .day), ("weekend weekends", .weekend), ("week weeks", .week),
        ("fortnight fortnights", .fortnight), ("month months", .month), ("quarter quarters", .quarter),
        ("year years yr yrs", .year), ("decade decades", .decade), ("century centuries", .century),
    ]

    private static let seasons: [(String, Int)] = [
        ("spring springtime", 3), ("summer summertime", 6), ("autumn fall", 9), ("winter wintertime", 12),
    ]

    private static let dayparts: [(String, Int, Int)] = [
        ("morning mornings", 8, 12), ("afternoon afternoons", 12, 16), ("evening evenings", 16, 20),
        ("night nights overnight", 20, 24), ("dawn sunrise daybreak", 4, 8), ("dusk sunset", 17, 20),
        ("lunchtime", 11, 13), ("daytime", 8, 18),
    ]

    private static let shifts: [(String, Int)] = [
        ("last previous past", -1), ("this current", 0), ("next coming upcoming following", 1),
    ]

    private static let parts: [(String, TimePhrase.Part)] = [
        ("early beginning start", .early), ("mid middle", .middle), ("late end close", .late),
        ("earlier", .earlier), ("later", .later), ("rest remainder", .rest),
    ]

    /// How the day is computed, a colon, and the words.
    private static let holidayTable = """
        fixed 12 25 : christmas
        fixed 12 25 : christmas day
        fixed 12 24 : christmas eve
        fixed 12 26 : boxing day
        fixed 1 1 : new year's day
        fixed 1 1 : new year
        fixed 1 1 : new year's
        fixed 12 31 : new year's eve
        fixed 1 6 : epiphany
        fixed 2 14 : valentine's day
        fixed 3 8 : international women's day
        fixed 3 17 : st patrick's day
        fixed 3 17 : saint patrick's day
        fixed 4 22 : earth day
        fixed 5 1 : may day
        fixed 5 1 : international workers day
        fixed 5 9 : victory day
        fixed 6 19 : juneteenth
        fixed 7 14 : bastille day
        fixed 6 19 : freedom day
        fixed 6 19 : jubilee day
        fixed 10 31 : halloween
        fixed 10 31 : hallowe'en
        fixed 12 25 : xmas
        fixed 12 24 : xmas eve
        fixed 12 31 : new year eve
        fixed 1 1 : new year day
        fixed 1 7 : orthodox christmas
        fixed 1 25 : burns night
        fixed 1 26 : australia day
        fixed 2 2 : groundhog day
        fixed 2 2 : candlemas
        fixed 2 14 : valentines day
        fixed 2 14 : st valentine's day
        fixed 4 1 : april fools day
        fixed 4 1 : april fool's day
        fixed 4 23 : st george's day
        fixed 4 25 : anzac day
        fixed 5 4 : star wars day
        fixed 5 5 : cinco de mayo
        fixed 5 9 : europe day
        fixed 6 14 : flag day
        fixed 7 1 : canada day
        fixed 8 15 : assumption day
        fixed 11 5 : guy fawkes night
        fixed 11 5 : bonfire night
        fixed 11 11 : remembrance day
        fixed 11 30 : st andrew's day
        fixed 12 6 : st nicholas day
        fixed 12 10 : human rights day
        islamic 10 1 : eid al fitr
        islamic 10 1 : eid al - fitr
        islamic 12 10 : eid al adha
        islamic 12 10 : eid al - adha
        islamic 1 10 : ashura
        easter -48 : rose monday
        easter -47 : mardi gras
        easter -1 : holy saturday
        easter -4 : holy wednesday
        easter -2 : holy friday
        easter 56 : trinity sunday
        easter 60 : corpus christi
        nth 2 7 11 0 : remembrance sunday
        nth 2 1 10 0 : columbus day
        nth 2 1 10 0 : indigenous peoples day
        nth 1 1 9 0 : labour day
        nth 3 1 1 0 : mlk day
        nth 3 1 2 0 : president's day
        nth 3 1 2 0 : washington's birthday
        nth 2 7 5 0 : mothers day
        nth 3 7 6 0 : fathers day
        fixed 11 1 : all saints
        fixed 11 1 : all saints day
        fixed 11 1 : all souls day
        fixed 11 2 : all hallows
        fixed 11 11 : armistice day
        fixed 11 11 : veterans day
        easter 0 : easter
        easter 0 : easter sunday
        easter 1 : easter monday
        easter -2 : good friday
        easter -3 : maundy thursday
        easter -7 : palm sunday
        easter -46 : ash wednesday
        easter -47 : shrove tuesday
        easter 39 : ascension day
        easter 49 : whitsun
        easter 49 : pentecost
        easter 50 : whit monday
        nth 4 4 11 0 : thanksgiving
        nth 4 4 11 0 : thanksgiving day
        nth 4 4 11 1 : black friday
        nth 4 4 11 4 : cyber monday
        nth 1 1 9 0 : labor day
        nth -1 1 5 0 : memorial day
        nth 2 7 5 0 : mother's day
        nth 3 7 6 0 : father's day
        nth 3 1 1 0 : martin luther king day
        nth 3 1 2 0 : presidents day
        """
}
