/// A reading as one line of JSON, exactly as the contract has it: offsets in code points, fields in its order.
public enum ReadingJSON {
    /// The version of the contract.
    public static let version = 1

    /// The reading as JSON and a line end; `id` is the caller's own, as a JSON Lines input gave it.
    public static func bytes(of reading: Reading, id: String? = nil, indented: Bool = false) -> [UInt8] {
        let offsets = CodePointMap(reading.document.text)
        var writer = JSONWriter(indented: indented)
        writer.object { writer in
            writer.field("hearsay", version)
            if let id { writer.field("id", id) }
            writer.field("document") { DocumentJSON.write(reading.document, to: &$0, offsets: offsets) }
            writer.field("voices") { $0.array(reading.voices) { write($1, to: &$0, offsets: offsets) } }
            writer.field("statements") { $0.array(reading.statements) { write($1, to: &$0, offsets: offsets) } }
        }
        return writer.bytes + [0x0A]
    }

    private static func write(_ voice: Voice, to writer: inout JSONWriter, offsets: CodePointMap) {
        writer.object { writer in
            writer.field("id", voice.id)
            writer.field("name", voice.name)
            writer.field("kind", voice.kind.rawValue)
            writer.field("anonymous", voice.anonymous)
            writer.field("affiliation", voice.affiliation)
            writer.field("role", voice.role)
            writer.field("reason", voice.reason)
            writer.field("people") { writer in
                guard let people = voice.people else { return writer.null() }
                writer.object {
                    $0.field("least", people.least)
                    $0.field("most", people.most)
                }
            }
            writer.field("mentions") { $0.spans(voice.mentions, offsets) }
        }
    }

    private static func write(_ statement: Statement, to writer: inout JSONWriter, offsets: CodePointMap) {
        writer.object { writer in
            writer.field("id", statement.id)
            writer.field("source") { $0.spans(statement.source, offsets) }
            writer.field("cue") { $0.spans(statement.cue, offsets) }
            writer.field("content") { $0.spans(statement.content, offsets) }
            writer.field("quotation", statement.quotation.rawValue)
            writer.field("voice", statement.voice)
            writer.field("relay") { $0.array(statement.relay) { $0.string($1) } }
            writer.field("stance", statement.stance.rawValue)
            writer.field("forecast") { writer in
                guard let forecast = statement.forecast else { return writer.null() }
                writer.object {
                    $0.field("due") { $0.days(forecast.due) }
                    $0.field("certainty", forecast.certainty.rawValue)
                }
            }
            writer.field("said") { $0.days(statement.said) }
            writer.field("times") { $0.array(statement.times) { $0.time($1, offsets) } }
            writer.field("quantities") { $0.array(statement.quantities) { $0.quantity($1, offsets) } }
            writer.field("places") { $0.array(statement.places) { $0.place($1, offsets) } }
            writer.field("confidence", (statement.confidence * 1000).rounded() / 1000)
        }
    }
}

extension JSONWriter {
    mutating func time(_ time: TimeExpression, _ offsets: CodePointMap) {
        object { writer in
            writer.fields(of: time.span, offsets)
            writer.field("kind", time.kind.rawValue)
            writer.field("value") { $0.timeValue(time.value) }
            writer.field("grain", time.grain.rawValue)
            writer.field("modality", time.modality.rawValue)
            writer.field("anchor", time.anchor?.rawValue)
        }
    }

    private mutating func timeValue(_ value: TimeExpression.Value?) {
        guard let value else { return null() }
        object { writer in
            switch value {
            case .interval(let start, let end):
                writer.field("start", start?.iso)
                writer.field("end", end?.iso)
            case .instant(let moment): writer.field("at", moment.iso)
            case .timeOfDay(let from, let to):
                writer.field("from", TimeExpression.clock(from))
                writer.field("to", to.map(TimeExpression.clock))
            case .duration(let seconds): writer.field("seconds", seconds)
            case .set: break
            }
        }
    }

    mutating func quantity(_ quantity: Quantity, _ offsets: CodePointMap) {
        object { writer in
            writer.fields(of: quantity.span, offsets)
            writer.field("value", quantity.value)
            writer.field("upper", quantity.upper)
            writer.field("unit", quantity.unit)
            writer.field("approximate", quantity.approximate)
        }
    }

    mutating func place(_ place: Place, _ offsets: CodePointMap) {
        object { writer in
            writer.fields(of: place.span, offsets)
            writer.field("name", place.name)
            writer.field("latitude", place.latitude)
            writer.field("longitude", place.longitude)
            writer.field("geonames", place.geonames)
        }
    }
}
