import CXML
import HearsayCore

/// The only file that knows libxml2: foreign bytes to ``XMLTree``.
///
/// The bytes are decoded and mended before (``XMLMending``), so the parser sees neither a declaration of its encoding nor
/// a DOCTYPE, and there is nothing that it could load or expand.
enum XMLReader {
    private static let ready: Void = xmlInitParser()

    /// The tree of a document that may be broken. What the caller says of its encoding outranks its declaration.
    static func tree(
        of bytes: [UInt8], charset: String?, limits: CaptureLimits
    ) throws(CaptureError) -> XMLTree {
        guard bytes.count <= limits.bytes else {
            throw CaptureError(.tooLarge, "\(bytes.count) bytes; at most \(limits.bytes) are read")
        }
        let text = try TextDecoding.text(of: bytes, charset: charset, page: true)
        var mending = XMLMending(text.utf8, limits: limits)
        try mending.run()
        let sink = Sink()
        guard parse(mending.out, into: sink) else { throw CaptureError(.malformed, "the XML parser gave up") }
        guard sink.tree.count > 0 else { throw CaptureError(.malformed, "there is no XML element in it") }
        sink.tree.problems = mending.problems + sink.undeclared.sorted().map { "the prefix \($0) is not declared" }
        return sink.tree
    }

    /// What the parser's events are gathered in.
    private final class Sink {
        var tree = XMLTree()
        var undeclared: Set<String> = []

        // The parser keeps each address once, so its place tells it.
        private var known: [UnsafePointer<xmlChar>: XMLNamespace] = [:]

        func space(_ uri: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) -> XMLNamespace {
            if let uri {
                if let space = known[uri] { return space }
                let space = XMLNamespace(uri: String(cString: uri))
                known[uri] = space
                return space
            }
            guard let prefix else { return .plain }
            let name = String(cString: prefix)
            if undeclared.count < 20 { undeclared.insert(name) }
            return XMLNamespace(prefix: name)
        }
    }

    private static func parse(_ bytes: [UInt8], into sink: Sink) -> Bool {
        _ = ready
        guard bytes.count < Int(CInt.max) else { return false }
        return bytes.withUnsafeBytes { buffer in
            guard let start = buffer.bindMemory(to: CChar.self).baseAddress,
                let context = xmlNewParserCtxt(), let handlers = context.pointee.sax
            else { return false }
            defer { xmlFreeParserCtxt(context) }
            // Everything that costs is bounded by the mending: depth, elements and bytes. NOENT replaces "&amp;" in values;
            // no other reference is left.
            let options =
                XML_PARSE_RECOVER.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue
                | XML_PARSE_HUGE.rawValue
                | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            handlers.pointee = events()
            context.pointee.userData = Unmanaged.passUnretained(sink).toOpaque()
            // The handlers build no document.
            let document = withExtendedLifetime(sink) {
                xmlCtxtReadMemory(context, start, CInt(buffer.count), nil, nil, CInt(bitPattern: options))
            }
            if let document { xmlFreeDoc(document) }
            return true
        }
    }

    private static func events() -> xmlSAXHandler {
        var events = xmlSAXHandler()
        events.initialized = XML_SAX2_MAGIC
        events.startElementNs = { user, name, prefix, uri, _, _, count, _, values in
            guard let sink = XMLReader.sink(user), let name else { return }
            let space = sink.space(uri, prefix)
            sink.tree.start(String(cString: name), space, XMLReader.attributes(values, Int(count), sink))
        }
        events.endElementNs = { user, _, _, _ in XMLReader.sink(user)?.tree.close() }
        events.characters = { user, words, count in
            guard let words, count > 0 else { return }
            XMLReader.sink(user)?.tree.text(UnsafeBufferPointer(start: words, count: Int(count)))
        }
        events.ignorableWhitespace = events.characters
        events.serror = { _, _ in }
        return events
    }

    private static func sink(_ user: UnsafeMutableRawPointer?) -> Sink? {
        user.map { Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Each attribute comes as five pointers: name, prefix, namespace, and where the value begins and ends.
    private static func attributes(
        _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int, _ sink: Sink
    ) -> [XMLTree.Attribute] {
        guard let values else { return [] }
        return (0..<max(0, count)).compactMap { i in
            guard let name = values[5 * i], let start = values[5 * i + 3], let end = values[5 * i + 4], start <= end
            else {
                return nil
            }
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            let space = sink.space(values[5 * i + 2], values[5 * i + 1])
            return .init(name: String(cString: name), space: space, value: value)
        }
    }
}
