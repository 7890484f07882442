internal import HearsayCore
internal import HearsayNames
internal import Synchronization

/// Forms of names that were compared before, since making one costs more than comparing it.
final class NameForms: Sendable {
    /// With more than these, the forms are forgotten and made anew; each takes about half a kilobyte.
    private static let most = 20_000

    private struct Key: Hashable {
        let kind: Voice.Kind
        let name: String
    }

    private let known = Mutex<[Key: NameForm]>([:])

    /// The form of a name of a kind.
    func form(of name: String, _ kind: Voice.Kind) -> NameForm {
        let key = Key(kind: kind, name: name)
        if let form = known.withLock({ $0[key] }) { return form }
        let form = NameForm(name, kind: kind)
        known.withLock { known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            known[key] = form
        }
        return form
    }
}
