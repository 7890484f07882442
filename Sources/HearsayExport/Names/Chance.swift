/// Chances from 0 to 1 as exports write them: with three digits, and not at all where they are none.
enum Chance {
    static func rounded(_ chance: Double) -> Double? {
        chance >= 0 && chance <= 1 ? (chance * 1000).rounded() / 1000 : nil
    }
}
