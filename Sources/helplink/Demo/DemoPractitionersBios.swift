import Foundation

/// Sentences of which the bios of the demo are put together. They speak of how a practitioner works, never of clients.
/// `{years}`, `{place}` and `{title}` are filled in.
enum DemoBios {
  static let openings = [
    "I have been {title} for {years} years, and still look forward to the first conversation with somebody new.",
    "My practice in {place} is a small one, which leaves time to think between appointments.",
    "After {years} years in hospitals and clinics I opened a room of my own in {place}.",
    "I came to this work from teaching, and {years} years on I still draw on what a classroom taught me.",
    "I trained in the country, moved away to study, and have now worked in and around {place} for {years} years.",
    "As {title} I work slowly at first and plainly throughout.",
    "I share rooms in {place} with colleagues from three other professions, and we talk to each other.",
    "For {years} years I have divided my week between private practice and a public service.",
    "I am {title} with a soft spot for people who have been told to just try harder.",
    "My working life began in a community health centre, and its open door is still my model.",
    "I have practised for {years} years, the last few of them in {place}.",
    "People tell me that I am easy to talk to; I hope that it is because I listen.",
    "I took up this profession in my forties, after raising a family and running a business.",
    "Most of what I know I learnt in {years} years of sitting quietly with people on difficult days.",
  ]

  static let manners = [
    "Sessions have a shape, but the agenda is yours.",
    "I explain what I am doing and why, and I like being asked.",
    "We agree on a small number of aims and look at them together every few weeks.",
    "I value humour, and I know when to leave it at the door.",
    "There is no need to have the right words ready before you come.",
    "I work from a trauma-informed footing: choice first, pace second, technique third.",
    "I welcome families, interpreters, support workers and assistance dogs.",
    "My approach is practical: something to try between sessions, and an honest look at how it went.",
    "I am neurodiversity-affirming, in how the room is lit as much as in what I say.",
    "I pay attention to culture and faith, and ask rather than assume.",
    "I keep up supervision of my own, and read more than I can shelve.",
    "Silence is welcome here, and so are questions.",
    "I offer a first meeting without obligation, because fit matters more than method.",
    "I try to be useful early and unneeded before long.",
  ]

  static let practicalities = [
    "Telehealth suits many of my clients, and I keep some late afternoons for it.",
    "The building has a lift, an accessible bathroom and a quiet waiting area.",
    "Parking is free after five, and the train is four minutes away on foot.",
    "I write to referrers after the first session and whenever something changes.",
    "Please send the referral with a daytime number; I ring everybody myself.",
    "A few reduced-fee places are kept aside each quarter; do ask.",
    "I do not offer a crisis service, and say so early.",
    "I take on reports only when I can meet the date.",
    "I visit two outlying towns once a month and can see people there.",
    "Fridays are for home and school visits.",
    "Cancellations go out by text message to those who would like to come sooner.",
    "I run one group a term and am glad to talk about whether it would fit.",
  ]

  static let closings = [
    "Colleagues are welcome to ring before they refer.",
    "If I am not the right person I will help to find who is.",
    "I would rather say early that I am full than keep anybody waiting.",
    "I am happy to share care with a GP, a school or another therapist.",
    "I supervise two early-career colleagues and learn from both.",
    "On the other days of the week there is a garden, a choir and two teenagers.",
    "I enjoy a referral letter that says what has already been tried.",
    "I answer emails between two and three, and never on Sundays.",
    "Secondary consultation is available by telephone.",
    "Kindness and good notes: that is most of it.",
  ]

  /// Three or four sentences.
  static func bio(title: String, years: Int, place: String, chance: inout DemoChance) -> String {
    var sentences = chance.some(1, of: openings) + chance.some(chance.number(1...2), of: manners)
    sentences += chance.some(1, of: practicalities)
    if chance.happens(0.6) { sentences += chance.some(1, of: closings) }
    return sentences.joined(separator: " ")
      .replacingOccurrences(of: "{years}", with: "\(years)")
      .replacingOccurrences(of: "{title}", with: title)
      .replacingOccurrences(of: "{place}", with: place)
  }
}
