import Foundation
import Testing

@testable import Domain

struct CoordinatesTests {
  private func point(_ latitude: Double, _ longitude: Double) -> Coordinates {
    Coordinates(latitude: latitude, longitude: longitude)
  }

  /// Kilometres on the ellipsoid by geopy 2.4.1; ``DistanceAgreementTests`` asks it for many more.
  @Test(arguments: [
    ("Melbourne VIC 3000", "Sydney NSW 2000", 713.100295),
    ("Perth WA 6000", "Brisbane City QLD 4000", 3613.090413),
    ("Richmond VIC 3121", "Kew VIC 3101", 3.527398), ("Hobart TAS 7000", "Darwin NT 0800", 3727.879863),
  ])
  func `places are as far apart as on the ellipsoid, within half a percent`(
    from: String, to: String, expected: Double
  )
    throws
  {
    let localities = try RepositoryData.localities()
    let first = try #require(localities.place(meantBy: from))
    let second = try #require(localities.place(meantBy: to))
    #expect(abs(first.kilometres(to: second) / expected - 1) < 0.005)
    #expect(first.kilometres(to: second) == second.kilometres(to: first))
    #expect(first.kilometres(to: first) == 0)
  }

  /// A quarter of a great circle is 10,007.557 km, and a degree of the equator 111.195 km.
  @Test func `along great circles the sphere has the lengths that its radius gives`() {
    let quarter = Coordinates.earthRadius * .pi / 2
    let ways: [(Coordinates, Coordinates, Double)] = [
      (point(0, 0), point(0, 90), quarter), (point(90, 12), point(0, -77), quarter),
      (point(-90, 0), point(90, 0), quarter * 2), (point(0, 0), point(0, 180), quarter * 2),
      (point(-27, 150), point(27, -30), quarter * 2), (point(0, 10), point(0, 11), quarter / 90),
      (point(-10, 130), point(-40, 130), quarter / 3), (point(0, 179.5), point(0, -179.5), quarter / 90),
    ]
    for (from, to, expected) in ways {
      #expect(abs(from.kilometres(to: to) - expected) < 1e-6, "\(from) \(to)")
    }
  }

  @Test func `unit vectors have the length 1, and the angle between them is the distance`() throws {
    let rows = try RepositoryData.localities().rows
    var chance = SeededGenerator(seed: 6)
    for _ in 0..<1_000 {
      let (first, second) = (
        rows[Int.random(in: rows.indices, using: &chance)], rows[Int.random(in: rows.indices, using: &chance)]
      )
      let (one, other) = (first.coordinates.unitVector, second.coordinates.unitVector)
      #expect(abs((one * one).sum() - 1) < 1e-12)
      let chord = ((one - other) * (one - other)).sum().squareRoot()
      let kilometres = 2 * Coordinates.earthRadius * asin(min(1, chord / 2))
      #expect(abs(first.kilometres(to: second) - kilometres) < 1e-6)
    }
  }
}
