public import HearsayCore
public import HearsayLanguage

/// Reads documents: who said what, through whom.
///
/// Immutable after loading and safe to share; one call reads one document on the calling thread.
public struct ArticleReader: Sendable {
    /// The version of the rules around the tagger. It is raised whenever the same document may give another reading, so
    /// that a ledger can tell which of its readings are old.
    public static let version = "1"

    private let tagger: Tagger
    private let lexicon: Lexicon
    private let gazetteer: Gazetteer

    /// Loads the reader.
    /// - Parameters:
    ///   - tokenizer: the tokenizer of the encoder's vocabulary.
    ///   - encoder: the official encoder's weights, for its embedding tables.
    ///   - resources: the reader's own data files.
    ///   - counter: is told how many word pieces are encoded.
    /// - Throws: ``ModelError``, ``ReadingError`` or ``GazetteerError`` when a file is damaged.
    public init(
        tokenizer: WordPieceTokenizer, encoder: Safetensors, resources: ReadingResources, counter: TokenCounter? = nil
    ) throws {
        tagger = try Tagger(tokenizer: tokenizer, base: encoder, tuned: resources.tagger, counter: counter)
        lexicon = try Lexicon(resources.lexicon)
        gazetteer = try Gazetteer(tsv: resources.places)
    }

    /// The reading of a document. Cost is that of the encoder: about 3,000 word pieces a second.
    public func read(_ document: Document) -> Reading { readParts(document).reading }

    /// Why the statement with an id ("s7") of a document's reading is what it is; nil when there is none. Costs as much
    /// as reading does.
    public func explain(_ document: Document, statement id: String) -> Explanation? {
        let (reading, prose, drafts) = readParts(document)
        return Explainer(reading: reading, prose: prose, lexicon: lexicon, drafts: drafts).explanation(of: id)
    }

    private func readParts(_ document: Document) -> (reading: Reading, prose: Prose, drafts: [Draft]) {
        let blocks = document.blocks.filter { [.paragraph, .heading].contains($0.kind) }.map(\.span)
        let prose = Prose(document.text, blocks: blocks, markup: document.markup)
        let drafts = DraftReader(tagger: tagger, lexicon: lexicon)
            .drafts(prose, blocks: blocks, markup: document.markup)
        let details = ContentReader(document: document, prose: prose, gazetteer: gazetteer)
        var assembly = Assembly(document: document, prose: prose, lexicon: lexicon, details: details)
        return (assembly.reading(of: drafts), prose, drafts)
    }
}

/// The data files of the reader.
public struct ReadingResources: Sendable {
    /// The tuned layers and heads.
    let tagger: Safetensors
    /// The word lists.
    let lexicon: [UInt8]
    /// The gazetteer.
    let places: [UInt8]

    /// Opens `tagger.safetensors`, `lexicon.txt` and `places.tsv` in a folder.
    /// - Throws: ``ModelError`` when one is absent or damaged.
    public init(folder: String) throws(ModelError) {
        tagger = try Safetensors(path: folder + "/tagger.safetensors")
        lexicon = try MappedFile.contents(path: folder + "/lexicon.txt")
        places = try MappedFile.contents(path: folder + "/places.tsv")
    }
}
