internal import HearsayCore

/// A picture as a graph for Graphviz: an arrow leads from whoever gave to whoever took, the way of the news.
///
/// Outlets are clusters; those not at hand are dashed boxes. Kinds are told apart by line and arrow head, voices by shape. Names of nodes are our own; foreign
/// words stand in quoted strings only, with quotation marks and backslashes escaped, so that none is read as an escape.
public enum DOTDrawing {
    private static let longest = 48

    /// The graph.
    public static func bytes(of picture: TracePicture) -> [UInt8] {
        var lines = [
            "digraph trace {",
            "  graph [rankdir=LR, charset=\"UTF-8\", fontname=\"sans-serif\", labelloc=t, "
                + "label=\(quoted([cut(picture.title, 120), picture.summary]))];",
            "  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=10];",
            "  edge [fontname=\"sans-serif\", fontsize=9];",
        ]
        lines += clusters(picture)
        lines += picture.voices.indices.map { voice(picture, $0) }
        lines += picture.outsiders.indices.map { outsider(picture, $0) }
        lines += picture.arrows.map { arrow(picture, $0) }
        for (number, voice) in picture.voices.enumerated() {
            lines += voice.nodes.map { "  v\(number + 1) -> n\($0 + 1) [style=solid, color=gray50, arrowhead=dot];" }
        }
        for (number, outlet) in picture.outsiders.enumerated() {
            lines += outlet.citations.map { citation in
                "  o\(number + 1) -> n\(citation.node + 1) [style=dashed, arrowhead=vee, label=\"cites\", "
                    + "tooltip=\(quoted([picture.words(of: citation, of: outlet)]))];"
            }
        }
        return Array((lines + ["}"]).joined(separator: "\n").utf8) + [0x0A]
    }

    // MARK: Nodes

    private static func clusters(_ picture: TracePicture) -> [String] {
        var (outlets, members) = ([String](), [String: [Int]]())
        for (number, node) in picture.nodes.enumerated() {
            let outlet = node.outlet ?? ""
            if members[outlet] == nil { outlets.append(outlet) }
            members[outlet, default: []].append(number)
        }
        return outlets.enumerated().flatMap { number, outlet in
            let nodes = (members[outlet] ?? []).map { node(picture, $0) }
            let label = outlet.isEmpty ? "unknown outlet" : cut(outlet, longest)
            return ["  subgraph cluster_\(number + 1) {", "    label=\(quoted([label])); style=dotted; fontsize=11;"]
                + nodes.map { "  " + $0 } + ["  }"]
        }
    }

    private static func node(_ picture: TracePicture, _ number: Int) -> String {
        let node = picture.nodes[number]
        let time = [node.day.map(\.description), node.clock].compactMap(\.self).joined(separator: " ")
        let marks = node.marks.sorted().map(\.label)
        let lines = [node.id, time, node.headline.map { cut($0, longest) } ?? ""] + marks
        var more = node.marks.contains(.circle) ? ", peripheries=2" : ""
        if node.marks.contains(.denies) { more += ", style=\"rounded,dashed\"" }
        return "  n\(number + 1) [label=\(quoted(lines.filter { !$0.isEmpty })), "
            + "tooltip=\(quoted([picture.words(of: node)]))\(more)];"
    }

    private static func voice(_ picture: TracePicture, _ number: Int) -> String {
        let voice = picture.voices[number]
        let shape =
            switch voice.kind {
            case .named: "shape=ellipse, style=filled, fillcolor=gray85"
            case .unnamed: "shape=diamond, style=solid"
            case .document: "shape=note, style=solid"
            case .unattributed: "shape=ellipse, style=dashed"
            }
        let label = quoted([cut(voice.label, longest), "\(voice.kind.label), counts \(voice.count)"])
        return "  v\(number + 1) [\(shape), label=\(label), tooltip=\(quoted([picture.words(of: voice)]))];"
    }

    private static func outsider(_ picture: TracePicture, _ number: Int) -> String {
        let outlet = picture.outsiders[number]
        return "  o\(number + 1) [style=dashed, label=\(quoted([cut(outlet.name, longest), outlet.label])), "
            + "tooltip=\(quoted([picture.words(of: outlet)]))];"
    }

    // MARK: Arrows

    private static func arrow(_ picture: TracePicture, _ arrow: TracePicture.Arrow) -> String {
        let look =
            switch arrow.way {
            case .told: "style=solid, arrowhead=dot"
            case .cites: "style=dashed, arrowhead=vee"
            case .copies: "style=bold, arrowhead=normal"
            case .rewrites: "style=solid, arrowhead=onormal"
            case .version: "style=dotted, arrowhead=tee"
            }
        let label = arrow.way == .version ? "version" : arrow.way.rawValue + (arrow.credited ? "" : ", no credit")
        return "  n\(arrow.giver + 1) -> n\(arrow.taker + 1) [\(look), label=\(quoted([label])), "
            + "tooltip=\(quoted([picture.words(of: arrow)]))\(arrow.isRound ? ", penwidth=2" : "")];"
    }

    // MARK: Words

    private static func cut(_ text: String, _ most: Int) -> String {
        text.count > most ? text.prefix(most - 1) + "…" : text
    }

    /// A string of some lines.
    private static func quoted(_ lines: [String]) -> String {
        // By code points: a quotation mark with an accent on it would else pass as another character.
        let escaped = lines.map { line in
            line.unicodeScalars.reduce(into: "") { text, scalar in
                if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
                text.unicodeScalars.append(scalar)
            }
        }
        return "\"" + escaped.joined(separator: "\\n") + "\""
    }
}
