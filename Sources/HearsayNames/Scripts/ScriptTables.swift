/// What the letters of foreign scripts are in Latin letters: a sign, then its forms, the commonest first.
///
/// A second form of a Cyrillic letter is the Ukrainian one, a third what other newsrooms write. "-" stands for nothing.
enum ScriptTables {
    static let all = [cyrillic, greek, caucasian, arabic, hebrew, kana, indian, thai]

    private static let cyrillic = """
        а a|б b|в v|г g h|ґ g|д d|е e|ё yo yo e|є ye ie e|ж zh zh j|з z|и i y|і i|ї yi yi i|й y|к k|л l|м m|н n
        о o|п p|р r|с s|т t|у u|ф f|х kh kh h|ц ts ts c|ч ch|ш sh|щ shch shch sch|ъ -|ы y|ь -|э e|ю yu yu u|я ya ya ia
        ў u|ғ g|қ k|ң ng|ө o|ұ u|ү u|һ h|ә a|җ j|ј j|љ lj|њ nj|ћ ch c|ђ dj|џ dz|ѓ g|ќ k|ѕ dz|ӣ i|ӯ u|ҷ j|ҳ h|ѝ i|ѐ e
        """

    private static let greek = """
        α a|ά a|β v|γ g|δ d|ε e|έ e|ζ z|η i|ή i|θ th|ι i|ί i|ϊ i|ΐ i|κ k|λ l|μ m|ν n|ξ x|ο o|ό o|π p|ρ r|σ s|ς s|τ t
        υ y i|ύ y i|ϋ y|ΰ y|φ f ph|χ ch h kh|ψ ps|ω o|ώ o|ου ou|ού ou|μπ b mp|ντ d nt|γκ g|γγ ng|τσ ts|τζ tz|αι ai e|αί ai e
        ει ei i|εί ei i|οι oi i|οί oi i|ευ ev|εύ ev|αυ av|αύ av
        """

    private static let caucasian = """
        ა a|ბ b|გ g|დ d|ე e|ვ v|ზ z|თ t|ი i|კ k|ლ l|მ m|ნ n|ო o|პ p|ჟ zh|რ r|ს s|ტ t|უ u|ფ p|ქ k|ღ gh|ყ q|შ sh|ჩ ch|ც ts
        ძ dz|წ ts|ჭ ch|ხ kh|ჯ j|ჰ h|ա a|բ b|գ g|դ d|ե e|զ z|է e|ը e|թ t|ժ zh|ի i|լ l|խ kh|ծ ts|կ k|հ h|ձ dz|ղ gh|ճ ch
        մ m|յ y|ն n|շ sh|ո o|չ ch|պ p|ջ j|ռ r|ս s|վ v|տ t|ր r|ց ts|ւ v|փ p|ք k|օ o|ֆ f|և ev|ու u
        """

    private static let arabic = """
        ا a|أ a|إ i|آ a|ب b p|ت t|ث th|ج j g|ح h|خ kh|د d|ذ dh|ر r|ز z|س s|ش sh|ص s|ض d|ط t|ظ z|ع a -|غ gh g|ف f|ق q g|ك k
        ل l|م m|ن n|ه h|ة a|و w v|ي y|ى a|ئ y|ؤ w|ء -|پ p|چ ch|ژ zh|گ g|ک k|ی y|ہ h|ے e|ٹ t|ڈ d|ڑ r|ں n|ھ h|ۀ e
        """

    private static let hebrew = """
        א a|ב b v|ג g|ד d|ה h -|ו v u|ז z|ח h ch|ט t|י y i|כ k ch|ך k ch|ל l|מ m|ם m|נ n|ן n|ס s|ע a -|פ p f|ף f p|צ ts z
        ץ ts z|ק k|ר r|ש sh s|ת t
        """

    private static let kana = """
        ア a|イ i|ウ u|エ e|オ o|カ ka|キ ki|ク ku|ケ ke|コ ko|サ sa|シ shi|ス su|セ se|ソ so|タ ta|チ chi|ツ tsu|テ te|ト to
        ナ na|ニ ni|ヌ nu|ネ ne|ノ no|ハ ha|ヒ hi|フ fu|ヘ he|ホ ho|マ ma|ミ mi|ム mu|メ me|モ mo|ヤ ya|ユ yu|ヨ yo|ラ ra|リ ri
        ル ru|レ re|ロ ro|ワ wa|ヲ o|ン n|ガ ga|ギ gi|グ gu|ゲ ge|ゴ go|ザ za|ジ ji|ズ zu|ゼ ze|ゾ zo|ダ da|ヂ ji|ヅ zu|デ de|ド do
        バ ba|ビ bi|ブ bu|ベ be|ボ bo|パ pa|ピ pi|プ pu|ペ pe|ポ po|ヴ v|ァ a|ィ i|ゥ u|ェ e|ォ o|ャ ya|ュ yu|ョ yo|ッ -|ー -
        キャ kya|キュ kyu|キョ kyo|シャ sha|シュ shu|ショ sho|チャ cha|チュ chu|チョ cho|ジャ ja|ジュ ju|ジョ jo|リュ ryu|リョ ryo
        ファ fa|フィ fi|フェ fe|フォ fo|ティ ti|ディ di|ヴァ va|ヴィ vi|ヴェ ve|ヴォ vo|ウォ wo|ウィ wi|シェ she|チェ che|ジェ je
        """

    private static let indian = """
        अ a|आ a|इ i|ई i|उ u|ऊ u|ए e|ऐ ai|ओ o|औ au|क k|ख kh|ग g|घ gh|ङ n|च ch|छ ch|ज j|झ jh|ञ n|ट t|ठ th|ड d|ढ dh|ण n|त t
        थ th|द d|ध dh|न n|प p|फ ph|ब b|भ bh|म m|य y|र r|ल l|व v|श sh|ष sh|स s|ह h|ा a|ि i|ी i|ु u|ू u|े e|ै ai|ो o|ौ au
        ं n|ँ n|् -|़ -|ृ ri
        """

    private static let thai = """
        ก k|ข kh|ค kh|ฆ kh|ง ng|จ ch|ฉ ch|ช ch|ซ s|ฌ ch|ญ y|ฎ d|ฏ t|ฐ th|ฑ th|ฒ th|ณ n|ด d|ต t|ถ th|ท th|ธ th|น n|บ b|ป p
        ผ ph|ฝ f|พ ph|ฟ f|ภ ph|ม m|ย y|ร r|ล l|ว w|ศ s|ษ s|ส s|ห h|ฬ l|อ o|ฮ h|ะ a|า a|ิ i|ี i|ึ ue|ื ue|ุ u|ู u|เ e|แ ae|โ o
        ใ ai|ไ ai|ั a|็ -|่ -|้ -|์ -
        """
}
