extension DocumentJSON {
    /// The document of the contract's "document" object.
    static func document(from value: ContractValue) throws(ContractError) -> Document {
        let text = SourceText(try value.field("text").text())
        let decoder = ReadingDecoder(text: text)
        var document = Document(id: try value.field("id").text(), text: text)
        document.url = try value.optional("url")?.text()
        document.canonicalURL = try value.optional("canonicalURL")?.text()
        let outlet = try value.field("outlet")
        document.outlet = Document.Outlet(
            name: try outlet.optional("name")?.text(), domain: try outlet.optional("domain")?.text())
        document.headline = try value.optional("headline")?.text()
        document.authors = try value.field("authors").list { author throws(ContractError) in try author.text() }
        document.published = try value.optional("published")?.text()
        if let basis = try value.optional("publishedBasis") { document.publishedBasis = try basis.word() }
        document.modified = try value.optional("modified")?.text()
        document.language = try value.field("language").text()
        document.body = try decoder.span(try value.field("body"))
        document.updates = try value.field("updates").list { update throws(ContractError) in
            Document.Update(kind: try update.field("kind").word(), text: try update.field("text").text())
        }
        try readSurroundings(of: &document, from: value, decoder)
        try readBlocks(of: &document, from: value, decoder)
        return document
    }

    private static func readSurroundings(
        of document: inout Document, from value: ContractValue, _ decoder: ReadingDecoder
    ) throws(ContractError) {
        document.images = try value.field("images").list { image throws(ContractError) in
            Document.Image(
                url: try image.optional("url")?.text(), caption: try image.optional("caption")?.text(),
                credit: try image.optional("credit")?.text())
        }
        document.related = try value.field("related").list { related throws(ContractError) in
            // The contract wants a title; an unknown one is written as an empty one.
            let title = try related.optional("title")?.text()
            return Document.Related(title: title == "" ? nil : title, url: try related.optional("url")?.text())
        }
        document.links = try value.field("links").list { link throws(ContractError) in
            let span = try link.optional("start") == nil ? nil : try decoder.span(link)
            return Document.Link(url: try link.field("url").text(), text: try link.field("text").text(), span: span)
        }
    }

    /// Blocks and markup came to the contract later; older readings are without them.
    private static func readBlocks(
        of document: inout Document, from value: ContractValue, _ decoder: ReadingDecoder
    ) throws(ContractError) {
        if let blocks = try value.optional("blocks") {
            document.blocks = try blocks.list { block throws(ContractError) in
                Document.Block(kind: try block.field("kind").word(), span: try decoder.span(block))
            }
            try checkOrder(document.blocks.map(\.span), blocks)
        }
        if let markup = try value.optional("markup") {
            document.markup = try decoder.spans(markup)
            try checkOrder(document.markup, markup)
        }
    }

    private static func checkOrder(_ spans: [TextSpan], _ value: ContractValue) throws(ContractError) {
        for (a, b) in zip(spans, spans.dropFirst()) where b.start < a.end {
            throw value.error("spans overlap or are out of order")
        }
    }
}
