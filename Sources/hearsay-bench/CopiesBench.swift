import Glibc
import HearsayTracing

/// Finds near copies among the texts of a file, for `make bench`.
///
///     hearsay-bench copies FILE CONTAINMENT      texts parted by the byte 0x1E; prints pairs and CPU seconds
enum CopiesBench {
    static func run(path: String, containment: Double) {
        guard let file = fopen(path, "rb") else { return print("bench: \(path) cannot be read") }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 20))
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        fclose(file)
        let texts = bytes.split(separator: 0x1E, omittingEmptySubsequences: false).map(Array.init)
        let start = cpu()
        let pairs = NearCopies(containment: containment).pairs(of: texts)
        let seconds = cpu() - start
        for pair in pairs { print(pair.first, pair.second, pair.containment) }
        print("copies texts=\(texts.count) pairs=\(pairs.count) cpu_seconds=\(seconds)")
    }

    private static func cpu() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
