// A libFuzzer target: whatever the bytes, capture must return a sound document or a CaptureError. See README.md.

import HearsayCapture
import HearsayCore

private let reader = DocumentReader(limits: .init(bytes: 1 << 20, text: 1 << 19))

/// Called by libFuzzer with each input. The first byte chooses the format and a few options.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCapture(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    var options = CaptureOptions()
    options.format = [.html, .text, .automatic][Int(bytes[0] & 0x0F) % 3]
    if bytes[0] & 0x10 != 0 { options.charset = ["utf-8", "koi8-r", "shift_jis", "utf-16"][Int(bytes[0] >> 6)] }
    do throws(CaptureError) {
        check(try reader.document(from: Array(bytes.dropFirst()), id: "fuzz", options: options))
    } catch {
        precondition(!error.reason.isEmpty, "an error without a reason")
    }
    return 0
}

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
