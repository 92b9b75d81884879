import Foundation

/// The straight line between two points of the unit sphere, squared: it costs a subtraction and a product, and grows with the way
/// along the surface, so that many places are compared by it and few ways are worked out.
enum Chord {
  /// Between two unit vectors.
  static func squared(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double {
    let difference = one - other
    return (difference * difference).sum()
  }

  /// Kilometres of the great circle above a line.
  static func kilometres(squared: Double) -> Double {
    2 * Coordinates.earthRadius * asin(min(1, squared.squareRoot() / 2))
  }

  /// The square of the line below so many kilometres.
  static func squared(kilometres: Double) -> Double {
    let chord = 2 * sin(min(.pi / 2, kilometres / (2 * Coordinates.earthRadius)))
    return chord * chord
  }
}
