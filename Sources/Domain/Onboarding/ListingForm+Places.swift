extension ListingForm {
  /// What became of a press in the form of the places, put in order for the next look at it: a place that was meant beyond doubt is
  /// among the chosen, one that was to go is not, and what is still open stays in the field.
  func settled(_ typed: TypedForm, removing removed: String? = nil) -> TypedForm {
    var labels = typed[.place]
    var open = typed.text(.findPlace)
    if let removed {
      labels.removeAll { $0 == removed }
    } else if let found = typed[.foundPlace].first(where: { !$0.isEmpty }) {
      labels.append(found)
      open = ""
    } else if let meant = reference.localities.place(meantBy: open) {
      labels.append(meant.location.label)
      open = ""
    }
    var settled = typed
    var seen: Set<String> = []
    settled[.place] = labels.filter { seen.insert($0).inserted }
    settled[.findPlace] = open.isEmpty ? [] : [open]
    settled[.foundPlace] = []
    return settled
  }

  /// Places in the table's own spelling.
  func places(_ reading: inout FormReading) -> [PracticeLocation] {
    var found: [PracticeLocation] = []
    for label in reading.typed[.place] {
      guard let row = PracticeLocation(label: label).flatMap(reference.localities.row) else {
        reading.refuse(.findPlace, "“\(ImportChecks.quoted(label))” is not in the table of places")
        continue
      }
      if !found.contains(row.location) { found.append(row.location) }
    }
    checkOpenPlace(&reading)
    let isTelehealthOnly = reading.typed.text(.telehealthOnly) == "yes"
    if found.count > Self.mostPlaces { reading.refuse(.findPlace, "Name at most \(Self.mostPlaces) places") }
    if reading.typed[.place].isEmpty, !isTelehealthOnly, reading.problems.isEmpty {
      reading.refuse(.findPlace, "Add a place, or say that you work by telehealth only")
    }
    if !found.isEmpty, isTelehealthOnly {
      reading.refuse(.telehealthOnly, "Remove the places, or take this tick away")
    }
    return Array(found.prefix(Self.mostPlaces))
  }

  /// What was typed to find a place is not to be dropped in silence.
  private func checkOpenPlace(_ reading: inout FormReading) {
    let open = reading.typed.text(.findPlace)
    guard open.contains(where: { !$0.isWhitespace }) else { return }
    let quoted = ImportChecks.quoted(open)
    reading.refuse(
      .findPlace,
      reference.localities.suggestions(for: open, atMost: 1).isEmpty
        ? "No place is called “\(quoted)”. Check the spelling, or type its postcode"
        : "Choose which “\(quoted)” you mean, or empty the field")
  }
}
