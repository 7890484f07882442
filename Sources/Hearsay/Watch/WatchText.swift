internal import HearsayCore

/// The watch's events as lines, for people and for programs.
public enum WatchText {
    /// One line for people; nil for what needs no line: a feed without news, a page that did not change.
    public static func line(_ event: WatchEvent) -> String? {
        switch event {
        case .polled(_, 0), .looked(_, _, .unchanged): nil
        case .polled(let feed, let new): "feed: \(PlainText.singleLine(feed)): \(new) new"
        case .feedFailed(let feed, let isGone, let reason):
            "feed \(isGone ? "gone" : "failed"): \(PlainText.singleLine("\(feed): \(reason)"))"
        case .taken(let added, let label):
            "\(added.change.rawValue) \(added.article)\(revision(added.revision)): \(label)"
        case .notTaken(let url, let reason, let isLast):
            "not taken: \(PlainText.singleLine("\(url): \(reason)"))\(isLast ? "; given up" : "")"
        case .postponed(let url, let reason): "postponed: \(PlainText.singleLine("\(url): \(reason)"))"
        case .looked(let article, let title, let state): looked(article, PlainText.singleLine(title), state)
        }
    }

    private static func looked(_ article: Int, _ title: String, _ state: WatchEvent.PageState) -> String {
        switch state {
        case .unchanged: "unchanged \(article): \(title)"
        case .back: "back \(article): \(title)"
        case .changed(let number): "changed \(article)\(revision(number)): \(title)"
        case .gone(let status): "gone \(article)\(status.map { " (\($0))" } ?? ""): \(title)"
        case .failed(let reason): "look failed \(article): \(PlainText.singleLine("\(title): \(reason)"))"
        }
    }

    private static func revision(_ number: Int) -> String { number > 1 ? " (revision \(number))" : "" }

    /// One JSON object on a line, with the event's name as "event" and the time when it was told.
    public static func json(_ event: WatchEvent, at time: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("event", name(event))
            writer.field("time", time)
            switch event {
            case .polled(let feed, let new):
                writer.field("feed", feed)
                writer.field("new", new)
            case .feedFailed(let feed, _, let reason):
                writer.field("feed", feed)
                writer.field("reason", reason)
            case .taken(let added, let label):
                writer.field("article", added.article)
                writer.field("revision", added.revision)
                writer.field("change", added.change.rawValue)
                writer.field("title", label)
            case .notTaken(let url, let reason, let isLast):
                writer.field("url", url)
                writer.field("reason", reason)
                writer.field("last", isLast)
            case .postponed(let url, let reason):
                writer.field("url", url)
                writer.field("reason", reason)
            case .looked(let article, let title, let state):
                writer.field("article", article)
                writer.field("title", title)
                write(state, to: &writer)
            }
        }
        return writer.bytes + [0x0A]
    }

    private static func name(_ event: WatchEvent) -> String {
        switch event {
        case .polled: "polled"
        case .feedFailed(_, let isGone, _): isGone ? "feed-gone" : "feed-failed"
        case .taken: "taken"
        case .notTaken: "not-taken"
        case .postponed: "postponed"
        case .looked(_, _, .unchanged): "unchanged"
        case .looked(_, _, .back): "back"
        case .looked(_, _, .changed): "changed"
        case .looked(_, _, .gone): "gone"
        case .looked(_, _, .failed): "look-failed"
        }
    }

    private static func write(_ state: WatchEvent.PageState, to writer: inout JSONWriter) {
        switch state {
        case .unchanged, .back: break
        case .changed(let revision): writer.field("revision", revision)
        case .gone(let status): writer.field("status", status)
        case .failed(let reason): writer.field("reason", reason)
        }
    }
}
