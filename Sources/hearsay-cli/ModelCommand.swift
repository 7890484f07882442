import ArgumentParser
import Glibc
import Hearsay

/// `hearsay model`.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Finds and verifies the encoder's files.",
        discussion: """
            EXAMPLES
              hearsay model path
              hearsay model verify
              hearsay model verify --model ./all-MiniLM-L6-v2
            """,
        subcommands: [Path.self, Verify.self])

    /// `hearsay model path`.
    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "path", abstract: "Prints the folder in which the encoder's files are looked for.",
            discussion: """
                EXAMPLES
                  hearsay model path
                  ls -l "$(hearsay model path)"
                """)

        @OptionGroup var model: ModelOptions

        func run() { print(model.store.folder) }
    }

    /// `hearsay model verify`.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Hashes the encoder's files and compares them with the pinned digests.",
            discussion: """
                EXAMPLES
                  hearsay model verify
                  HEARSAY_MODEL=/srv/models/minilm hearsay model verify
                """)

        @OptionGroup var model: ModelOptions

        func run() throws {
            do {
                let files = try model.store.verified(rehash: true)
                print("\(files.folder): model.safetensors and vocab.txt are the pinned files")
                let data = try model.data
                print("\(data.folder): tagger.safetensors is the pinned file")
            } catch {
                Diagnostics.error(String(describing: error))
                throw ExitCode.failure
            }
        }
    }
}

/// Which encoder is used.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of the encoder's files; else $HEARSAY_MODEL, else the user's cache.", valueName: "folder"),
        completion: .directory)
    var model: String?

    var store: ModelStore { ModelStore.chosen(option: model, environment: Environment.variables) }

    /// The reader's own data, which `$HEARSAY_RESOURCES` may place elsewhere.
    var data: ReadingData {
        get throws {
            let variables = Environment.variables
            return try ReadingData(
                named: variables["HEARSAY_RESOURCES"], stampFolder: ModelStore.cacheFolder(variables))
        }
    }
}
