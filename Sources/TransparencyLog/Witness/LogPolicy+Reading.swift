extension LogPolicy {
    /// Reads a policy.
    public init(_ text: String) throws(NoteError) { try self.init(bytes: Array(text.utf8)) }

    /// Reads a policy from foreign bytes. It must have one quorum line, and names only what earlier lines define.
    public init(bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.maximalBytes else {
            throw NoteError(.tooLarge, "a policy may have \(Self.maximalBytes) bytes, this one \(bytes.count)")
        }
        guard bytes.isEmpty || bytes.last == 0x0A else {
            throw NoteError(.malformed, "a policy must end with a newline")
        }
        var reader = PolicyReader()
        let lines = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() {
            reader.line = place + 1
            try reader.read(line)
        }
        guard reader.hasQuorum else { throw NoteError(.malformed, "a policy needs a quorum line") }
        self = reader.policy
    }
}

/// What the lines of a policy have defined so far.
private struct PolicyReader {
    /// The name that a quorum may have, and nothing else.
    private static let none = LogPolicy.Label(bytes: Array("none".utf8))

    var policy = LogPolicy()
    var line = 0
    private(set) var hasQuorum = false
    private var defined: Set<LogPolicy.Label> = []
    private var members: Set<LogPolicy.Label> = []
    private var logKeys: Set<[UInt8]> = []
    private var witnessKeys: Set<[UInt8]> = []

    mutating func read(_ line: ArraySlice<UInt8>) throws(NoteError) {
        guard line.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
            throw error(.malformed, "a control character")
        }
        let items = line.split { $0 == 0x20 || $0 == 0x09 }
        guard let first = items.first, first.first != 0x23 else { return }
        switch String(decoding: first, as: UTF8.self) {
        case "log": try readLog(items.dropFirst())
        case "witness": try readWitness(items.dropFirst())
        case "group": try readGroup(items.dropFirst())
        case "quorum": try readQuorum(items.dropFirst())
        case let other: throw error(.malformed, "a policy has no line \(other.prefix(40))")
        }
    }

    private mutating func readLog(_ items: ArraySlice<ArraySlice<UInt8>>) throws(NoteError) {
        guard let key = items.first, items.count <= 2 else {
            throw error(.malformed, "a log line has a key, and perhaps an address")
        }
        let log = LogPolicy.Log(
            key: try read(key) { key throws(NoteError) in try VerifierKey(key) }, url: url(items, 1))
        guard logKeys.insert(log.key.publicKey).inserted else {
            throw error(.malformed, "a second log with the same key")
        }
        policy.logs.append(log)
        try checkCount(policy.logs.count)
    }

    private mutating func readWitness(_ items: ArraySlice<ArraySlice<UInt8>>) throws(NoteError) {
        guard let name = items.first, let key = items.dropFirst().first, items.count <= 3 else {
            throw error(.malformed, "a witness line has a name and a key, and perhaps an address")
        }
        let witness = LogPolicy.Witness(
            label: try define(name), key: try read(key) { key throws(NoteError) in try WitnessKey(key) },
            url: url(items, 2))
        guard witnessKeys.insert(witness.key.publicKey).inserted else {
            throw error(.malformed, "a second witness with the same key")
        }
        policy.witnesses.append(witness)
        try checkCount(policy.witnesses.count)
    }

    private mutating func readGroup(_ items: ArraySlice<ArraySlice<UInt8>>) throws(NoteError) {
        let items = Array(items)
        guard items.count >= 3 else {
            throw error(.malformed, "a group line has a name, how many are needed, and the members")
        }
        let members = items[2...].map { LogPolicy.Label(bytes: Array($0)) }
        let threshold: Int
        switch String(decoding: items[1], as: UTF8.self) {
        case "all": threshold = members.count
        case "any": threshold = 1
        case let number:
            guard let value = Int(digits: number.utf8), 1...members.count ~= value else {
                throw error(.malformed, "of \(members.count) members not \(number.prefix(40)) can be needed")
            }
            threshold = value
        }
        for member in members {
            guard defined.contains(member) else { throw error(.malformed, "\(member) is not defined before") }
            guard self.members.insert(member).inserted else {
                throw error(.malformed, "\(member) is a member twice, and would count twice")
            }
        }
        policy.groups.append(LogPolicy.Group(label: try define(items[0]), threshold: threshold, members: members))
        try checkCount(policy.groups.count)
    }

    private mutating func readQuorum(_ items: ArraySlice<ArraySlice<UInt8>>) throws(NoteError) {
        guard let name = items.first, items.count == 1 else { throw error(.malformed, "a quorum line has one name") }
        guard !hasQuorum else { throw error(.malformed, "a second quorum line") }
        hasQuorum = true
        let label = LogPolicy.Label(bytes: Array(name))
        if label == Self.none { return }
        guard defined.contains(label) else { throw error(.malformed, "\(label) is not defined before") }
        policy.quorum = label
    }

    private mutating func define(_ name: ArraySlice<UInt8>) throws(NoteError) -> LogPolicy.Label {
        let label = LogPolicy.Label(bytes: Array(name))
        guard label != Self.none, defined.insert(label).inserted else {
            throw error(.malformed, "the name \(label) is taken")
        }
        return label
    }

    private func read<Key>(
        _ bytes: ArraySlice<UInt8>, _ key: (String) throws(NoteError) -> Key
    ) throws(NoteError) -> Key {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw error(.badKey, "not UTF-8") }
        do { return try key(text) } catch { throw self.error(error.code, error.reason) }
    }

    private func url(_ items: ArraySlice<ArraySlice<UInt8>>, _ place: Int) -> String? {
        items.dropFirst(place).first.map { String(decoding: $0, as: UTF8.self) }
    }

    private func checkCount(_ count: Int) throws(NoteError) {
        guard count <= LogPolicy.maximalParts else {
            throw error(.tooLarge, "a policy may have \(LogPolicy.maximalParts) of a kind")
        }
    }

    private func error(_ code: NoteError.Code, _ reason: String) -> NoteError { NoteError(code, reason, line: line) }
}
