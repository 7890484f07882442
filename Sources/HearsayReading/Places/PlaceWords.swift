/// The words around names of places that tell what the names stand for.
enum PlaceWords {
    static let titles = set(
        """
        mr mrs ms mx dr prof sir dame lady lord governor gov president senator sen rep representative minister judge justice
        captain capt general gen colonel col major maj sergeant sgt officer detective professor chancellor king queen prince
        princess pope bishop father sister brother coach secretary chairman miss aunt uncle lieutenant lt commissioner
        ambassador mayor councillor inspector private congressman congresswoman
        """)
    /// Capitalised words that may stand before a place without making it a name of something else.
    static let leaders = set(
        """
        north south east west northern southern eastern western central greater upper lower inner downtown old new in at
        from near to of the for by on and but as when while after before since with without if both only not inside outside
        across around between through via against i over under is then until today like yesterday because although where
        that how why what does did now meanwhile unlike despite beyond toward towards into throughout capital city port town
        village northeastern northwestern southeastern southwestern northeast northwest southeast southwest nearby
        """)
    /// Words that open a sentence before a name.
    static let openers = set(
        """
        later earlier then meanwhile now today still even soon once here there this these those a an his her their its our my
        some many most all no every each another perhaps maybe yet so also just last next
        """)
    /// Capitalised words that may follow a place.
    static let followers = set(
        """
        region province oblast city county district state airport police mayor governor gov metro port fire council court
        stock time central international university and or on in is was has says said to for with after as at of by will
        wants from the prosecutor officials deputy republic peninsula oblasts street mp president prime minister senator
        sen rep foreign defence defense ambassador attorney police chief raion district
        """)
    /// Towns that are ordinary words as well: only a preposition before them makes them places.
    static let ordinary = set(
        """
        reading nice split bath cork hull derby mobile orange male van police of aurora victoria florence sofia hamilton
        lincoln austin orlando wells bury deal rugby enterprise concord bari born march liberal normal best date same sale
        clinton jackson madison carter houston charlotte savannah jordan chad
        """)
    static let prepositions = set(
        """
        in at from near to of outside inside around between across through for via toward towards into over reach reached
        left visited leave and , capital city
        """)
    /// Prepositions that make a small town a place, where the article supports it.
    static let locatives = set("in near outside inside around at beyond")
    /// Nouns before "of" or the name that say that it is a settlement.
    static let settlements = set(
        "village town city settlement hamlet suburb villages towns cities settlements suburbs port township resort")
    /// Countries that are given names as well.
    static let namelike = set("chad jordan georgia israel cuba")
    /// "Bank of England", "University of Texas".
    static let institutions = set(
        """
        university college school bank voice times church archbishop bishop duke duchess prince princess museum battle treaty
        siege club institute academy airlines republic people's miss knights sons daughters
        """)

    // MARK: - Governments

    /// Verbs whose subject is a government, or a person, and never a town.
    static let speech = set(
        """
        said says saying tells told denied denies deny accused accuses accuse warned warns warn insisted insists insist urged
        urges urge rejected rejects reject slammed slams criticised criticized criticises criticizes condemned condemns
        condemn demanded demands demand vowed vows pledged pledges announced announces announce agreed agrees agree refused
        refuses refuse declined declines wanted wants want hoped hopes hope expected expects expect claimed claims claim
        argued argues argue believed believes believe called calls promised promises promise threatened threatens threaten
        offered offers offer accepted accepts accept blamed blames blame welcomed welcomes welcome responded responds respond
        replied replies answered answers answer confirmed confirms confirm acknowledged acknowledges admitted admits declared
        declares declare ordered orders imposed imposes impose proposed proposes propose asked asks ask vetoed sanctioned
        retaliated retaliate fired launched sent sends send supports supported backs backed seeks sought signalled signaled
        stated reported thinks thought knows knew complained complains wrote added suggested suggests decided decides
        expelled recalled summoned recognised recognized objected objects dismissed dismisses ruled regards considers
        negotiated negotiate intends plans planned
        """)
    /// Words between the name and its verb.
    static let helpers = set(
        """
        has have had will would did does do is was also never not then later repeatedly already again now still once could
        may might should can cannot won't doesn't didn't hasn't has long recently swiftly quickly immediately publicly
        strongly formally officially initially reportedly
        """)
    static let insertions = set("however meanwhile though too instead therefore")
    /// Verbs whose object is a government.
    static let addressing = set(
        """
        told accused urged warned blamed asked informed criticised criticized pressed pressured persuaded accuse accuses urge
        urges warn warns blame blames ask asks pressing accusing urging warning blaming asking telling tell criticise
        criticize sanction sanctioned thanked
        """)
    /// Dealings with governments: "talks with Moscow", "ties between Washington and Beijing".
    static let dealings = set(
        """
        talks talk ties relations negotiations negotiation tensions tension agreement deal dialogue pact alliance
        negotiating dispute row standoff contacts diplomacy rift summit relationship war cooperation ceasefire truce
        negotiate negotiated
        """)
    /// What governments own: "Moscow's forces".
    static let owned = set(
        """
        forces army troops government ambassador envoy foreign president ministry claim claims position decision response
        proposal policy policies allies demands leaders leadership intentions interests diplomats military missiles invasion
        offer plan war aggression view stance refusal
        """)

    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
