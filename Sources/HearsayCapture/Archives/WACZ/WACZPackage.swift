internal import HearsayCore

/// What a WACZ says of itself in its datapackage.json.
public struct WACZPackage: Hashable, Sendable {
    /// One file of it.
    public struct Resource: Hashable, Sendable {
        /// Its path in the zip file.
        public let path: String
        /// Its digest with the algorithm before it ("sha256:…"); nil when it states none.
        public let hash: String?
        /// Its size; nil when it states none.
        public let bytes: Int?
    }

    /// The version of WACZ ("1.1.1").
    public let version: String?
    /// The title of the collection.
    public let title: String?
    /// When it was made, as it says.
    public let created: String?
    /// What made it, as it says.
    public let software: String?
    /// Its files.
    public let resources: [Resource]

    /// The package of a file; also as versions before 1.1 wrote it.
    init(_ bytes: [UInt8]) throws(CaptureError) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONReader.value(of: bytes)
        } catch {
            throw CaptureError(
                .malformed, "datapackage.json is no JSON: \(error.reason)", at: .init(byte: error.offset))
        }
        guard case .object(let fields) = json, case .array(let list)? = fields["resources"] else {
            throw CaptureError(.malformed, "datapackage.json has no list of resources")
        }
        version = fields["wacz_version"]?.text
        title = fields["title"]?.text ?? fields["metadata"]?["title"]?.text
        created = fields["created"]?.text
        software = fields["software"]?.text
        resources = list.compactMap(Self.resource)
    }

    private static func resource(_ value: JSONValue) -> Resource? {
        guard let path = value["path"]?.text else { return nil }
        let old = value["stats"]
        var hash = value["hash"]?.text
        if hash == nil, let value = old?["hash"]?.text { hash = value }
        if let given = hash, !given.contains(":") { hash = (value["hashing"]?.text ?? "sha256") + ":" + given }
        var bytes: Int?
        if case .number(let size)? = value["bytes"] ?? old?["bytes"] { bytes = Int(exactly: size) }
        return Resource(path: path, hash: hash, bytes: bytes)
    }
}
