internal import Mustache

/// A view as templates ask it, with its fields listed once.
///
/// By itself the template library lists all fields of a view anew for each one that a template names, which took two thirds
/// of the time of a page of fifty lines.
final class ViewFields: MustacheParent {
    private let fields: [(name: String, value: Any)]

    /// The fields of a view, and of the views in it; those that are nil are left out.
    convenience init(_ view: Any) { self.init(mirror: Mirror(reflecting: view)) }

    private init(mirror: Mirror) {
        fields = mirror.children.compactMap { child in
            guard let name = child.label, let value = Self.value(child.value) else { return nil }
            return (name, value)
        }
    }

    func child(named name: String) -> Any? { fields.first { $0.name == name }?.value }

    private static func value(_ value: Any) -> Any? {
        switch value {
        case let text as String: return text
        case let number as Int: return number
        case let choice as Bool: return choice
        case let custom as any MustacheCustomRenderable: return custom
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { self.value($0.value) }
        case .collection: return mirror.children.compactMap { self.value($0.value) }
        case .struct: return ViewFields(mirror: mirror)
        default: return value
        }
    }
}
