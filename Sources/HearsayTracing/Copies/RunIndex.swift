/// For every text the earlier ones that have its runs: the count of runs that two texts share, exactly, for every pair that
/// shares any.
struct RunIndex {
    /// A run's hash and the text that has it.
    struct Run {
        var hash: UInt32
        var text: UInt32
    }

    private let texts: Int
    /// Later and earlier text of each shared run, by the later one.
    private var earlier: [UInt32]
    private var starts: [Int]

    /// Indexes the runs of so many texts, given text by text. A run that more than `linked` texts have links each of them to
    /// the first so many only. Cost is linear in the runs and their links.
    init(_ runs: consuming [Run], texts: Int, linked: Int) {
        RadixSort.sort(&runs)
        var starts = [Int](repeating: 0, count: texts + 1)
        Self.eachLink(runs, linked) { later, _ in starts[Int(later) + 1] += 1 }
        for text in 0..<texts { starts[text + 1] += starts[text] }
        var (next, earlier) = (starts, [UInt32](repeating: 0, count: starts[texts]))
        Self.eachLink(runs, linked) { later, before in
            earlier[next[Int(later)]] = before
            next[Int(later)] += 1
        }
        (self.texts, self.starts, self.earlier) = (texts, starts, earlier)
    }

    /// Calls `body` with the earlier and the later text of every pair that shares runs, and with how many different ones.
    func eachPair(_ body: (_ first: Int, _ second: Int, _ shared: Int) -> Void) {
        var sharing = [Int32](repeating: 0, count: texts)
        for text in 0..<texts {
            var met: [Int] = []
            for place in starts[text]..<starts[text + 1] {
                let other = Int(earlier[place])
                if sharing[other] == 0 { met.append(other) }
                sharing[other] += 1
            }
            for other in met.sorted() {
                body(other, text, Int(sharing[other]))
                sharing[other] = 0
            }
        }
    }

    @inline(__always)
    private static func eachLink(_ runs: [Run], _ linked: Int, _ body: (UInt32, UInt32) -> Void) {
        runs.withUnsafeBufferPointer { runs in
            var i = 0
            while i < runs.count {
                var end = i + 1
                while end < runs.count, runs[end].hash == runs[i].hash { end += 1 }
                if end > i + 1, runs[end - 1].text != runs[i].text { link(runs, i..<end, linked, body) }
                i = end
            }
        }
    }

    /// The texts of one run, each with those before it; a text that has a run twice counts once.
    @inline(__always)
    private static func link(
        _ runs: UnsafeBufferPointer<Run>, _ range: Range<Int>, _ linked: Int,
        _ body: (UInt32, UInt32) -> Void
    ) {
        for i in range.dropFirst() where runs[i].text != runs[i - 1].text {
            var (before, links, last) = (range.lowerBound, 0, UInt32.max)
            while before < i, links < linked {
                if runs[before].text != last {
                    last = runs[before].text
                    body(runs[i].text, last)
                    links += 1
                }
                before += 1
            }
        }
    }
}

/// Sorts by hash; runs come by text already, and stay so within a hash.
private enum RadixSort {
    static func sort(_ runs: inout [RunIndex.Run]) {
        var other = [RunIndex.Run](repeating: .init(hash: 0, text: 0), count: runs.count)
        for shift in [UInt32(0), 11, 22] {
            var places = [Int](repeating: 0, count: 2048)
            for run in runs { places[Int(run.hash >> shift & 2047)] += 1 }
            var sum = 0
            for bucket in places.indices { (places[bucket], sum) = (sum, sum + places[bucket]) }
            runs.withUnsafeBufferPointer { from in
                other.withUnsafeMutableBufferPointer { to in
                    places.withUnsafeMutableBufferPointer { places in
                        for run in from {
                            let bucket = Int(run.hash >> shift & 2047)
                            to[places[bucket]] = run
                            places[bucket] += 1
                        }
                    }
                }
            }
            swap(&runs, &other)
        }
    }
}
