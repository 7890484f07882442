internal import Hearsay

/// The forms by which an article is added, and what the last one did.
struct AddView {
    struct Result {
        var sentence: String
        var resultHref: String
    }

    var frame: Frame
    var result: Result?

    init(_ added: AddedArticle? = nil, site: Site) {
        frame = Frame("Add an article", section: .add, twin: nil, site: site)
        result = added.map { Result(sentence: Self.sentence($0), resultHref: Address.article($0.article)) }
    }

    private static func sentence(_ added: AddedArticle) -> String {
        let statements = Words.count(added.statements, "statement")
        return switch added.change {
        case .added: "Added as article \(added.article), with \(statements)."
        case .revised: "Kept as revision \(added.revision) of article \(added.article), with \(statements)."
        case .unchanged: "These very bytes are there already, as article \(added.article). Nothing was changed."
        }
    }
}
