internal import Hearsay
internal import Hummingbird

extension PageContext {
    /// A number in the path; anything else is no page.
    func number(_ name: String) throws -> Int {
        guard let text = parameters.get(name), let number = Int(strict: text) else { throw PageProblem.notFound }
        return number
    }

    /// A word in the path, percent-decoded; anything that is not well-formed is no page.
    func word(_ name: String) throws -> String {
        guard let text = parameters.get(name),
            let word = URLEncodedForm.decode(Array(text.utf8)[...], plusIsSpace: false)
        else { throw PageProblem.notFound }
        return word
    }
}

extension Request {
    /// A number in the query; nil when it is absent.
    func number(_ name: String) throws -> Int? {
        guard let text = word(name), !text.isEmpty else { return nil }
        guard let number = Int(strict: text) else { throw DeskError(.invalid, "\(name) must be a whole number.") }
        return number
    }

    /// A word in the query; nil when it is absent.
    func word(_ name: String) -> String? { URLEncodedForm.value(of: name, in: uri.query) }
}

extension SentForm {
    /// A number that a page put into its form.
    func number(_ name: String) throws(PageProblem) -> Int {
        guard let number = self[name].flatMap({ Int(strict: $0) }) else {
            throw .badForm("\(name) must be a whole number.")
        }
        return number
    }
}

extension Int {
    /// Up to twelve digits and nothing else.
    fileprivate init?(strict text: String) {
        guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        self.init(text)
    }
}
