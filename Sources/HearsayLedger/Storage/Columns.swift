internal import Foundation
internal import GRDB
internal import HearsayCore

extension [UInt8] {
    /// The bytes as SQLite stores them.
    var blob: DatabaseValue { Data(self).databaseValue }
}

extension String {
    /// The text as a column holds it: SQLite ends text at the first NUL, so a foreign one is shown as U+FFFD.
    var column: String { utf8.contains(0) ? String(decoding: withoutNUL, as: UTF8.self) : self }

    private var withoutNUL: [UInt8] { utf8.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } }
}

extension Row {
    /// The value of a column, or an error where the file holds something else; GRDB's subscripts would trap.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        guard hasColumn(column) else { throw DamagedRow(column: column) }
        let value: DatabaseValue = self[column]
        guard let converted = Value.fromDatabaseValue(value) else { throw DamagedRow(column: column) }
        return converted
    }

    /// The value of a column that may be NULL.
    func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
        guard hasColumn(column) else { throw DamagedRow(column: column) }
        let value: DatabaseValue = self[column]
        return value.isNull ? nil : try self.value(column)
    }

    /// The bytes of a column.
    func bytes(_ column: String) throws -> [UInt8] { Array(try value(column) as Data) }

    /// The bytes that a column holds deflated.
    func deflated(_ column: String) throws -> [UInt8] {
        guard let content = Deflated.content(of: try bytes(column)) else { throw DamagedRow(column: column) }
        return content
    }

    /// A word of a closed set.
    func word<Word: RawRepresentable>(_ column: String) throws -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try value(column)) else { throw DamagedRow(column: column) }
        return word
    }

    /// A word of a closed set, in a column that may be NULL.
    func optionalWord<Word: RawRepresentable>(_ column: String) throws -> Word? where Word.RawValue == String {
        let text: String? = try optional(column)
        return text == nil ? nil : try word(column)
    }

    /// A span of two columns.
    func span(_ start: String, _ end: String) throws -> TextSpan {
        let (first, last): (Int, Int) = (try value(start), try value(end))
        guard 0 <= first, first <= last else { throw DamagedRow(column: start) }
        return TextSpan(first, last)
    }

    /// A day, counted from 1970-01-01.
    func day(_ column: String) throws -> CivilDay {
        let number: Int = try value(column)
        guard (-5_000_000...5_000_000).contains(number) else { throw DamagedRow(column: column) }
        return CivilDay(number: number)
    }
}

/// A row that no ledger of ours would hold.
struct DamagedRow: Error {
    let column: String
}
