import HearsayCore

/// The names that the parts of a mail's page have.
enum LayoutNames {
    private static let word = "newsletter"

    /// The page without "newsletter" in its class names: on a web page that is a box to sign up, in a mail it is the text.
    static func withoutNewsletter(_ page: [UInt8]) -> [UInt8] {
        var (out, at) = (page, 0)
        while let equals = MailLine.find(0x3D, in: page[at...]) {
            at = equals + 1
            guard equals > 5, page[(equals - 5)..<equals].equalsIgnoringCase("class"), page[equals - 6].isASCIISpace,
                at < page.count, page[at] == 0x22 || page[at] == 0x27
            else { continue }
            let value = page[(at + 1)...].prefix(400).prefix { $0 != page[at] && $0 != 0x3E }
            var rest = value
            while let start = rest.firstIgnoringCase(word) {
                let end = start + word.utf8.count
                for place in start..<end { out[place] = 0x20 }
                rest = rest[end...]
            }
            at = value.endIndex
        }
        return out
    }
}
