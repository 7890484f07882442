internal import HearsayCore

/// A page as the list of a WACZ names it.
public struct WACZPage: Hashable, Sendable {
    /// Its address.
    public let url: String
    /// When it was captured, as the list says.
    public let date: String?
    /// Its title.
    public let title: String?

    /// The pages of a list, one JSON object a line behind a line that names the format; lines that cannot be read are
    /// told by their numbers.
    static func list(
        _ bytes: [UInt8], named name: String, limits: ArchiveLimits = ArchiveLimits()
    ) -> (pages: [WACZPage], problems: [CaptureError]) {
        var (pages, bad) = ([WACZPage](), [Int]())
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty { continue }
            guard pages.count < limits.pages else {
                let reason = "\(name) names more than \(limits.pages) pages; the others are not looked up"
                return (pages, [CaptureError(.tooLarge, reason)])
            }
            guard line.count <= limits.description, let value = try? JSONReader.value(of: Array(line)),
                case .object = value
            else {
                bad.append(index + 1)
                continue
            }
            if let url = value["url"]?.text {
                pages.append(WACZPage(url: url, date: value["ts"]?.text, title: value["title"]?.text))
            } else if value["format"] == nil {
                bad.append(index + 1)
            }
        }
        guard let first = bad.first else { return (pages, []) }
        let reason =
            bad.count == 1
            ? "\(name): line \(first) is no page" : "\(name): \(bad.count) lines are no pages, the first is \(first)"
        return (pages, [CaptureError(.malformed, reason)])
    }
}
