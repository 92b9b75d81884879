/// What a practice of the demo is about: areas, ways of working and ages that go together.
struct DemoEmphasis {
  /// How often, among the others.
  let share: Double
  /// Slugs of practice areas, the most typical first: it is always among those chosen.
  let areas: [String]
  let modalities: [String]
  /// Places in the taxonomy's age groups, youngest and oldest seen.
  let ages: ClosedRange<Int>
  let clientTypes: [String]

  private init(
    _ share: Double, ages: ClosedRange<Int>, clients: [String] = ["individual"], areas: [String],
    modalities: [String]
  ) {
    self.share = share
    self.ages = ages
    clientTypes = clients
    self.areas = areas
    self.modalities = modalities
  }

  static let all: [DemoEmphasis] = [
    DemoEmphasis(
      24, ages: 3...5,
      areas: [
        "anxiety", "depression", "generalised-anxiety-disorder", "panic-agoraphobia", "social-anxiety",
        "self-esteem",
        "perfectionism", "life-transitions",
      ],
      modalities: [
        "cbt", "act", "compassion-focused-therapy", "metacognitive-therapy", "behavioural-activation",
      ]),
    DemoEmphasis(
      17, ages: 3...5,
      areas: [
        "complex-trauma-c-ptsd", "ptsd", "childhood-sexual-abuse", "dissociation",
        "first-responder-veteran-trauma",
        "family-domestic-violence", "borderline-personality-emotion-dysregulation",
      ],
      modalities: [
        "emdr", "trauma-focused-cbt", "schema-therapy", "somatic-sensorimotor", "internal-family-systems-ifs",
      ]),
    DemoEmphasis(
      15, ages: 0...2, clients: ["individual", "family"],
      areas: [
        "child-behaviour", "anxiety", "adhd-child", "autism-child", "school-refusal", "learning-difficulties",
        "parenting",
      ],
      modalities: [
        "play-therapy", "parent-child-interaction-therapy-pcit", "circle-of-security", "triple-p", "cbt",
      ]),
    DemoEmphasis(
      10, ages: 2...3, clients: ["individual", "family"],
      areas: [
        "anxiety", "depression", "self-harm", "body-image-bdd", "gaming-internet", "study-performance",
      ],
      modalities: ["act", "cbt", "dbt-informed-skills", "art-expressive-therapy"]),
    DemoEmphasis(
      10, ages: 3...5, clients: ["couple", "individual", "family"],
      areas: ["couples-relationships", "separation-divorce", "infidelity", "blended-families", "parenting"],
      modalities: [
        "gottman-method", "emotionally-focused-therapy-eft-couples", "family-therapy-systemic",
        "narrative-therapy",
      ]),
    DemoEmphasis(
      7, ages: 3...4, clients: ["individual", "couple"],
      areas: [
        "perinatal-depression-anxiety", "birth-trauma", "fertility-pregnancy-loss", "parenting", "anxiety",
      ],
      modalities: [
        "interpersonal-psychotherapy-ipt", "circle-of-security", "cbt", "compassion-focused-therapy",
      ]),
    DemoEmphasis(
      6, ages: 2...4, clients: ["individual", "family"],
      areas: ["eating-disorders", "body-image-bdd", "arfid", "perfectionism", "anxiety"],
      modalities: ["cbt-e-eating-disorders", "family-based-treatment-fbt", "schema-therapy"]),
    DemoEmphasis(
      6, ages: 2...4,
      areas: [
        "obsessive-compulsive-disorder-ocd", "phobias", "health-anxiety",
        "body-focused-repetitive-behaviours", "hoarding",
      ], modalities: ["exposure-response-prevention-erp", "cbt", "act"]),
    DemoEmphasis(
      9, ages: 3...4,
      areas: [
        "adhd-adult", "autism-adult", "study-performance", "lgbtqia-affirming", "gender-identity",
        "self-esteem",
      ],
      modalities: ["act", "person-centred", "cbt", "solution-focused"]),
    DemoEmphasis(
      6, ages: 3...5, areas: ["alcohol-other-drugs", "gambling", "anger", "depression", "life-transitions"],
      modalities: ["motivational-interviewing", "act", "dbt", "solution-focused"]),
    DemoEmphasis(
      7, ages: 4...5,
      areas: [
        "chronic-pain", "insomnia-sleep", "chronic-illness", "cancer-psycho-oncology", "menopause-hormonal",
      ],
      modalities: ["cbt-i-insomnia", "act", "mindfulness-based-mbct-mbsr", "hypnotherapy"]),
    DemoEmphasis(
      6, ages: 4...5, clients: ["individual", "family"],
      areas: ["grief-loss", "dementia-ageing", "carer-stress", "palliative-care-end-of-life", "depression"],
      modalities: ["existential", "psychodynamic", "interpersonal-psychotherapy-ipt", "narrative-therapy"]),
    DemoEmphasis(
      6, ages: 3...4,
      areas: ["workplace-stress-burnout", "work-injury", "bullying-harassment", "anxiety", "insomnia-sleep"],
      modalities: ["cbt", "act", "solution-focused", "behavioural-activation"]),
    DemoEmphasis(
      5, ages: 3...5,
      areas: [
        "culturally-linguistically-diverse-clients", "refugee-torture-trauma", "grief-loss",
        "life-transitions", "anxiety",
      ], modalities: ["narrative-therapy", "trauma-focused-cbt", "person-centred"]),
  ]
}
