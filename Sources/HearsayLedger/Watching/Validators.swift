/// What a server gave beside a page or a feed, so that it can be asked later whether there is anything new.
public struct Validators: Hashable, Sendable {
    /// The ETag, as it came.
    public var etag: String?
    /// The Last-Modified header, as it came.
    public var lastModified: String?

    /// The address that gave them, after redirects. They say nothing of any other, and without it nothing at all.
    public var url: String?

    /// Validators; all may be missing.
    public init(etag: String? = nil, lastModified: String? = nil, url: String? = nil) {
        (self.etag, self.lastModified, self.url) = (etag, lastModified, url)
    }
}
