extension Int {
    /// The number that a decimal writes without sign and leading zeros; nil for anything else and for too large ones.
    init?(digits: some Collection<UInt8>) {
        guard let first = digits.first, first != 0x30 || digits.count == 1 else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            let (tenfold, tooMuch) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tenfold.addingReportingOverflow(Int(digit) - 0x30)
            guard !tooMuch, !overflow else { return nil }
            value = sum
        }
        self = value
    }
}
