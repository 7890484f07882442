/// How much a fetch may cost. Beyond it there is a ``FetchError``, not a long wait.
public struct FetchLimits: Hashable, Sendable {
    /// Bytes of a page, after decompression.
    public var bytes = 16 << 20
    /// Bytes of the headers of one answer.
    public var headerBytes = 128 << 10
    /// Headers of one answer.
    public var headers = 200
    /// Redirects that are followed.
    public var redirects = 10
    /// Milliseconds for everything, redirects included.
    public var total = 60_000
    /// Milliseconds until a connection stands.
    public var connect = 15_000
    /// Bytes a second; a transfer below that is given up after ``slowSeconds``.
    public var slowRate = 100
    /// Seconds for which a transfer may be slow.
    public var slowSeconds = 20

    /// Limits that fit any article: 16 MiB, a minute, ten redirects.
    public init() {}
}
