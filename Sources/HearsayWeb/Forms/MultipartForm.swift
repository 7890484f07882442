internal import HearsayCore

/// Forms with files, as RFC 7578 has them and browsers send them: no preamble, no nesting, no transfer encodings.
enum MultipartForm {
    private static let lineEnd: [UInt8] = [0x0D, 0x0A]
    private static let mostHeaderBytes = 4096

    /// The fields and files of a body; anything else than the strict form is an error.
    static func read(_ bytes: [UInt8], contentType: String) throws(PageProblem) -> SentForm {
        guard let boundary = parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw malformed
        }
        let delimiter = lineEnd + Array("--\(boundary)".utf8)
        var form = SentForm()
        // The first delimiter begins the body, so its line end is not there.
        guard bytes.starts(with: delimiter.dropFirst(2)) else { throw malformed }
        var at = delimiter.count - 2
        while true {
            if bytes[at...].elementsEqual([0x2D, 0x2D]) || bytes[at...].elementsEqual([0x2D, 0x2D] + lineEnd) {
                return form
            }
            guard bytes[at...].starts(with: lineEnd) else { throw malformed }
            let head = try header(of: bytes, from: at + 2)
            guard let end = find(delimiter, in: bytes, from: head.end) else { throw malformed }
            try add(bytes[head.end..<end], head: head, to: &form)
            at = end + delimiter.count
        }
    }

    private static func add(_ content: ArraySlice<UInt8>, head: Header, to form: inout SentForm) throws(PageProblem) {
        if let file = head.file {
            guard form.files[head.name] == nil, form.fields[head.name] == nil,
                form.fields.count + form.files.count < SentForm.mostFields
            else { throw malformed }
            form.files[head.name] = SentForm.File(name: file, bytes: Array(content))
        } else {
            guard let value = String(validating: content, as: UTF8.self) else { throw malformed }
            try form.add(value, named: head.name)
        }
    }

    // MARK: The head of a part

    private struct Header {
        var name: String
        var file: String?
        var end: Int
    }

    /// The lines up to the empty one; one of them must say that this is a field of a form.
    private static func header(of bytes: [UInt8], from start: Int) throws(PageProblem) -> Header {
        var (at, disposition) = (start, String?.none)
        while true {
            let limit = min(bytes.count, start + mostHeaderBytes)
            guard at <= limit, let end = find(lineEnd, in: bytes, from: at, limit: limit) else { throw malformed }
            if end == at { break }
            guard let line = String(validating: bytes[at..<end], as: UTF8.self), let colon = line.firstIndex(of: ":")
            else { throw malformed }
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw malformed }
                disposition = String(line[colon...].dropFirst())
            case "content-transfer-encoding": throw malformed
            default: break
            }
            at = end + 2
        }
        guard let disposition, disposition.drop(while: { $0 == " " }).lowercased().hasPrefix("form-data;"),
            let name = parameter("name", of: disposition)
        else { throw malformed }
        return Header(name: name, file: parameter("filename", of: disposition), end: at + 2)
    }

    /// A parameter of a header's value: `name="…"` or `name=…`, after a semicolon. Browsers write quotes inside as %22.
    static func parameter(_ name: String, of value: String) -> String? {
        let bytes = Array(value.utf8)
        var at = bytes.firstIndex(of: 0x3B) ?? bytes.count
        while at < bytes.count, bytes[at] == 0x3B {
            at += 1
            while at < bytes.count, bytes[at].isASCIISpace { at += 1 }
            guard let equals = bytes[at...].firstIndex(of: 0x3D) else { return nil }
            let key = String(decoding: bytes[at..<equals], as: UTF8.self).lowercased()
            let (content, next) = content(of: bytes, from: equals + 1)
            guard let content else { return nil }
            if key == name { return content }
            at = next
            while at < bytes.count, bytes[at].isASCIISpace { at += 1 }
        }
        return nil
    }

    private static func content(of bytes: [UInt8], from start: Int) -> (String?, next: Int) {
        if start < bytes.count, bytes[start] == 0x22 {
            guard let end = bytes[(start + 1)...].firstIndex(of: 0x22) else { return (nil, bytes.count) }
            return (String(decoding: bytes[(start + 1)..<end], as: UTF8.self), end + 1)
        }
        let end = bytes[min(start, bytes.count)...].firstIndex { $0 == 0x3B || $0.isASCIISpace } ?? bytes.count
        return (end > start ? String(decoding: bytes[start..<end], as: UTF8.self) : nil, end)
    }

    // MARK: Bytes

    /// Where `needle`, which begins with a carriage return, stands next in front of `limit`.
    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int, limit: Int? = nil) -> Int? {
        let last = (limit ?? bytes.count) - needle.count
        var at = start
        while at <= last, let found = bytes[at...last].firstIndex(of: 0x0D) {
            if bytes[found..<found + needle.count].elementsEqual(needle) { return found }
            at = found + 1
        }
        return nil
    }

    private static let malformed = PageProblem.badForm("The form with the file is not well-formed.")
}
