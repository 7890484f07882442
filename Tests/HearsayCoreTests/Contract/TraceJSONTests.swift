import Testing

@testable import HearsayCore

@Suite struct TraceJSONTests {
    private static let text = SourceText("🌊 “Shut,” she said.")

    private var trace: Trace {
        let span = TextSpan(5, 16)
        let member = Claim.Member(
            article: "a", statement: "s1", span: span, stance: .denies, voice: "Ada \"Weld\"", anonymous: true,
            relay: ["The Gull"])
        let origin = Origin(label: "Ada", kind: .unnamed, members: [0], least: 0, most: 2, reason: "may be two")
        let due = CivilDay(number: 22_384)
        let claim = Claim(
            id: "c1", text: "Shut,", members: [member], origins: OriginCount(least: 0, likely: 1, most: 2),
            sources: [origin], contradicts: [.init(claim: "c2", clash: .number)],
            forecast: .init(due: DayInterval(due, due), certainty: .likely, outcome: .true, settledBy: ["b"]))
        let edge = Edge(
            from: "b", to: "a", kind: .cites, credited: true, confidence: 0.81249,
            evidence: [.init(from: TextSpan(0, 4), to: nil)])
        let circle = Circle(articles: ["a", "b"], outlets: ["B"], steps: [edge], claims: ["c1"])
        let withdrawal = Withdrawal(
            article: "a", revision: "b", changed: "2031-03-12", kind: .fact, old: span, new: nil,
            reason: "“Shut” was taken out", claim: "c1",
            dependents: [.init(member: 0, path: ["b", "a"], published: .after)])
        return Trace(
            articles: [
                .init(id: "a", outlet: nil, published: "2031-03-11"),
                .init(id: "b", outlet: "B", published: nil, revisionOf: "a"),
            ],
            edges: [edge],
            outside: [
                .init(from: "a", outlet: "The \"Gull\"", confidence: 0.81249, evidence: [span, TextSpan(0, 4)]),
                .init(from: "c", outlet: "Norlys", confidence: 1, evidence: [span]),
            ], claims: [claim], circles: [circle], withdrawn: [withdrawal])
    }

    /// Exactly the contract, with offsets in code points.
    @Test func oneLine() {
        let line = String(
            decoding: TraceJSON.bytes(of: trace, texts: ["a": Self.text, "b": Self.text]), as: UTF8.self)
        let wanted = """
            {"hearsay":1,"articles":[{"id":"a","outlet":null,"published":"2031-03-11","revisionOf":null},\
            {"id":"b","outlet":"B","published":null,"revisionOf":"a"}],"edges":[{"from":"b","to":"a","kind":"cites",\
            "credited":true,"confidence":0.812,"evidence":[{"from":{"start":0,"end":1},"to":null}]}],\
            "outside":[{"from":"a","outlet":"The \\"Gull\\"","confidence":0.812,"evidence":[{"start":2,"end":9},\
            {"start":0,"end":1}]},{"from":"c","outlet":"Norlys","confidence":1,"evidence":[null]}],\
            "claims":[{"id":"c1",\
            "text":"Shut,","members":[{"article":"a","statement":"s1","start":2,"end":9,"stance":"denies",\
            "voice":"Ada \\"Weld\\"","anonymous":true,"relay":["The Gull"]}],\
            "origins":{"least":0,"likely":1,"most":2},"sources":[{"label":"Ada","kind":"unnamed","members":[0],"least":0,\
            "most":2,"reason":"may be two"}],"contradicts":["c2"],"contradictions":[{"claim":"c2","clash":"number"}],\
            "forecast":{"due":{"start":"2031-04-15","end":"2031-04-15"},"certainty":"likely","outcome":"true",\
            "settledBy":["b"]}}],"circles":[{"outlets":["B"],"articles":["a","b"],"steps":[{"from":"b","to":"a",\
            "kind":"cites","credited":true,"confidence":0.812,"evidence":[{"from":{"start":0,"end":1},"to":null}]}],\
            "claims":["c1"]}],"withdrawn":[{"article":"a","revision":"b","changed":"2031-03-12","kind":"fact",\
            "old":{"start":2,"end":9},"new":null,"reason":"“Shut” was taken out","claim":"c1",\
            "dependents":[{"member":0,"path":["b","a"],"published":"after"}]}]}

            """
        #expect(line == wanted)
    }

    @Test func anEmptyTraceIsWhole() {
        let line = String(decoding: TraceJSON.bytes(of: Trace(), texts: [:]), as: UTF8.self)
        let wanted =
            "{\"hearsay\":1,\"articles\":[],\"edges\":[],\"outside\":[],\"claims\":[],\"circles\":[],\"withdrawn\":[]}\n"
        #expect(line == wanted)
    }
}
