import ArgumentParser

/// `hearsay version`.
struct VersionCommand: ParsableCommand {
    static let number = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Prints the version.",
        discussion: """
            EXAMPLES
              hearsay version
            """)

    func run() { print("hearsay \(Self.number)") }
}
