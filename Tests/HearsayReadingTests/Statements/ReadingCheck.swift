import Testing

@testable import HearsayCore

/// What holds of every reading, whatever the text.
enum ReadingCheck {
    static func sound(_ reading: Reading, _ label: String) {
        let text = reading.document.text.utf8
        func isSound(_ span: TextSpan) -> Bool {
            span.start >= 0 && span.end <= text.count && !span.isEmpty
                && [span.start, span.end].allSatisfy { $0 == text.count || !text[$0].isUTF8Continuation }
        }
        let ids = Set(reading.voices.map(\.id))
        #expect(ids.count == reading.voices.count, "\(label)")
        #expect(reading.voices.allSatisfy { $0.mentions.allSatisfy(isSound) }, "\(label)")
        for statement in reading.statements {
            let spans = statement.source + statement.cue + statement.content
            #expect(spans.allSatisfy(isSound), "\(label)")
            #expect(!statement.content.isEmpty, "\(label)")
            #expect(ids.contains(statement.voice) && ids.isSuperset(of: statement.relay), "\(label)")
            #expect(!statement.relay.contains(statement.voice), "\(label)")
            #expect((0...1).contains(statement.confidence), "\(label)")
            let inner = statement.times.map(\.span) + statement.quantities.map(\.span) + statement.places.map(\.span)
            #expect(inner.allSatisfy { span in statement.content.contains { $0.contains(span) } }, "\(label)")
        }
        let used = Set(reading.statements.flatMap { [$0.voice] + $0.relay })
        #expect(used == ids, "\(label)")
    }
}
