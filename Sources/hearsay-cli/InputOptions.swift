import ArgumentParser
import Glibc
import Hearsay
import HearsayCore

/// What is read, and what the user knows about it.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files, folders (.txt .md .html .htm .json .jsonl), patterns in quotes, or - for standard input.",
            valueName: "file"),
        completion: .file())
    var files: [String]

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
        help: ArgumentHelp("Articles worked on at once; the number of processors if not given.", valueName: "number"))
    var jobs: Int?

    func validate() throws {
        if let published, CivilDay(iso: published) == nil {
            throw ValidationError("--published '\(published)' is no day such as 2024-03-22.")
        }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256.") }
        if files.isEmpty { throw ValidationError("Name a file, a folder, or - for standard input.") }
        if files.count(where: { $0 == "-" }) > 1 { throw ValidationError("Standard input can be read only once.") }
    }

    /// The articles, opened one by one.
    var articles: InputReader {
        let facts = ArticleFacts(url: url, outlet: outlet, published: published, charset: charset)
        return InputReader(paths: InputPaths.expand(files), facts: facts)
    }

    var threads: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
