internal import Hummingbird

/// The name of a header field.
typealias FieldName = HTTPFields.Element.Name

extension HTTPFields {
    /// The values of all fields of a name.
    func all(_ name: String) -> [String] { FieldName(name).map { self[values: $0] } ?? [] }

    /// The one value of the fields of a name; nil when there is none or there are several.
    func single(_ name: String) -> String? {
        let values = all(name)
        return values.count == 1 ? values[0] : nil
    }
}
