import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct DocumentReaderTests {
    private let reader = DocumentReader()

    @Test func formatIsSniffed() throws {
        let page = try reader.document(
            from: Array("<!-- x --><!DOCTYPE HTML><h1>A pier</h1><p>The harbour plans a pier, it said.".utf8), id: "x")
        #expect(page.text.string == "A pier\n\nThe harbour plans a pier, it said.")
        let text = "The paper <u>reported</u> that <p> is a tag."
        #expect(try reader.document(from: Array(text.utf8), id: "x").text.string == text)
    }

    @Test func limitsAreKept() {
        let small = DocumentReader(limits: .init(bytes: 100, text: 50))
        #expect(throws: CaptureError(.tooLarge, "")) {
            try small.document(from: [UInt8](repeating: 0x41, count: 101), id: "x")
        }
        #expect(throws: CaptureError(.tooLarge, "")) {
            try small.document(text: String(repeating: "a", count: 51), id: "x")
        }
        let page = Array("<html><p>\(String(repeating: "word, ", count: 12))".utf8)
        #expect(throws: CaptureError(.tooLarge, "")) { try small.document(from: page, id: "x") }
    }

    @Test(arguments: ["", " \r\n\t", "\u{FEFF}\u{A0}"])
    func emptyInputIsRefused(_ text: String) {
        #expect(throws: CaptureError(.empty, "")) { try reader.document(from: Array(text.utf8), id: "x") }
        #expect(throws: CaptureError(.empty, "")) { try reader.document(text: text, id: "x") }
    }

    @Test func errorsTellTheReason() {
        let error = CaptureError(.tooDeep, "too deep", at: .init(byte: 7))
        #expect(error.description == "byte 7: too deep")
        #expect(CaptureError(.binary, "a", at: .init(byte: 7, line: 2)).description == "line 2: a")
    }
}
