internal import HearsayCore

/// What a drawing says in words, for its description and for who points at something.
extension TracePicture {
    /// "10 articles of 7 outlets, 9 edges, 1 circle of citations."
    var summary: String {
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        let outlets = Set(nodes.compactMap(\.outlet)).count
        var parts = [
            count(nodes.count, "article") + (outlets > 0 ? " of " + count(outlets, "outlet") : ""),
            count(arrows.count, "edge"),
        ]
        let outside = outsiders.count + otherOutsiders
        if outside > 0 { parts.append(count(outside, "outlet") + " not at hand") }
        if circles > 0 { parts.append(circles == 1 ? "1 circle of citations" : "\(circles) circles of citations") }
        if nodes.contains(where: { $0.marks.contains(.changed) }) { parts.append("words taken back") }
        return parts.joined(separator: ", ") + "."
    }

    /// "a4, Freight Ledger, 2031-03-12 11:30: Levy to be paused. Denies it."
    func words(of node: Node) -> String {
        let time = [node.day.map(\.description), node.clock].compactMap(\.self).joined(separator: " ")
        let name = [node.id, node.outlet, time.isEmpty ? nil : time].compactMap(\.self).joined(separator: ", ")
        let marks = node.marks.sorted().map { " It \($0.label)." }.joined()
        return name + (node.headline.map { ": \($0)." } ?? ".") + marks
    }

    /// "a4 (Freight Ledger) cites a1 (Meridian Wire), says so, 85 % sure".
    func words(of arrow: Arrow) -> String {
        let (taker, giver) = (name(arrow.taker), name(arrow.giver))
        let way =
            switch arrow.way {
            case .told, .cites: "\(taker) cites \(giver)"
            case .copies: "\(taker) is mostly the text of \(giver)"
            case .rewrites: "\(taker) tells \(giver) in other words"
            case .version: "\(taker) is a later version of \(giver)"
            }
        if arrow.way == .version { return way }
        return "\(way), \(arrow.credited ? "says so" : "does not say so"), \(Self.percent(arrow.confidence)) sure"
    }

    /// "a4 (Freight Ledger) cites Norlys, not at hand, 85 % sure".
    func words(of citation: Outsider.Citation, of outlet: Outsider) -> String {
        "\(name(citation.node)) cites \(outlet.name), not at hand, \(Self.percent(citation.confidence)) sure"
    }

    private static func percent(_ share: Double) -> String { "\(Int((min(1, max(0, share)) * 100).rounded())) %" }

    /// "a ministry official, unnamed, counts 1 to 2".
    func words(of voice: Voice) -> String { "\(voice.label), \(voice.kind.label), counts \(voice.count)" }

    /// "Norlys, no article of it is at hand, counts 1".
    func words(of outlet: Outsider) -> String {
        "\(outlet.name), no article of it is at hand" + (outlet.count.map { ", counts \($0)" } ?? "")
    }

    private func name(_ node: Int) -> String { nodes[node].id + (nodes[node].outlet.map { " (\($0))" } ?? "") }
}

extension TracePicture.Voice {
    /// "1", "0 to 1".
    var count: String { least == most ? "\(most)" : "\(least) to \(most)" }
}

extension TracePicture.Outsider {
    /// "not at hand", "not at hand, 0 to 1".
    var label: String { "not at hand" + (count.map { ", \($0)" } ?? "") }
}
