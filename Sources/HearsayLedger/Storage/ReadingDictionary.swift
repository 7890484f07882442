/// What most readings have in common: the preset dictionary (RFC 1950, section 2.2) of the streams that hold them. With it
/// a reading takes a fifth less. It stands in the ledger too, so that the file explains itself, and never changes: another
/// one would get a row of its own there.
enum ReadingDictionary {
    static let bytes = Array((words + document + voices + statements).utf8)

    /// Common words of news, the most common last.
    private static let words = """
        Wednesday Thursday Saturday Tuesday Monday Sunday Friday September November December February January October August \
        spokeswoman spokesperson spokesman representative investigation international organization administration \
        responsible according authorities authority commission committee parliament president minister ministry foreign \
        defense defence security military officials official government statement announced announcement confirmed \
        confirmation denied reported reporting report reports reporters journalists newspaper agency interview \
        comment comments condition of anonymity because they were not authorized to speak publicly about the matter, who \
        spoke on condition of anonymity, two people familiar with the matter told the newspaper, citing sources close to \
        according to a person with knowledge of the plans. percent million billion thousand hundreds people several \
        decision between during against through before after under while where which there their would could should \
        have been has been will be is expected to did not immediately respond to a request for comment. He said that \
        She said they said in an interview on with the from for and that was were are his her its not but by at as it \
        in a statement on the of the to the in the. The 
        """

    private static let document = """
        {"hearsay":1,"document":{"id":"sha256:","url":"https://www.","canonicalURL":null,"outlet":{"name":"The ",\
        "domain":"news.com"},"headline":"","authors":[],"published":"2024-","publishedBasis":"claimed","modified":null,\
        "language":"en","body":{"start":,"end":1},"updates":[{"kind":"update","text":"Updated "},{"kind":"correction",\
        "text":"This article was corrected"}],"images":[{"url":null,"caption":"","credit":null},{"url":"https://",\
        "caption":null,"credit":""}],"related":[{"title":"","url":"https://www."}],"links":[{"url":"https://www.",\
        "text":"","start":1},{"url":"https://"}],"blocks":[{"kind":"headline","start":0,"end":1},{"kind":"dateline",\
        "start":1},{"kind":"caption","start":1},{"kind":"note"},{"kind":"related"},{"kind":"address"},{"kind":"heading",\
        "start":1},{"kind":"paragraph","start":1,"end":2},{"kind":"paragraph","start":2,"end":3}],"markup":[],"text":"
        """

    private static let voices = """
        "},"voices":[{"id":"v1","name":null,"kind":"people","anonymous":true,"affiliation":null,"role":"an official",\
        "reason":null,"people":{"least":2,"most":null},"mentions":[{"start":1,"end":2}]},{"id":"v2","name":"","kind":\
        "organization","anonymous":false,"affiliation":null,"role":null,"reason":null,"people":null,"mentions":[\
        {"start":2,"end":3}]},{"id":"v3","name":"","kind":"outlet","anonymous":false,"affiliation":null,"role":"",\
        "reason":null,"people":null,"mentions":[{"start":3}]},{"id":"v4","name":"","kind":"person","anonymous":false,\
        "affiliation":null,"role":null,"reason":null,"people":null,"mentions":[{"start":4,"end":5},{"start":
        """

    private static let statements = """
        }]}],"statements":[{"id":"s1","source":[{"start":1,"end":2}],"cue":[{"start":2,"end":3}],"content":[{"start":3,\
        "end":4}],"quotation":"mixed","voice":"v1","relay":["v2"],"stance":"confirms","forecast":{"due":{"start":"2024-",\
        "end":"2024-"},"certainty":"likely"},"said":{"start":"2024-","end":"2024-"},"times":[{"start":1,"end":2,"kind":\
        "interval","value":{"start":"2024-","end":"2024-"},"grain":"day","modality":"exact","anchor":"publication"}],\
        "quantities":[{"start":1,"end":2,"value":100,"upper":null,"unit":"people","approximate":false}],"places":[\
        {"start":1,"end":2,"name":"","latitude":5,"longitude":3,"geonames":}],"confidence":0.7},{"id":"s2","source":[\
        {"start":1,"end":2}],"cue":[{"start":2,"end":3}],"content":[{"start":3,"end":4}],"quotation":"direct","voice":\
        "v2","relay":[],"stance":"denies","forecast":{"due":null,"certainty":"certain"},"said":null,"times":[],\
        "quantities":[],"places":[],"confidence":0.8},{"id":"s3","source":[{"start":1,"end":2}],"cue":[{"start":2,"end":\
        3}],"content":[{"start":3,"end":4}],"quotation":"indirect","voice":"v3","relay":[],"stance":"asserts",\
        "forecast":null,"said":null,"times":[],"quantities":[],"places":[],"confidence":0.9}]}

        """
}
