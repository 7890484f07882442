package import HearsayCore

/// What times and numbers resolve to, in a form made for people.
package enum TimeLabel {
    /// "2024-03-22", "2024-03", "2024", "2024-03-15 to 2024-03-17".
    package static func days(_ days: DayInterval) -> String {
        if days.start == days.end { return days.start.description }
        let (first, last) = (days.start.date, days.end.date)
        if first.day == 1, last.day == CivilDay.days(inMonth: last.month, of: last.year), first.year == last.year {
            if first.month == 1, last.month == 12 { return String(days.start.description.dropLast(6)) }
            if first.month == last.month { return String(days.start.description.dropLast(3)) }
        }
        return "\(days.start) to \(days.end)"
    }

    /// What a time resolves to; nil when that cannot be told or adds nothing.
    static func label(_ time: TimeExpression) -> String? {
        switch time.value {
        case .interval(let start?, let end?):
            if start.minute == nil, end.minute == nil { return days(DayInterval(start.day, end.day)) }
            return "\(start.spaced) to \(end.spaced)"
        case .interval(let start?, nil): return "from \(start.spaced)"
        case .interval(nil, let end?): return "until \(end.spaced)"
        case .instant(let moment): return moment.spaced
        // A time of day or a length says no more than the words themselves do.
        case .interval(nil, nil), .timeOfDay, .duration, .set, nil: return nil
        }
    }
}

/// Numbers with their units, for people.
enum FigureLabel {
    /// "300,000 soldiers", "about 87 %", "3 to 5 km".
    static func label(_ quantity: Quantity) -> String {
        var label = quantity.approximate ? "about " : ""
        label += number(quantity.value)
        if let upper = quantity.upper { label += " to \(number(upper))" }
        if let unit = quantity.unit, !unit.isEmpty { label += " \(unit)" }
        return label
    }

    /// "300,000"; at most two digits after the point.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        let hundredths = Int((abs(value) * 100).rounded())
        var grouped = ""
        let digits = String(hundredths / 100)
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        let fraction = hundredths % 100
        if fraction > 0 {
            grouped += "." + (fraction % 10 == 0 ? "\(fraction / 10)" : fraction < 10 ? "0\(fraction)" : "\(fraction)")
        }
        return (value < 0 && hundredths > 0 ? "-" : "") + grouped
    }
}

extension TimeExpression.Moment {
    /// "2024-03-25" or "2024-03-25 14:30".
    var spaced: String { minute.map { "\(day) \(TimeExpression.clock($0))" } ?? day.description }
}
