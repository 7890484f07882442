internal import Glibc

/// Turns what the user names (files, folders, patterns, "-") into the files to read, in order.
public enum InputPaths {
    /// The files behind the arguments; what cannot be found or opened stands in its place as a problem.
    public static func expand(_ arguments: [String]) -> [Result<String, InputProblem>] {
        arguments.flatMap(expand)
    }

    private static func expand(_ argument: String) -> [Result<String, InputProblem>] {
        if argument == "-" { return [.success(argument)] }
        do {
            return try FileState(of: argument).isFolder ? files(in: argument) : [.success(argument)]
        } catch {
            let isPattern = argument.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
            guard error.number == ENOENT, isPattern else {
                return [.failure(InputProblem(origin: argument, reason: error.reason))]
            }
            let matches = matches(of: argument)
            if matches.isEmpty {
                return [.failure(InputProblem(origin: argument, reason: "no file matches this pattern"))]
            }
            return matches.flatMap { expandMatch($0) }
        }
    }

    private static func expandMatch(_ path: String) -> [Result<String, InputProblem>] {
        (try? FileState(of: path))?.isFolder == true ? files(in: path) : [.success(path)]
    }

    private static func matches(of pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    }

    // MARK: Folders

    private static func files(in folder: String) -> [Result<String, InputProblem>] {
        var found: [Result<String, InputProblem>] = []
        collect(folder, depth: 0, into: &found)
        if found.isEmpty {
            let endings = FileKind.searched.sorted().map { "." + $0 }.joined(separator: " ")
            return [.failure(InputProblem(origin: folder, reason: "the folder holds no file that ends in \(endings)"))]
        }
        return found
    }

    /// Links to folders are not followed, so a folder cannot contain itself; pipes and devices are not opened.
    private static func collect(_ folder: String, depth: Int, into found: inout [Result<String, InputProblem>]) {
        let names: [String]
        do { names = try FileBytes.names(in: folder) } catch {
            return found.append(.failure(InputProblem(origin: folder, reason: error.reason)))
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                if depth < 64 { collect(path, depth: depth + 1, into: &found) }
            } else if FileKind.isSearched(name), (try? FileState(of: path))?.isRegular ?? true {
                found.append(.success(path))
            }
        }
    }

    /// "txt" for "a.TXT"; empty when there is none.
    static func fileExtension(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[dot...].dropFirst().lowercased()
    }
}
