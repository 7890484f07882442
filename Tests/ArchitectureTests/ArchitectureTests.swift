import Foundation
import Testing

/// Holds the arrows between the targets and the rules that a compiler does not know.
@Suite struct ArchitectureTests {
    /// What each target may import beside the system's own modules. A change here is a decision (docs/decisions).
    private static let allowed: [String: Set<String>] = [
        "HearsayCore": [],
        "HearsayCapture": ["HearsayCore", "CModest", "CCurl", "CXML", "CZip", "CZlib", "CBrotli", "Crypto"],
        "HearsayLanguage": ["HearsayCore", "CHearsayKernels"],
        "HearsayReading": ["HearsayCore", "HearsayLanguage"],
        "HearsayTracing": ["HearsayCore", "HearsayLanguage"],
        "HearsayReckoning": ["HearsayCore"],
        "HearsayNames": ["HearsayCore"],
        "HearsayRevising": ["HearsayCore", "HearsayReading"],
        "HearsayExport": ["HearsayCore", "Crypto"],
        "HearsayDrawing": ["HearsayCore"],
        "TransparencyLog": ["Crypto"],
        "Timestamping": ["COpenSSL"],
        "HearsayLedger": ["HearsayCore", "HearsayNames", "TransparencyLog", "GRDB", "GRDBSQLite", "Crypto", "CZlib"],
        "Hearsay": [
            "HearsayCore", "HearsayCapture", "HearsayLanguage", "HearsayReading", "HearsayTracing",
            "HearsayReckoning", "HearsayNames", "HearsayRevising", "HearsayExport", "HearsayDrawing", "HearsayLedger",
            "TransparencyLog", "Timestamping", "Crypto",
        ],
        "HearsayWeb": ["Hearsay", "HearsayCore", "Hummingbird", "Mustache", "Logging"],
        "hearsay-cli": ["Hearsay", "HearsayWeb", "HearsayCore", "HearsayNames", "ArgumentParser"],
        "hearsay-bench": ["HearsayLanguage", "HearsayLedger", "HearsayTracing", "HearsayCore"],
    ]

    /// Modules of the toolchain and the C library.
    private static let system: Set = [
        "Swift", "Glibc", "Synchronization", "Dispatch", "Foundation", "FoundationEssentials",
    ]

    /// Targets that stay free of Foundation, which costs tens of megabytes and the time to load them.
    private static let withoutFoundation: Set = [
        "HearsayCore", "HearsayCapture", "HearsayLanguage", "HearsayReading", "HearsayTracing", "HearsayReckoning",
        "HearsayNames", "HearsayRevising", "HearsayExport", "HearsayDrawing", "TransparencyLog", "Timestamping",
    ]

    /// Files excused from that, each with its reason.
    private static let foundationAllowed: [String: String] = [
        "Sources/HearsayReading/ResourceLocation.swift": "Bundle.module finds the resources"
    ]

    @Test func importsFollowTheArrows() throws {
        for file in try SourceTree.files("Sources") {
            let allowed = try #require(Self.allowed[file.target], "\(file.path): a target that no arrow is known for")
            for (line, module) in file.imports where !Self.system.contains(module) {
                #expect(allowed.contains(module), "\(file.path):\(line): \(file.target) may not import \(module)")
            }
        }
    }

    @Test func foundationStaysOutside() throws {
        for file in try SourceTree.files("Sources") where Self.withoutFoundation.contains(file.target) {
            for (line, module) in file.imports where module.hasPrefix("Foundation") {
                #expect(
                    Self.foundationAllowed[file.path] != nil,
                    "\(file.path):\(line): \(file.target) may not import \(module)")
            }
        }
    }

    @Test func theManifestFollowsTheArrows() throws {
        let manifest = try String(contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
        let targets = manifest.matches(
            of: /\.target\(name: "([^"]+)"\)|\.(?:target|executableTarget)\(\s*name: "([^"]+)"(?s:.*?)swiftSettings/)
        var seen: Set<String> = []
        for match in targets {
            let declaration = String(match.0)
            guard let name = (match.1 ?? match.2).map(String.init), let allowed = Self.allowed[name] else { continue }
            seen.insert(name)
            let dependencies =
                declaration.firstMatch(of: /dependencies: \[((?s:.*?))\],?\s*(?:resources|swiftSettings)/).map {
                    String($0.1)
                } ?? ""
            let modules = dependencies.replacing(/package: "[^"]+"/, with: "")
            let names = modules.matches(of: /"([^"]+)"/).map { String($0.1) }
            #expect(
                Set(names).isSubset(of: allowed),
                "Package.swift: \(name) depends on \(Set(names).subtracting(allowed).sorted())")
        }
        #expect(seen == Set(Self.allowed.keys))
    }

    @Test func everyPublicDeclarationIsDocumented() throws {
        let declaration =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*public (?!import\b|internal\(set\)|private\(set\) (?!var))(?:\w+(?:\(set\))? )*?(?:struct|class|enum|protocol|actor|func|init|var|let|typealias|subscript|static|final|mutating|indirect|macro|case)\b/
        for file in try SourceTree.files("Sources") {
            let code = file.code
            for (index, line) in code.enumerated()
            where line.contains("public ") && line.firstMatch(of: declaration) != nil {
                var above = index - 1
                while above >= 0, file.lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
                let comment = above >= 0 ? file.lines[above].drop { $0 == " " } : ""
                let isDocumented = comment.hasPrefix("///") || comment.hasSuffix("*/")
                #expect(isDocumented, "\(file.path):\(index + 1): a public declaration without a comment")
            }
        }
    }

    @Test func nothingTrapsOnPurpose() throws {
        let forbidden = ["try!", "fatalError(", "as!"]
        for file in try SourceTree.files("Sources") {
            for (index, line) in file.code.enumerated() {
                for word in forbidden { #expect(!line.contains(word), "\(file.path):\(index + 1): \(word)") }
            }
        }
    }

    @Test func filesKeepToOneConcept() throws {
        // A table that a program made is one concept, however long.
        for file in try SourceTree.files("Sources") where file.lines.first?.hasPrefix("// Made by") != true {
            #expect(file.lines.count <= 401, "\(file.path): \(file.lines.count) lines")
        }
    }

    @Test func theDocumentsNameEveryCommand() throws {
        let readme = try String(contentsOf: SourceTree.root.appending(path: "README.md"), encoding: .utf8)
        for file in try SourceTree.files("Sources") where file.target == "hearsay-cli" {
            for line in file.lines {
                guard let name = line.firstMatch(of: /commandName: "(\w+)"/)?.1, name != "hearsay" else { continue }
                // In full, or as a part in the row of the command that it belongs to.
                let isNamed = readme.split(separator: "\n").contains { row in
                    ["", "model ", "log ", "sources "].contains { group in
                        row.contains("hearsay \(group)\(name)")
                            || !group.isEmpty && row.contains("hearsay \(group)".dropLast())
                                && row.contains("`\(name)`")
                    }
                }
                #expect(isNamed, "README.md does not name \(name)")
            }
        }
    }
}
