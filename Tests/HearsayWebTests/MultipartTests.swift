import HearsayCore
import Testing

@testable import HearsayWeb

@Suite struct MultipartTests {
    static let type = "multipart/form-data; boundary=----browser7Q"

    /// A form as browsers send it.
    static func body(_ parts: [(name: String, file: String?, content: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            let file = part.file.map { "; filename=\"\($0)\"\r\nContent-Type: text/html" } ?? ""
            bytes += Array(
                "------browser7Q\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8)
            bytes += part.content + [0x0D, 0x0A]
        }
        return bytes + Array("------browser7Q--\r\n".utf8)
    }

    @Test func fieldsAndFilesAreRead() throws {
        let content: [UInt8] = [0, 0xFF, 0x0D, 0x0A, 0x2D, 0x2D, 0x0D, 0x0A, 0x0D]
        let form = try SentForm(
            Self.body([("token", nil, Array("abc".utf8)), ("file", "a b.html", content), ("empty", nil, [])]),
            contentType: Self.type)
        #expect(form.fields == ["token": "abc", "empty": ""])
        #expect(form.files == ["file": .init(name: "a b.html", bytes: content)])
    }

    @Test(arguments: [
        "", "------browser7Q--", "------browser7Q\r\n", "------browser7Q\r\n\r\nx\r\n------browser7Q--\r\n",
        "------browser7Q\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "------browser7Q\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n------browser7Q--\r\n",
        "------browser7Q\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n------browser7Q--\r\n",
        "------browser7Q\nContent-Disposition: form-data; name=\"a\"\n\nx\n------browser7Q--\n",
        "pre\r\n------browser7Q\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n------browser7Q--\r\n",
        "------browser7Q\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n------browser7Q--\r\ntrailer",
        "------browser7Q\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n------browser7Q--\r\n",
    ])
    func anythingElseIsRefused(_ body: String) {
        #expect(throws: PageProblem.self) {
            let form = try SentForm(Array(body.utf8), contentType: Self.type)
            if form == SentForm() { throw PageProblem.badForm("an empty form carries no token") }
        }
    }

    @Test func longHeadersAreRefused() {
        let body = "------browser7Q\r\nX: " + String(repeating: "x", count: 5000) + "\r\n\r\nx\r\n------browser7Q--\r\n"
        #expect(throws: PageProblem.self) { try SentForm(Array(body.utf8), contentType: Self.type) }
    }

    /// Whatever is changed in a form, reading it ends, and what comes out was in it.
    @Test func changedBytesAreReadOrRefused() {
        var dice = Dice()
        let whole = Self.body([
            ("token", nil, Array("abc".utf8)), ("file", "a.html", Array("<p>one</p>\r\n--x".utf8)), ("text", nil, []),
        ])
        let pieces =
            [[0x0D], [0x0A], [0x22], [0x3B], [0x2D, 0x2D], Array("\r\n------browser7Q".utf8), [0xFF], [0x00]]
            as [[UInt8]]
        for _ in 0..<20_000 {
            var bytes = whole
            for _ in 0...dice.roll(4) {
                let at = dice.roll(bytes.count)
                switch dice.roll(4) {
                case 0: bytes[at] = UInt8(dice.roll(256))
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(contentsOf: pieces[dice.roll(pieces.count)], at: at)
                default: bytes.removeLast(dice.roll(bytes.count))
                }
                if bytes.isEmpty { bytes = [0x2D] }
            }
            guard let form = try? SentForm(bytes, contentType: Self.type) else { continue }
            let size =
                form.fields.values.reduce(0) { $0 + $1.utf8.count }
                + form.files.values.reduce(0) { $0 + $1.bytes.count }
            #expect(size <= bytes.count, "seed \(dice.seed)")
            for file in form.files.values where !file.bytes.isEmpty {
                #expect(bytes.firstRange(of: file.bytes) != nil, "seed \(dice.seed)")
            }
        }
    }
}
