/// Gives stretches tracks that lie side by side, such that no two in one track touch; as few as there can be.
struct Tracks {
    /// The track of each stretch.
    let track: [Int]
    /// How many tracks there are.
    let count: Int

    /// - Parameters:
    ///   - stretches: where each begins and ends, along the tracks.
    ///   - apart: how far apart two stretches in one track must be.
    init(_ stretches: [ClosedRange<Double>], apart: Double) {
        var (track, ends) = (stretches.map { _ in 0 }, [Double]())
        let order = stretches.indices.sorted {
            (stretches[$0].lowerBound, stretches[$0].upperBound, $0)
                < (stretches[$1].lowerBound, stretches[$1].upperBound, $1)
        }
        for place in order {
            let stretch = stretches[place]
            let free = ends.firstIndex { $0 + apart <= stretch.lowerBound } ?? ends.count
            if free == ends.count { ends.append(0) }
            ends[free] = stretch.upperBound
            track[place] = free
        }
        (self.track, count) = (track, ends.count)
    }
}
