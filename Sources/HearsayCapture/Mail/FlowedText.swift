import HearsayCore

/// Plain text of mails whose lines were broken to fit, with a blank at the end of each that goes on (RFC 3676).
enum FlowedText {
    /// The text with its broken lines joined; `deletesSpace`: the blank at the break is none of the text.
    static func unflowed(_ text: ByteSlice, deletesSpace: Bool) -> [UInt8] {
        var (out, at) = ([UInt8](), text.startIndex)
        out.reserveCapacity(text.count)
        var goesOn = false
        while at < text.endIndex {
            let line = MailLine.line(in: text, at: at)
            var words = line.words
            // A blank was stuffed before lines that would look like something else.
            if words.first == 0x20 { words = words.dropFirst() }
            let isSignature = words.elementsEqual("-- ".utf8)
            let isQuoted = words.first == 0x3E
            if !out.isEmpty, !(goesOn && !isSignature && !isQuoted && !words.isEmpty) { out.append(0x0A) }
            goesOn = words.last == 0x20 && !isSignature && !isQuoted
            out.append(contentsOf: goesOn && deletesSpace ? words.dropLast() : words)
            at = line.next
        }
        return out
    }
}
