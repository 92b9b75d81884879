import Foundation

/// A point on the surface of the Earth.
public struct Coordinates: Hashable, Sendable {
  /// Degrees, WGS 84, south negative.
  public let latitude: Double
  /// Degrees, WGS 84, east positive.
  public let longitude: Double

  /// The point at a latitude and a longitude, in degrees.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The mean radius of the Earth in kilometres (IUGG's R1). On a sphere of it, distances are at most 0.56 % away from those on
  /// the ellipsoid; within Australia, along the meridians of its far north.
  public static let earthRadius = 6_371.0088

  /// The way to another point along a great circle, in kilometres (haversine: exact for neighbours as well as for antipodes).
  public func kilometres(to other: Coordinates) -> Double {
    let north = sin(Self.radians(other.latitude - latitude) / 2)
    let east = sin(Self.radians(other.longitude - longitude) / 2)
    let cosines = cos(Self.radians(latitude)) * cos(Self.radians(other.latitude))
    let haversine = north * north + cosines * east * east
    return 2 * Self.earthRadius * asin(min(1, haversine.squareRoot()))
  }

  /// The direction of the point from the centre of the Earth, of length 1: many are compared with one by a product each.
  public var unitVector: SIMD3<Double> {
    let (latitude, longitude) = (Self.radians(latitude), Self.radians(longitude))
    return SIMD3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}

extension Coordinates {
  /// The middle of some points, or nil of none.
  init?(middleOf points: [Coordinates]) {
    guard !points.isEmpty else { return nil }
    let sum = points.reduce(SIMD3<Double>.zero) { $0 + $1.unitVector }
    let north = atan2(sum.z, (sum.x * sum.x + sum.y * sum.y).squareRoot())
    self.init(latitude: north * 180 / .pi, longitude: atan2(sum.y, sum.x) * 180 / .pi)
  }
}

extension Locality {
  /// Where it is.
  public var coordinates: Coordinates { Coordinates(latitude: latitude, longitude: longitude) }

  /// The way to another place along a great circle, in kilometres.
  public func kilometres(to other: Locality) -> Double { coordinates.kilometres(to: other.coordinates) }
}
