extension DeskText {
    /// The transparency log: what it is, what was signed, its latest entries.
    public func log(_ log: LogDetail) -> String {
        var lines = painter.wrapped("\(log.size) entries, root \(log.root)", .bold)
        lines += painter.wrapped("log \(log.origin)", indent: 2, .faint)
        if let key = log.verifierKey {
            lines += ["  " + painter.paint("verifier key \(PlainText.singleLine(key))", .faint)]
        }
        lines += painter.wrapped(
            log.signedSize.map { "signed at \($0) entries" } ?? "not signed yet; `hearsay log checkpoint` signs",
            indent: 2,
            .value)
        for entry in log.entries {
            let hash = entry.hash.prefix(16)
            lines += painter.wrapped(
                "\(entry.index)  \(entry.time)  \(entry.kind)  \(hash)…  \(entry.about)", hanging: 4)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What checking the log gave.
    public func verification(_ result: LogVerification) -> String {
        var lines: [String] = []
        for finding in result.findings {
            let place = finding.index.map { "entry \($0): " } ?? ""
            lines += painter.wrapped(place + finding.text, .alarm)
        }
        let verdict =
            result.holds
            ? result.anchor.sentence
            : "does not hold: \(result.findings.count) finding\(result.findings.count == 1 ? "" : "s")"
        lines += painter.wrapped("\(result.entries) entries recomputed, root \(result.root)", .faint)
        lines += painter.wrapped(verdict, result.holds ? .value : .alarm)
        return lines.joined(separator: "\n") + "\n"
    }
}

extension LogVerification.Anchor {
    /// What a log that holds is consistent with.
    public var sentence: String {
        switch self {
        case .itself: "consistent with itself only; no checkpoint was signed or given"
        case .checkpoint(let size): "consistent with itself and with the checkpoint signed at \(size) entries"
        }
    }
}
