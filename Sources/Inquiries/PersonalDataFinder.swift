/// Looks through words for what looks like a person's own details.
///
/// Few false alarms are worth more here than the last oddity: evidence is full
/// of numbers, and a clerk who is shown each of them stops looking. What has a
/// check digit or a rule for its letters is held to it.
public struct PersonalDataFinder {
  private let bytes: [UInt8]
  private var found: [(at: Int, data: PersonalData)] = []

  /// What is found, in the order of the text.
  ///
  /// - Complexity: Linear in the length of the text.
  public static func find(in text: String) -> [PersonalData] {
    var finder = PersonalDataFinder(bytes: Array(text.utf8))
    finder.look()
    return finder.found.sorted { $0.at < $1.at }.map(\.data)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func look() {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "@") {
        place = email(at: place) ?? place + 1
      } else if isWord(before: place) {
        place += 1
      } else if byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") {
        place = number(at: place) ?? place + 1
      } else if byte.isLetter {
        place = postcode(at: place) ?? insurance(at: place) ?? birth(at: place) ?? place + 1
      } else {
        place += 1
      }
    }
  }

  /// Whether a letter or digit stands right before, so that no word begins here.
  private func isWord(before place: Int) -> Bool {
    place > 0 && (bytes[place - 1].isLetter || bytes[place - 1].isDigit)
  }

  private mutating func keep(_ kind: PersonalData.Kind, _ range: Range<Int>) -> Int {
    found.append(
      (range.lowerBound, PersonalData(kind, String(decoding: bytes[range], as: UTF8.self))))
    return range.upperBound
  }

  /// A name, the sign, and a domain with a dot in it, in the letters of any language.
  ///
  /// - SeeAlso: RFC 6531, 3.3.
  private mutating func email(at sign: Int) -> Int? {
    var start = sign
    while let scalar = scalar(endingAt: start),
      scalar.isOfWord || scalar.isASCII && "._%+-'".unicodeScalars.contains(scalar)
    { start -= UTF8.width(scalar) }
    var end = sign + 1
    var lastDot = 0
    while let scalar = scalar(at: end), scalar.isOfWord || scalar == "-" || scalar == "." {
      if scalar == "." { lastDot = end }
      end += UTF8.width(scalar)
    }
    // Beyond ASCII there are only letters now.
    while end > sign + 1, !(bytes[end - 1].isLetter || bytes[end - 1] >= 0x80) { end -= 1 }
    guard start < sign, lastDot > sign + 1 else { return nil }
    let isWhole = bytes[sign..<end].dropFirst().contains(UInt8(ascii: "."))
    return isWhole ? keep(.email, start..<end) : nil
  }

  private func scalar(at place: Int) -> Unicode.Scalar? {
    var decoder = UTF8()
    var rest = bytes[min(place, bytes.count)...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }

  private func scalar(endingAt place: Int) -> Unicode.Scalar? {
    var start = place - 1
    while start > 0, place - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(at: start)
  }

  /// Digits in groups that one blank, hyphen or dot parts: a telephone number or an
  /// NHS number.
  private mutating func number(at start: Int) -> Int? {
    // Of an amount, a decimal or a list the digits are no number of their own.
    if start > 0,
      [".", ",", "/", "-", "£", "$", "#"].map({ $0.utf8.last ?? 0 }).contains(bytes[start - 1])
    {
      return nil
    }
    var groups: [[UInt8]] = [[]]
    var place = start
    var end = start
    var dots = 0
    let isForeign = bytes[place] == UInt8(ascii: "+")
    if isForeign { place += 1 }
    while place < bytes.count {
      let byte = bytes[place]
      if byte.isDigit {
        groups[groups.count - 1].append(byte - 0x30)
        end = place + 1
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == 0x20
        || byte == UInt8(ascii: "-")
      {
        if let last = groups.last, !last.isEmpty { groups.append([]) }
        // Two signs follow each other only around a bracket.
        if byte == 0x20 || byte == UInt8(ascii: "-"), place > start, bytes[place - 1] == byte {
          break
        }
      } else if byte == UInt8(ascii: "."), place + 1 < bytes.count, bytes[place + 1].isDigit,
        isForeign || (groups[0].first == 0 && groups[0].count >= 3),
        groups.last?.isEmpty == false, groups.reduce(0, { $0 + $1.count }) < 10
      {
        // No decimal begins with two figures of which the first is 0; behind a whole
        // number the dot ends a sentence, and the mark of a note follows it.
        groups.append([])
        dots += 1
      } else {
        break
      }
      place += 1
      if groups.reduce(0, { $0 + $1.count }) > 15 { return end }
    }
    if groups.last?.isEmpty == true { groups.removeLast() }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end].isLetter || bytes[end] == UInt8(ascii: "%") { return end }
    let digits = groups.flatMap { $0 }
    // “+0.12345678” of a table.
    if isForeign, dots == 1, !digits.starts(with: [4, 4]) { return end }
    let before = start >= 24 ? start - 24 : 0
    let said = String(decoding: bytes[before..<start], as: UTF8.self).uppercased()
    guard !said.contains("ISBN"), !said.contains("ISSN") else { return end }
    if isTelephone(groups, digits, isForeign: isForeign) { return keep(.telephone, start..<end) }
    let isGrouped = groups.map(\.count) == [3, 3, 4]
    if digits.count == 10, isGrouped || said.contains("NHS"), Self.hasNHSCheck(digits) {
      return keep(.nhsNumber, start..<end)
    }
    return groups.count > 1 ? start + 1 + groups[0].count : end
  }

  /// Of a person: geographic (01, 02) and mobile (07), at home or as +44.
  ///
  /// - SeeAlso: Ofcom, National Telephone Numbering Plan.
  private func isTelephone(_ groups: [[UInt8]], _ digits: [UInt8], isForeign: Bool) -> Bool {
    var rest = digits[...]
    if isForeign || rest.starts(with: [0, 0, 4, 4]) {
      if !isForeign { rest = rest.dropFirst(2) }
      guard rest.starts(with: [4, 4]) else { return isForeign && (8...15).contains(digits.count) }
      rest = rest.dropFirst(2)
      if rest.first == 0 { rest = rest.dropFirst() }
    } else {
      // A code of dialling has three digits at least: 020, 0131, 01632, 07700.
      guard rest.first == 0, groups[0].count >= 3 else { return false }
      rest = rest.dropFirst()
    }
    guard let first = rest.first, [1, 2, 7].contains(first) else { return false }
    return rest.count == 10 || (rest.count == 9 && first == 1)
  }

  /// The last digit checks the nine before it, modulo 11.
  ///
  /// - SeeAlso: NHS Data Dictionary, NHS number.
  private static func hasNHSCheck(_ digits: [UInt8]) -> Bool {
    guard Set(digits).count > 1 else { return false }
    let sum = zip(digits, stride(from: 10, to: 1, by: -1)).reduce(0) { $0 + Int($1.0) * $1.1 }
    let check = 11 - sum % 11
    return check != 10 && check % 11 == Int(digits[9])
  }

  /// A whole postcode of one of the areas. SW1A is left out: it is the Houses',
  /// the Palace's and Whitehall's.
  private mutating func postcode(at start: Int) -> Int? {
    var place = start
    var letters: [UInt8] = []
    while place < bytes.count, bytes[place].isLetter, letters.count < 3 {
      letters.append(bytes[place].uppercased)
      place += 1
    }
    guard (1...2).contains(letters.count), place < bytes.count, bytes[place].isDigit,
      Self.areas.contains(String(decoding: letters, as: UTF8.self))
    else { return nil }
    let isUpper = bytes[start..<place].allSatisfy { $0 < 0x60 }
    place += 1
    if place < bytes.count, bytes[place].isDigit || bytes[place].isLetter,
      place + 1 < bytes.count, bytes[place + 1] == 0x20 || bytes[place + 1].isDigit
    {
      place += 1
    }
    let district = String(decoding: bytes[start..<place], as: UTF8.self).uppercased()
    let hasBlank = place < bytes.count && bytes[place] == 0x20
    if hasBlank { place += 1 }
    guard isUpper || hasBlank, district != "SW1A", place + 3 <= bytes.count, bytes[place].isDigit,
      bytes[(place + 1)...(place + 2)].allSatisfy({ Self.inward.contains($0.uppercased) }),
      place + 3 == bytes.count || !(bytes[place + 3].isLetter || bytes[place + 3].isDigit)
    else { return nil }
    return keep(.postcode, start..<place + 3)
  }

  /// `QQ 12 34 56 C` under the rules for its letters. Small letters count where
  /// it stands whole or in pairs: “at 250000 a year” is none.
  ///
  /// - SeeAlso: HMRC, National Insurance Manual NIM39110.
  private mutating func insurance(at start: Int) -> Int? {
    var place = start
    var letters: [UInt8] = []
    var digits = 0
    while place < bytes.count, digits < 6 {
      let byte = bytes[place]
      if letters.count < 2, digits == 0, byte.isLetter {
        letters.append(byte.uppercased)
      } else if letters.count == 2, byte.isDigit {
        digits += 1
      } else if byte != 0x20 || letters.count < 2 || digits % 2 != 0 || bytes[place - 1] == 0x20 {
        return nil
      }
      place += 1
    }
    if place < bytes.count, bytes[place] == 0x20 { place += 1 }
    guard digits == 6, place < bytes.count, (0x41...0x44).contains(bytes[place].uppercased),
      place + 1 == bytes.count || !(bytes[place + 1].isLetter || bytes[place + 1].isDigit)
    else { return nil }
    let isUpper = bytes[start...place].allSatisfy { $0 < 0x60 }
    guard isUpper || [9, 13].contains(place + 1 - start) else { return nil }
    let prefix = String(decoding: letters, as: UTF8.self)
    guard !letters.contains(where: { "DFIQUV".utf8.contains($0) }),
      letters[1] != UInt8(ascii: "O"),
      !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
    else { return nil }
    return keep(.niNumber, start..<place + 1)
  }

  /// A whole day behind words that say that somebody was born.
  private mutating func birth(at start: Int) -> Int? {
    guard "bd".utf8.contains(bytes[start] | 0x20) else { return nil }
    let reach = String(decoding: bytes[start..<min(bytes.count, start + 60)], as: UTF8.self)
    let day =
      #/(?i)(?:born(?: on)?|birth|birthdate|dob|d\.o\.b\.?|date of birth)[ :,(]{1,3}(?:is |was |the )?((?:\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? \d{4}))\b.*/#
      .dotMatchesNewlines()
    guard let match = reach.prefixMatch(of: day) else { return nil }
    let lead = reach.utf8.distance(from: reach.startIndex, to: match.output.1.startIndex)
    let range = start + lead..<start + lead + match.output.1.utf8.count
    return keep(.dateOfBirth, range)
  }

  /// Letters that the last two of a postcode may be.
  private static let inward = Set("ABDEFGHJLNPQRSTUWXYZ".utf8)

  /// Areas of postcodes of the United Kingdom, the Crown dependencies with them.
  private static let areas = Set(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY \
    E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE \
    LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL \
    SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """.split(separator: " ").map(String.init))
}

extension Unicode.Scalar {
  /// Whether it is a letter, a figure or a sign on a letter, of any language.
  fileprivate var isOfWord: Bool {
    isASCII
      ? UInt8(value).isLetter || UInt8(value).isDigit
      : properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(uppercased) }
  fileprivate var uppercased: UInt8 { (0x61...0x7A).contains(self) ? self - 0x20 : self }
}
