// A libFuzzer target: whatever the bytes, mails, saved pages and Markdown must give a sound document or a CaptureError.
// See README.md.

import HearsayCapture
import HearsayCore

private let reader = DocumentReader(limits: .init(bytes: 1 << 20, text: 1 << 19))
private let formats: [CaptureOptions.Format] = [.mail, .mhtml, .markdown, .automatic]

/// Called by libFuzzer with each input. The first byte chooses the format.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMail(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    let options = CaptureOptions(format: formats[Int(bytes[0]) % formats.count])
    do throws(CaptureError) {
        let document = try reader.document(from: Array(bytes.dropFirst()), id: "fuzz", options: options)
        check(document)
        if options.format == .markdown, document.text.count == bytes.count - 1 {
            precondition(document.text.utf8.elementsEqual(bytes.dropFirst()) || !isText(bytes), "the text was changed")
        }
    } catch {
        precondition(!error.reason.isEmpty, "an error without a reason")
    }
    return 0
}

/// Whether bytes are ASCII, which is kept in every encoding that is guessed.
private func isText(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

/// Blocks, links, markup and body lie inside the text, in order, on code points.
private func check(_ document: Document) {
    let text = document.text.utf8
    func sound(_ span: TextSpan) {
        precondition(span.end <= text.count, "a span beyond the text")
        for offset in [span.start, span.end] where offset < text.count {
            precondition(text[offset] & 0xC0 != 0x80, "a span within a code point")
        }
    }
    var end = 0
    for block in document.blocks {
        sound(block.span)
        precondition(block.span.start >= end && !block.span.isEmpty, "blocks overlap or are empty")
        end = block.span.end
    }
    end = 0
    for span in document.markup {
        sound(span)
        precondition(span.start >= end, "markup overlaps")
        end = span.end
    }
    sound(document.body)
    for link in document.links { if let span = link.span { sound(span) } }
}
