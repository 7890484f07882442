/// Lines of a file or of standard input, one at a time; no more than one line and one chunk is held.
struct LineReader {
    /// A line without its end, and its number from 1.
    struct Line {
        var number: Int
        var bytes: [UInt8]
    }

    private let source: ByteSource
    private let limit: Int
    private var buffer: [UInt8]
    private var position = 0
    private var number = 0
    private var isAtEnd = false

    /// The lines of a source of which `buffer` was read already.
    init(source: ByteSource, buffer: [UInt8] = [], limit: Int) {
        self.source = source
        self.buffer = buffer
        self.limit = limit
    }

    /// The next line; nil at the end. A line over the limit is passed over and reported.
    mutating func next() throws(FileProblem) -> Line? {
        var searched = position
        var tooLong = false
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                return try line(end: end, next: end + 1, tooLong: tooLong)
            }
            if isAtEnd {
                if position == buffer.count, !tooLong { return nil }
                return try line(end: buffer.count, next: buffer.count, tooLong: tooLong)
            }
            tooLong = tooLong || buffer.count - position > limit
            buffer.removeFirst(tooLong ? buffer.count : position)
            position = 0
            searched = buffer.count
            let chunk = try source.next()
            isAtEnd = chunk.isEmpty
            buffer.append(contentsOf: chunk)
        }
    }

    private mutating func line(end: Int, next: Int, tooLong: Bool) throws(FileProblem) -> Line {
        number += 1
        let bytes = tooLong ? [] : Array(buffer[position..<end])
        position = next
        if tooLong || bytes.count > limit {
            throw FileProblem("line \(number) is longer than \(limit) bytes, the most that is read")
        }
        return Line(number: number, bytes: bytes.last == 0x0D ? bytes.dropLast() : bytes)
    }
}
