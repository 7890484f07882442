internal import COneDNN

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The one thing that the encoder needs from a numerical library.
public protocol MatrixProduct: Sendable {
    /// c = scale · a · b, row-major, one thread.
    ///
    /// `a` is m × k with rows `aStride` floats apart, `c` is m × n; `b` is k × n, or n × k when `transposed`.
    func multiply(
        m: Int, n: Int, k: Int, scale: Float, a: UnsafePointer<Float>, aStride: Int, b: UnsafePointer<Float>,
        bStride: Int, transposed: Bool, c: UnsafeMutablePointer<Float>, cStride: Int)
}

/// Matrix products by oneDNN (Debian's libdnnl).
public struct OneDNN: MatrixProduct {
    /// oneDNN is built on OpenMP, which would take every core for one product; documents are what runs in parallel.
    /// libgomp keeps the setting per thread, so it is set where the products run.
    private static let setThreads: (@convention(c) (CInt) -> Void)? =
        dlsym(nil, "omp_set_num_threads").map { unsafeBitCast($0, to: (@convention(c) (CInt) -> Void).self) }

    /// The library as it is installed.
    public init() {}

    /// c = scale · a · b; see ``MatrixProduct``.
    public func multiply(
        m: Int, n: Int, k: Int, scale: Float, a: UnsafePointer<Float>, aStride: Int, b: UnsafePointer<Float>,
        bStride: Int, transposed: Bool, c: UnsafeMutablePointer<Float>, cStride: Int
    ) {
        Self.setThreads?(1)
        let status = dnnl_sgemm(
            CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: transposed ? "T" : "N")), Int64(m), Int64(n), Int64(k), scale,
            a, Int64(aStride), b, Int64(bStride), 0, c, Int64(cStride))
        precondition(status == dnnl_success, "oneDNN refused a matrix product; its arguments are ours")
    }
}

/// Matrix products by plain loops: slow, for tests and for comparison.
public struct PlainProduct: MatrixProduct {
    /// Nothing to set up.
    public init() {}

    /// c = scale · a · b; see ``MatrixProduct``.
    public func multiply(
        m: Int, n: Int, k: Int, scale: Float, a: UnsafePointer<Float>, aStride: Int, b: UnsafePointer<Float>,
        bStride: Int, transposed: Bool, c: UnsafeMutablePointer<Float>, cStride: Int
    ) {
        for i in 0..<m {
            for j in 0..<n {
                var sum: Float = 0
                for l in 0..<k { sum += a[i * aStride + l] * (transposed ? b[j * bStride + l] : b[l * bStride + j]) }
                c[i * cStride + j] = scale * sum
            }
        }
    }
}
