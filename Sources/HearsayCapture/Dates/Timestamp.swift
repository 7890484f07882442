import HearsayCore

/// The one form in which dates leave this target: "YYYY-MM-DD", or RFC 3339 where time and zone are known.
enum Timestamp {
    /// A day, with a time of day if its zone is known too.
    static func format(_ day: CivilDay, _ clock: DateScanner.Clock?) -> String {
        guard let clock, let zone = clock.zone else { return day.description }
        let time = "T\(two(clock.hour)):\(two(clock.minute)):\(two(clock.second))"
        if zone == 0 { return day.description + time + "Z" }
        let away = abs(zone)
        return day.description + time + (zone < 0 ? "-" : "+") + "\(two(away / 60)):\(two(away % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The first date in a short machine-readable or human-readable value ("20240322", "Fri, 22 Mar 2024 10:15 GMT").
    static func first(
        in value: ByteSlice, order: DateOrder = .monthFirst, shortYears: Bool = false
    ) -> String? {
        let value = value.trimmed.prefix(200)
        if let compact = compactDay(value) { return compact.description }
        var scanner = DateScanner(value, order: order, shortYears: shortYears)
        var (day, clock) = (CivilDay?.none, DateScanner.Clock?.none)
        while !scanner.isAtEnd {
            if day == nil, let next = scanner.date() {
                day = next
            } else if clock == nil, let time = scanner.clock() {
                clock = time
            } else {
                scanner.skipNumbers()
            }
            if day != nil, clock != nil { break }
        }
        return day.map { format($0, clock) }
    }

    /// "20240322", perhaps followed by a time.
    private static func compactDay(_ value: ByteSlice) -> CivilDay? {
        let digits = value.prefix { $0.isASCIIDigit }
        guard digits.count == 8 || digits.count == 14 else { return nil }
        let number = digits.prefix(8).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        guard (1900...2200).contains(number / 10_000) else { return nil }
        return CivilDay(number / 10_000, number / 100 % 100, number % 100)
    }
}
