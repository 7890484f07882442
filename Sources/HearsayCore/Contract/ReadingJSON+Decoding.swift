extension ReadingJSON {
    /// The reading that one line of the contract's JSON holds.
    ///
    /// The bytes may be foreign. Fields that the contract does not name are passed over; everything else is checked:
    /// types, words of closed sets, spans within the text, days that exist, voices that are there.
    public static func reading(from bytes: [UInt8]) throws(ContractError) -> Reading {
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch {
            throw ContractError(path: "", reason: error.description)
        }
        return try reading(from: value)
    }

    /// The reading that a JSON value holds, checked in the same way.
    public static func reading(from value: JSONValue) throws(ContractError) -> Reading {
        let root = ContractValue(value)
        guard try root.field("hearsay").number() == Double(version) else {
            throw try root.field("hearsay").error("this is not version \(version) of the contract")
        }
        let document = try DocumentJSON.document(from: try root.field("document"))
        let decoder = ReadingDecoder(text: document.text)
        let voices = try root.field("voices").list { value throws(ContractError) in try decoder.voice(value) }
        let ids = Set(voices.map(\.id))
        guard ids.count == voices.count else { throw try root.field("voices").error("two voices have the same id") }
        let statements = try root.field("statements").list { value throws(ContractError) in
            try decoder.statement(value, voices: ids)
        }
        guard Set(statements.map(\.id)).count == statements.count else {
            throw try root.field("statements").error("two statements have the same id")
        }
        return Reading(document: document, voices: voices, statements: statements)
    }
}

/// Decodes what stands in one text.
struct ReadingDecoder {
    private let offsets: CodePointMap

    init(text: SourceText) { offsets = CodePointMap(text) }

    // MARK: Spans

    /// The span of an object with "start" and "end" in code points.
    func span(_ value: ContractValue) throws(ContractError) -> TextSpan {
        let start = try offset(try value.field("start"))
        let end = try offset(try value.field("end"))
        guard start <= end else { throw value.error("the span ends before it starts") }
        return TextSpan(start, end)
    }

    private func offset(_ value: ContractValue) throws(ContractError) -> Int {
        let index = try value.integer(in: 0...Int.max)
        guard let offset = offsets.byte(atCodePoint: index) else {
            throw value.error("\(index) is behind the text's end")
        }
        return offset
    }

    func spans(_ value: ContractValue) throws(ContractError) -> [TextSpan] {
        try value.list { value throws(ContractError) in try span(value) }
    }

    // MARK: Voices and statements

    func voice(_ value: ContractValue) throws(ContractError) -> Voice {
        var voice = Voice(id: try value.field("id").text(), kind: try value.field("kind").word())
        voice.name = try value.optional("name")?.text()
        voice.anonymous = try value.field("anonymous").truth()
        voice.affiliation = try value.optional("affiliation")?.text()
        voice.role = try value.optional("role")?.text()
        voice.reason = try value.optional("reason")?.text()
        if let people = try value.optional("people") {
            let least = try people.field("least").integer(in: 0...Int.max)
            voice.people = Voice.People(least: least, most: try people.optional("most")?.integer(in: least...Int.max))
        }
        voice.mentions = try spans(try value.field("mentions"))
        return voice
    }

    func statement(_ value: ContractValue, voices: Set<String>) throws(ContractError) -> Statement {
        var statement = Statement(
            id: try value.field("id").text(), source: try spans(try value.field("source")),
            cue: try spans(try value.field("cue")), content: try spans(try value.field("content")),
            voice: try voice(try value.field("voice"), of: voices))
        statement.quotation = try value.field("quotation").word()
        statement.relay = try value.field("relay").list { relay throws(ContractError) in
            try voice(relay, of: voices)
        }
        statement.stance = try value.field("stance").word()
        if let forecast = try value.optional("forecast") {
            statement.forecast = Forecast(
                due: try forecast.optional("due")?.days(), certainty: try forecast.field("certainty").word())
        }
        statement.said = try value.optional("said")?.days()
        statement.times = try value.field("times").list { value throws(ContractError) in try time(value) }
        statement.quantities = try value.field("quantities").list { value throws(ContractError) in
            try quantity(value)
        }
        statement.places = try value.field("places").list { value throws(ContractError) in try place(value) }
        statement.confidence = try value.field("confidence").number(in: 0...1)
        return statement
    }

    private func voice(_ value: ContractValue, of voices: Set<String>) throws(ContractError) -> String {
        let id = try value.text()
        guard voices.contains(id) else { throw value.error("no voice has the id \"\(id)\"") }
        return id
    }

    // MARK: What a content holds

    private func time(_ value: ContractValue) throws(ContractError) -> TimeExpression {
        let kind: TimeExpression.Kind = try value.field("kind").word()
        return TimeExpression(
            span: try span(value), kind: kind, value: try timeValue(try value.optional("value"), kind),
            grain: try value.field("grain").word(), modality: try value.field("modality").word(),
            anchor: try value.optional("anchor")?.word())
    }

    private func timeValue(
        _ value: ContractValue?, _ kind: TimeExpression.Kind
    ) throws(ContractError) -> TimeExpression.Value? {
        guard let value else { return nil }
        switch kind {
        case .interval:
            return .interval(start: try value.optional("start")?.moment(), end: try value.optional("end")?.moment())
        case .instant: return .instant(try value.field("at").moment())
        case .timeOfDay:
            return .timeOfDay(from: try value.field("from").clock(), to: try value.optional("to")?.clock())
        case .duration: return .duration(seconds: try value.field("seconds").number())
        case .set: return .set
        }
    }

    private func quantity(_ value: ContractValue) throws(ContractError) -> Quantity {
        Quantity(
            span: try span(value), value: try value.field("value").number(),
            upper: try value.optional("upper")?.number(), unit: try value.optional("unit")?.text(),
            approximate: try value.field("approximate").truth())
    }

    private func place(_ value: ContractValue) throws(ContractError) -> Place {
        Place(
            span: try span(value), name: try value.field("name").text(),
            latitude: try value.field("latitude").number(in: -90...90),
            longitude: try value.field("longitude").number(in: -180...180),
            geonames: try value.field("geonames").integer(in: Int.min...Int.max))
    }
}
