@testable import TransparencyLog

/// The recursive definitions of RFC 6962, section 2.1, word for word: slow, and plainly right.
enum NaiveTree {
    static func root(_ leaves: ArraySlice<LogHash>) -> LogHash {
        guard let first = leaves.first else { return .emptyRoot }
        guard leaves.count > 1 else { return first }
        let (left, right) = halves(leaves)
        return .node(root(left), root(right))
    }

    static func path(_ index: Int, _ leaves: ArraySlice<LogHash>) -> [LogHash] {
        guard leaves.count > 1 else { return [] }
        let (left, right) = halves(leaves)
        if index < left.count { return path(index, left) + [root(right)] }
        return path(index - left.count, right) + [root(left)]
    }

    static func proof(_ first: Int, _ leaves: ArraySlice<LogHash>, isWhole: Bool = true) -> [LogHash] {
        guard first < leaves.count else { return isWhole ? [] : [root(leaves)] }
        let (left, right) = halves(leaves)
        if first <= left.count { return proof(first, left, isWhole: isWhole) + [root(right)] }
        return proof(first - left.count, right, isWhole: false) + [root(left)]
    }

    private static func halves(_ leaves: ArraySlice<LogHash>) -> (ArraySlice<LogHash>, ArraySlice<LogHash>) {
        var width = 1
        while 2 * width < leaves.count { width *= 2 }
        return (leaves.prefix(width), leaves.dropFirst(width))
    }
}
