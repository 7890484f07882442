/// The program that makes an export, as the export names it.
public struct ExportGenerator: Hashable, Sendable {
    /// The program's name.
    public var name: String
    /// Its version.
    public var version: String

    /// A program.
    public init(name: String = "Hearsay", version: String) { (self.name, self.version) = (name, version) }
}
