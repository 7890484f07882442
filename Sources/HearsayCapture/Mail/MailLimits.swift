/// Bounds on the structure of a mail or a saved page; far beyond any that a program writes.
enum MailLimits {
    /// Bytes of one block of header lines.
    static let headers = 512 << 10
    /// Header lines of one block.
    static let fields = 2000
    /// Parts of one message, the parts within parts included.
    static let parts = 2000
    /// Parts within each other.
    static let depth = 24
    /// Bytes of the value of one header line that are read.
    static let value = 16 << 10
}
