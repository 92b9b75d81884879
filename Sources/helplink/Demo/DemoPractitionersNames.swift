/// Names that one might meet in an Australian practice, kept together so that given and family names go together.
struct DemoNames {
  /// How often, among the others.
  let share: Double
  let feminine: [String]
  let masculine: [String]
  let family: [String]
  /// Languages that some of these practitioners work in besides English.
  let languages: [String]

  private init(
    _ share: Double, _ feminine: String, _ masculine: String, _ family: String, _ languages: [String]
  ) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    self.share = share
    self.feminine = words(feminine)
    self.masculine = words(masculine)
    self.family = words(family)
    self.languages = languages
  }

  /// For those who would rather not be placed by their first name.
  static let neutral = [
    "Ash", "Blair", "Charlie", "Darcy", "Ellis", "Frankie", "Jules", "Kit", "Marlowe", "Remy", "Sage",
  ]

  static let all: [DemoNames] = [
    DemoNames(
      34,
      "Alice Bridget Clare Eleanor Georgia Heather Jacinta Kate Lucinda Matilda Philippa Rosalind Tess Verity",
      "Alistair Brendan Cameron Douglas Euan Fergus Gareth Hugh Lachlan Nathan Rupert Stuart Tristan",
      "Ashworth Barlow Cartwright Dunmore Ellery Fairweather Gillespie Hollis Kirkby Larkin Merriweather Pemberton Quigley Thornbury Whitlock",
      []),
    DemoNames(
      8, "Aoife Caitlín Gráinne Maeve Niamh Róisín", "Cillian Declan Oisín Pádraig Rónán",
      "Brennan Costello Doyle Fitzgerald Gallagher Ó'Connor Rafferty", []),
    DemoNames(
      8, "Bích Diệu Hạnh Hương Mai Thanh", "Bảo Dũng Hiếu Khôi Quang Sơn", "Bùi Đặng Đỗ Hoàng Huỳnh Lý Võ Vũ",
      ["vi"]),
    DemoNames(
      8, "Hui-Min Jiayi Ling Shu-Fen Wenjing Xiaoyan", "Bowen Haoran Jianming Kai Zhiwei",
      "Cheung Fong Huang Lam Leung Tan Xu Yip Zhou", ["zh", "yue"]),
    DemoNames(
      8, "Aditi Kavita Lakshmi Meera Nandini Sunita", "Anand Dev Harpreet Kiran Nikhil Sanjay",
      "Banerjee Chaudhary Desai Gill Iyer Menon Nair Reddy", ["hi", "pa", "ta", "ml"]),
    DemoNames(
      5, "Despina Evanthia Ioanna Stavroula", "Angelos Christos Stathis Vasilis",
      "Antoniou Economou Karagiannis Lambropoulos Stavrou", ["el"]),
    DemoNames(
      5, "Beatrice Chiara Loredana Rosaria", "Alessandro Dario Matteo Vincenzo",
      "Bellini Caruso De-Luca Lombardi Marchetti", ["it"]),
    DemoNames(
      5, "Dalia Hanan Nour Rania Salma", "Bilal Elias Karim Tarek", "Aboud Chehade El-Masri Mansour Saab",
      ["ar"]),
    DemoNames(
      4, "Azadeh Golnaz Parisa Shirin", "Arash Behrouz Kaveh", "Amiri Farahani Jafari Rostami", ["fa"]),
    DemoNames(
      4, "Dorota Małgorzata Svetlana Zuzana", "Bogdan Jiří Mirosław Goran",
      "Dvořák Jovanović Nowicki Petrović Wójcik Železny", ["pl", "sr", "ru"]),
    DemoNames(
      4, "Adriana Inés Lucía Valentina", "Andrés Joaquín Sebastián", "Castaño Echeverría Ibáñez Muñoz Peña",
      ["es"]),
    DemoNames(
      3, "Leilani Mele Sina Tiare", "Sione Tane Viliami", "Faleolo Latu Manukau Taufa Vaipuna", ["sm", "mi"]),
    DemoNames(
      3, "Abeba Chiamaka Nyakim Thandiwe", "Deng Kofi Tendai", "Adeyemi Bekele Chukwu Garang Moyo",
      ["sw", "am"]),
    DemoNames(
      3, "Eun-Ji Hanako Minseo Sakura", "Haruki Ji-Hoon Takeshi", "Choi Jung Nakamura Seo Watanabe",
      ["ko", "ja"]),
    DemoNames(3, "Ayşe Elif Gülşen", "Emre Kerem Yiğit", "Aydın Çelik Öztürk Yıldız", ["tr"]),
    DemoNames(
      3, "Anneliese Geneviève Solène Zoé", "Étienne Jürgen Lukas",
      "Baumgärtner Delacroix Hoffmann Lefèvre Möller",
      ["fr", "de"]),
    DemoNames(
      2, "Dilini Shani Tharushi", "Asanka Nuwan", "Fonseka Jayawardena Wickramasinghe", ["si", "ta"]),
    DemoNames(2, "Althea Jovelyn Marisol", "Isagani Rommel", "Bautista Dela-Cruz Villanueva", ["tl"]),
  ]
}
