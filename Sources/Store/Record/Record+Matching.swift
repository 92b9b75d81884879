import Domain
import GRDB

extension Record {
  /// How often each of some practitioners was shown to help seekers from a day on; who was not is left out.
  public func exposures(of practitioners: Set<Practitioner.ID>, since day: LocalDay) throws
    -> [Practitioner.ID: Int]
  {
    var exposures: [Practitioner.ID: Int] = [:]
    for practitioner in practitioners {
      let sql = "SELECT sum(times) AS times FROM match_exposure WHERE practitioner_id = ? AND day >= ?"
      exposures[practitioner] = try first(sql, [practitioner.text, day.number])?["times"]
    }
    return exposures
  }

  /// Counts once more who was shown on a day, and lets go of what was counted before another.
  func count(shown practitioners: [Practitioner.ID], on day: LocalDay, countedFrom first: LocalDay) throws {
    try run("DELETE FROM match_exposure WHERE day < ?", [first.number])
    // Who has been erased meanwhile is not counted any more.
    for practitioner in practitioners {
      try run(
        """
        INSERT INTO match_exposure (practitioner_id, day, times)
        SELECT id, ?, 1 FROM practitioner WHERE id = ? AND erased_at IS NULL
        ON CONFLICT (practitioner_id, day) DO UPDATE SET times = match_exposure.times + 1
        """, [day.number, practitioner.text])
    }
  }
}
