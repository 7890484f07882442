/// The natural logarithm, to more digits than rarity needs, without Foundation; 0 for what has none.
func naturalLogarithm(_ x: Float) -> Float {
    guard x > 0 else { return 0 }
    let m = x.significand
    let t = (m - 1) / (m + 1)
    let u = t * t
    return Float(x.exponent) * 0.693_147_2 + 2 * t * (1 + u * (1 / 3 + u * (1 / 5 + u * (1 / 7 + u / 9))))
}
