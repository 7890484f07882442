import HearsayCore

/// Invented affairs to be drawn.
enum Affairs {
    /// A port that will be closed: a report, who took it, a circle, a denial, a correction.
    static let port: Trace = {
        func member(_ id: String, _ stance: Claim.Stance = .asserts) -> Claim.Member {
            Claim.Member(article: id, span: TextSpan(0, 9), stance: stance, relay: id == "d1" ? ["The Norlys"] : [])
        }
        let ids = ["a1", "b1", "c1", "d1", "a2", "e1"]
        let claim = Claim(
            id: "c1", text: "Skippers will close the port of Loam on Monday with 142 boats.",
            members: ids.map { member($0, $0 == "d1" ? .denies : .asserts) },
            origins: OriginCount(least: 1, likely: 2, most: 3),
            sources: [
                Origin(label: "Ada Weld", kind: .named, members: [0, 1, 4], least: 1, most: 1, reason: ""),
                Origin(label: "two harbour pilots", kind: .unnamed, members: [2], least: 0, most: 2, reason: ""),
                Origin(label: "the skippers' vote", kind: .document, members: [5], least: 0, most: 0, reason: ""),
                Origin(label: "Torvin Echo", kind: .unattributed, members: [2], least: 0, most: 0, reason: ""),
                Origin(label: "Norlys", kind: .unattributed, members: [5], least: 0, most: 1, reason: ""),
            ])
        let edges = [
            edge("b1", "a1", .cites), edge("c1", "b1", .rewrites, credited: false), edge("a2", "b1", .cites),
            edge("e1", "c1", .copies), edge("a1v2", "a1", .copies),
        ]
        return Trace(
            articles: [
                .init(id: "a1", outlet: "Loam Gull", published: "2031-03-10T08:00:00Z"),
                .init(id: "b1", outlet: "Bay Wire", published: "2031-03-10T10:30:00Z"),
                .init(id: "c1", outlet: "Torvin Echo", published: "2031-03-11"),
                .init(id: "d1", outlet: "Harbour Office", published: "2031-03-11T07:15:00Z"),
                .init(id: "a1v2", outlet: "Loam Gull", published: "2031-03-11T09:00:00Z", revisionOf: "a1"),
                .init(id: "a2", outlet: "Loam Gull", published: "2031-03-14T12:00:00Z"),
                .init(id: "e1", outlet: nil, published: nil),
            ], edges: edges,
            outside: [
                .init(from: "d1", outlet: "Norlys", confidence: 0.9, evidence: []),
                .init(
                    from: "c1", outlet: "The Old Quay Courier and Advertiser", confidence: 0.7,
                    evidence: [TextSpan(0, 9)]),
                .init(from: "e1", outlet: "Norlys", confidence: 0.6, evidence: [TextSpan(0, 9)]),
            ], claims: [claim],
            circles: [
                Circle(
                    articles: ["a1", "b1", "a2"], outlets: ["Loam Gull", "Bay Wire"], steps: [edges[0], edges[2]],
                    claims: ["c1"])
            ],
            withdrawn: [
                Withdrawal(
                    article: "a1", revision: "a1v2", changed: nil, kind: .fact, old: TextSpan(0, 9), new: nil,
                    reason: "142 became 124", claim: "c1",
                    dependents: [.init(member: 1, path: ["b1", "a1"], published: nil)])
            ])
    }()

    /// Headlines of it.
    static let headlines = [
        "a1": "Skippers to close Loam port", "b1": "Port of Loam faces a blockade by 142 boats on Monday, report says",
        "c1": "Loam braces", "d1": "No closure", "a1v2": "Skippers to close Loam port",
        "a2": "Agency confirms our report",
    ]

    private static func edge(_ from: String, _ to: String, _ kind: Edge.Kind, credited: Bool = true) -> Edge {
        Edge(from: from, to: to, kind: kind, credited: credited, confidence: 0.85, evidence: [])
    }

    /// What wants to break out of wherever it is written.
    static let attacks = [
        "</title><script>alert(1)</script>", "\"\u{301} onload='x' <\u{338}b>&amp;&#0;]]>", "\\\"; } evil -> \\N \\",
        "\u{202E}drawkcab\u{2066}", "bell\u{7}nul\u{0}esc\u{1B}[2J", unassigned + "\u{FEFF}\u{E0041}",
        "e" + String(repeating: "\u{301}", count: 400), String(repeating: "W", count: 300),
        String(repeating: "日本 ", count: 60), "\u{FDFD}\u{FDFD}", "line\nbreak\r\n\ttab", "", " ", "\u{200B}",
    ]

    /// U+FFFE and U+FDD0, which are no characters, and which XML does not allow or advise.
    private static let unassigned = String(decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

    /// Two hundred articles that attack in every field, with days and outlets missing, and citations in every direction.
    static func hostile(_ seed: UInt64) -> (trace: Trace, headlines: [String: String]) {
        var state = seed
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let outlets = attacks.map(Optional.some) + [nil] + (1...12).map { "Outlet \($0)" }
        var (articles, headlines, edges) = ([Trace.Article](), [String: String](), [Edge]())
        var outside: [OutsideEdge] = []
        for number in 0..<200 {
            let id = "\(number)\(number % 7 == 0 ? attacks[number % attacks.count] : "")"
            let day = "2031-0\(1 + number / 50)-0\(1 + number % 50 / 10)"
            let time = [day, "\(day)T0\(number % 10):00:00Z", attacks[number % attacks.count], nil][random(4)]
            articles.append(.init(id: id, outlet: outlets[random(outlets.count)], published: time))
            headlines[id] = attacks[random(attacks.count)]
            for _ in 0..<random(3) {
                let kind = Edge.Kind.allCases[random(Edge.Kind.allCases.count)]
                edges.append(
                    Edge(
                        from: id, to: articles[random(articles.count)].id, kind: kind, credited: random(2) == 0,
                        confidence: [.nan, -1, 0.5, 7][random(4)], evidence: []))
            }
        }
        for number in 0..<60 {
            outside.append(
                .init(
                    from: articles[random(articles.count)].id, outlet: attacks[number % attacks.count],
                    confidence: [.nan, -1, 0.5, 7][random(4)], evidence: [TextSpan(0, 1)]))
        }
        let members = articles.map { Claim.Member(article: $0.id, span: TextSpan(0, 1)) }
        let sources = Origin.Kind.allCases.enumerated().map { number, kind in
            Origin(
                label: attacks[number], kind: kind, members: [number, 40 + number, 900], least: 0, most: 1, reason: "")
        }
        let claim = Claim(
            id: "c", text: attacks.joined(separator: " "), members: members,
            origins: OriginCount(least: 0, likely: 1, most: 4), sources: sources)
        return (Trace(articles: articles, edges: edges, outside: outside, claims: [claim]), headlines)
    }
}
