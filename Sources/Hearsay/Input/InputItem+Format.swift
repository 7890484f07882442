internal import HearsayCapture

extension InputItem.Format {
    /// What a file's ending says ("eml").
    init(fileEnding: String) { self.init(CaptureOptions.Format(fileEnding: fileEnding)) }

    /// What a server or an archive says ("text/html").
    init(mediaType: String?) { self.init(mediaType.flatMap { CaptureOptions.Format(mediaType: $0) }) }

    private init(_ format: CaptureOptions.Format?) {
        self =
            switch format {
            case .text: .text
            case .html: .html
            case .markdown: .markdown
            case .mail: .mail
            case .mhtml: .mhtml
            case .ninjs: .ninjs
            case .automatic, nil: .unknown
            }
    }

    /// The format as capture names it.
    var capture: CaptureOptions.Format {
        switch self {
        case .text: .text
        case .html: .html
        case .markdown: .markdown
        case .mail: .mail
        case .mhtml: .mhtml
        case .ninjs: .ninjs
        case .unknown: .automatic
        }
    }
}
