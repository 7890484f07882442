internal import Hearsay

/// The forecasts by where they stand.
struct DueView {
    struct Group {
        var id: String
        var heading: String
        var note: String
        var items: [DueLine]
    }

    var frame: Frame
    var isEmpty: Bool
    var groups: [Group]

    init(_ items: [DueItem], site: Site) {
        frame = Frame("Due", section: .due, twin: "/due.json", site: site)
        isEmpty = items.isEmpty
        groups = DueItem.State.allCases.compactMap { state in
            let lines = items.filter { $0.state == state }.map(DueLine.init)
            let (heading, note) = Self.words(state)
            return lines.isEmpty ? nil : Group(id: state.rawValue, heading: heading, note: note, items: lines)
        }
    }

    private static func words(_ state: DueItem.State) -> (String, String) {
        switch state {
        case .overdue: ("Overdue", "The last day is past and nobody has settled it.")
        case .running: ("Running", "The days have begun.")
        case .ahead: ("Ahead", "The days are to come.")
        case .undated: ("Undated", "No day was given.")
        case .settled: ("Settled", "Somebody has judged it.")
        }
    }
}
