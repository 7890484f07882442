import ArgumentParser
import Glibc
import Hearsay
import HearsayCore

/// What is read, and what the user knows about it.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files, folders, patterns in quotes, web addresses (of articles, feeds or archives), or - for standard input.",
            valueName: "file"),
        completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp("The day of publication, where the article does not tell: 2024-03-22.", valueName: "day"))
    var published: String?

    @Option(help: ArgumentHelp("The outlet's name, where the article does not tell.", valueName: "name"))
    var outlet: String?

    @Option(help: ArgumentHelp("The address that the article was taken from.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("The encoding of the files, where it is known: windows-1252.", valueName: "name"))
    var charset: String?

    @Option(
        name: .customLong("text-field"),
        help: ArgumentHelp("The field of JSON inputs that holds the text.", valueName: "name"))
    var textField = "text"

    @Option(
        help: ArgumentHelp("Articles worked on at once; the number of processors if not given.", valueName: "number"))
    var jobs: Int?

    @Flag(name: .customLong("allow-private"), help: "Also fetch from addresses of this machine and its network.")
    var allowPrivate = false

    func validate() throws {
        if let published, CivilDay(iso: published) == nil {
            throw ValidationError("--published '\(published)' is no day such as 2024-03-22.")
        }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256.") }
        if files.count(where: { $0 == "-" }) > 1 { throw ValidationError("Standard input can be read only once.") }
    }

    /// For commands that cannot do without an input.
    func required() throws {
        if files.isEmpty { throw ValidationError("Name a file, a folder, or - for standard input.") }
    }

    private var facts: ArticleFacts { ArticleFacts(url: url, outlet: outlet, published: published, charset: charset) }

    /// How many articles there are, where that can be told.
    var count: Int? {
        let addresses = files.filter(Self.isAddress)
        // What an address leads to, an article or a feed of many, is not known before it is fetched.
        guard addresses.isEmpty else { return nil }
        return InputReader.count(of: InputPaths.expand(files))
    }

    /// The articles, opened one by one; web addresses are fetched, each when its turn comes.
    var articles: AnySequence<Result<InputItem, InputProblem>> { articles(from: web) }

    /// The articles, of which those at web addresses are fetched in this way.
    func articles(from web: WebInput) -> AnySequence<Result<InputItem, InputProblem>> {
        AnySequence(
            files.lazy.flatMap { file -> AnySequence<Result<InputItem, InputProblem>> in
                if Self.isAddress(file) {
                    return AnySequence(web.articles(at: file, facts: facts, textField: textField))
                }
                let paths = InputPaths.expand([file])
                return AnySequence(InputReader(paths: paths, facts: facts, textField: textField))
            })
    }

    /// What fetches web addresses.
    var web: WebInput { WebInput(version: VersionCommand.number, allowPrivate: allowPrivate, clock: SystemClock.now) }

    /// Whether an argument is a web address, even one that is not fetched ("ftp://…"), and so no file.
    private static func isAddress(_ file: String) -> Bool {
        file.firstMatch(of: /^[A-Za-z][A-Za-z0-9+.-]*:\/\//) != nil
    }

    var threads: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
