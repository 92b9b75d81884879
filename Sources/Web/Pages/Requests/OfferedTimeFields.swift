/// The fields of a time that a practitioner offers: one of a short list, or one that they type.
struct OfferedTimeFields: Component {
  /// "Sydney time".
  let zone: String
  let times: [Choices.Choice]
  let meetings: [Choices.Choice]
  var day = ""
  var time = ""
  var minutes = "50"
  var problems = Problems()

  @HTMLBuilder var body: some HTML {
    Choices(
      name: "slot", legend: "When (\(zone))", choices: times, isOne: true, problem: problems["slot"])
    DateField(
      name: "day", label: "Date", hint: "For another time.", value: day, problem: problems["day"])
    TextField(
      name: "time", label: "Starts at", hint: "Such as 09:00 or 14:30.", value: time, maxlength: 5,
      isRequired: false, problem: problems["time"])
    Selection(name: "meeting", label: "How you meet", choices: meetings, problem: problems["meeting"])
    TextField(
      name: "minutes", label: "Minutes", value: minutes, maxlength: 3, problem: problems["minutes"])
  }
}
