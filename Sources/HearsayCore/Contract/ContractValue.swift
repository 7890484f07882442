/// A value of foreign JSON with its place, read strictly: what is of another type is an error that names the place.
struct ContractValue {
    /// Where a value stands. It is spelt out for an error only, since most values are read without one.
    private indirect enum Place {
        case root
        case field(String, in: Place)
        case element(Int, in: Place)

        var path: String {
            switch self {
            case .root: ""
            case .field(let name, in: .root): name
            case .field(let name, in: let outer): "\(outer.path).\(name)"
            case .element(let index, in: let outer): "\(outer.path)[\(index)]"
            }
        }
    }

    let value: JSONValue
    private let place: Place

    /// The whole of what was read.
    init(_ root: JSONValue) { (value, place) = (root, .root) }

    private init(_ value: JSONValue, _ place: Place) { (self.value, self.place) = (value, place) }

    func error(_ reason: String) -> ContractError { ContractError(path: place.path, reason: reason) }

    private func expected(_ what: String) -> ContractError { error("\(what) is expected, not \(value.kind)") }

    // MARK: Containers

    /// A field of an object; nil when it is absent or null.
    func optional(_ name: String) throws(ContractError) -> ContractValue? {
        guard case .object(let fields) = value else { throw expected("an object") }
        guard let field = fields[name] else { return nil }
        if case .null = field { return nil }
        return ContractValue(field, .field(name, in: place))
    }

    /// A field that must be there.
    func field(_ name: String) throws(ContractError) -> ContractValue {
        guard let field = try optional(name) else { throw error("\"\(name)\" is missing") }
        return field
    }

    /// The elements of a list.
    func list<Element>(
        _ body: (ContractValue) throws(ContractError) -> Element
    ) throws(ContractError) -> [Element] {
        guard case .array(let elements) = value else { throw expected("a list") }
        var list: [Element] = []
        list.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            list.append(try body(ContractValue(element, .element(index, in: place))))
        }
        return list
    }

    // MARK: Plain values

    func text() throws(ContractError) -> String {
        guard case .string(let text) = value else { throw expected("a string") }
        return text
    }

    func truth() throws(ContractError) -> Bool {
        guard case .bool(let truth) = value else { throw expected("true or false") }
        return truth
    }

    func number(in range: ClosedRange<Double>? = nil) throws(ContractError) -> Double {
        guard case .number(let number) = value else { throw expected("a number") }
        if let range, !range.contains(number) {
            throw error("\(number) is not between \(range.lowerBound) and \(range.upperBound)")
        }
        return number
    }

    func integer(in range: ClosedRange<Int>) throws(ContractError) -> Int {
        let number = try number()
        guard let integer = Int(exactly: number) else { throw error("\(number) is not a whole number") }
        guard range.contains(integer) else { throw error("\(integer) is out of range") }
        return integer
    }

    /// A word of a closed set.
    func word<Word: RawRepresentable>() throws(ContractError) -> Word where Word.RawValue == String {
        let text = try text()
        guard let word = Word(rawValue: text) else { throw error("an unknown word, \"\(text)\"") }
        return word
    }

    // MARK: Days

    func day() throws(ContractError) -> CivilDay {
        let text = try text()
        guard let day = Self.day(text[...]) else { throw error("no day, \"\(text)\"") }
        return day
    }

    /// Days "YYYY-MM-DD", with a minus before years before the year 0.
    private static func day(_ text: Substring) -> CivilDay? {
        guard text.hasPrefix("-") else { return text.utf8.count == 10 ? CivilDay(iso: String(text)) : nil }
        guard text.utf8.count == 11, let mirrored = fields(text.dropFirst()) else { return nil }
        return CivilDay(-mirrored.year, mirrored.month, mirrored.day)
    }

    private static func fields(_ text: Substring) -> (year: Int, month: Int, day: Int)? {
        let bytes = Array(text.utf8)
        guard bytes.enumerated().allSatisfy({ $0 == 4 || $0 == 7 ? $1 == 0x2D : $1.isASCIIDigit }) else { return nil }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        return (number(0..<4), number(5..<7), number(8..<10))
    }

    func days() throws(ContractError) -> DayInterval {
        let days = DayInterval(try field("start").day(), try field("end").day())
        guard days.start <= days.end else { throw error("it ends before it starts") }
        return days
    }

    /// Minutes after midnight from "hh:mm".
    func clock() throws(ContractError) -> TimeExpression.MinuteOfDay {
        let text = try text()
        guard let minute = Self.clock(text[...]) else { throw error("no time of day, \"\(text)\"") }
        return minute
    }

    private static func clock(_ text: Substring) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == 0x3A,
            [bytes[0], bytes[1], bytes[3], bytes[4]].allSatisfy(\.isASCIIDigit)
        else { return nil }
        let digits = bytes.map { Int($0) - 0x30 }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[3] * 10 + digits[4])
        return minute < 60 && hour * 60 + minute <= 1440 ? hour * 60 + minute : nil
    }

    /// "YYYY-MM-DD" or "YYYY-MM-DDThh:mm".
    func moment() throws(ContractError) -> TimeExpression.Moment {
        let text = try text()
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = parts.first.flatMap(Self.day) else { throw error("no day, \"\(text)\"") }
        guard parts.count > 1 else { return TimeExpression.Moment(day) }
        guard let minute = Self.clock(parts[1]) else { throw error("no time of day, \"\(text)\"") }
        return TimeExpression.Moment(day, minute: minute)
    }
}
