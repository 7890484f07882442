// A libFuzzer target: whatever the bytes, a feed or a list of subscriptions is read or refused with a reason, and a list
// that was read is read again as it was written. See README.md.

import HearsayCapture

/// Called by libFuzzer with each input. The first byte chooses the parser.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFeeds(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data + 1, count: size - 1))
    do throws(CaptureError) {
        if data[0] & 1 == 0 {
            let feed = try FeedReader.feed(from: bytes, charset: nil, url: "https://harbourpost.example/feed")
            precondition(feed.problems.count <= 120, "problems without end")
            precondition(
                feed.entries.allSatisfy { $0.url?.lowercased().hasPrefix("http") ?? true }, "an address that is none")
        } else {
            let list = try SubscriptionList.read(bytes)
            let again = try SubscriptionList.read(list.bytes)
            precondition(again.subscriptions.count == list.subscriptions.count, "another list")
        }
    } catch {
        precondition(!error.reason.isEmpty, "an error without a reason")
    }
    return 0
}
