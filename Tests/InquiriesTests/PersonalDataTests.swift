import Inquiries
import Testing

/// A person's details are found, and ordinary numbers are let be.
@Suite struct PersonalDataTests {
  @Test(arguments: [
    (
      "Write to jane.o'neil+x@mail.example.org.uk.", PersonalData.Kind.email,
      "jane.o'neil+x@mail.example.org.uk"
    ),
    ("Schreib an name@münchen.de, bitte", .email, "name@münchen.de"),
    ("an jürgen.groß@example.org—bitte", .email, "jürgen.groß@example.org"),
    ("“почта@пример.рф”", .email, "почта@пример.рф"),
    ("mu\u{308}ller@mu\u{308}nchen.de", .email, "mu\u{308}ller@mu\u{308}nchen.de"),
    ("on 07700.900.123, or", .telephone, "07700.900.123"),
    ("at 020.7946.0958.", .telephone, "020.7946.0958"),
    ("it is 01632 960123.4 He said", .telephone, "01632 960123"),
    ("abroad +1.415.555.2671", .telephone, "+1.415.555.2671"),
    ("or +44.7700.900123", .telephone, "+44.7700.900123"),
    ("Ring 01632 960123 after six", .telephone, "01632 960123"),
    ("(020) 7946 0958", .telephone, "(020) 7946 0958"),
    ("mobile 07700900123.", .telephone, "07700900123"),
    ("on +44 (0)7700 900123 today", .telephone, "+44 (0)7700 900123"),
    ("at 12 High Street, LS1 4AP.", .postcode, "LS1 4AP"), ("to EC1A1BB", .postcode, "EC1A1BB"),
    ("of m1 1ae", .postcode, "m1 1ae"), ("W1A 0AX", .postcode, "W1A 0AX"),
    ("My son, born on 3 May 2009, waited", .dateOfBirth, "3 May 2009"),
    ("DOB: 03/05/2009", .dateOfBirth, "03/05/2009"),
    ("date of birth 2009-05-03", .dateOfBirth, "2009-05-03"),
    ("NHS number 943 476 5919", .nhsNumber, "943 476 5919"),
    ("NHS no. 9434765919", .nhsNumber, "9434765919"),
    ("his AB 12 34 56 C was used", .niNumber, "AB 12 34 56 C"),
    ("AB123456C", .niNumber, "AB123456C"), ("ab123456c", .niNumber, "ab123456c"),
    ("her ab 12 34 56 c", .niNumber, "ab 12 34 56 c"),
  ])
  func `it is found as it stands`(text: String, kind: PersonalData.Kind, words: String) {
    #expect(PersonalDataFinder.find(in: text) == [PersonalData(kind, words)])
  }

  @Test(arguments: [
    "In 2017-18, 389,430 children were in need, and 0.0789123456 of them (20 per cent) moved.",
    "Q1 to Q48, HC 1063-I, HC 123, HL Paper 45, Cm 9876, Cmnd 1234 and CTI0012, paras 3 to 14.",
    "Children Act 1989, s 17(10)(a); SI 2015/971; [2019] EWCA Civ 1234; [2021] UKSC 35, [45]-[48].",
    "ISBN 978-0-10-150042-5, ISBN 0 19 852663 6, ISBN 0198526636, ISSN 0268-1234",
    "It cost £1,234,567,890 in 2018 and £01632 960123 is no amount; 07700900123% neither.",
    "Ring Childline on 0800 1111, the helpline on 0808 800 5000 or 0300 123 1234, or 111.",
    "House of Commons, London SW1A 0AA; Downing Street, SW1A 2AA.",
    "Type B1 2CD5 of Annex A2, M25 junction 10, A1 4QQX, grade B2 3 of 10, vitamin B12, COVID-19.",
    "She was born in May 2009 and is 8; the scheme was born on Tuesday; birth rates fell by 3.",
    "943 476 5918 and 123 456 7890 of 111 111 1111 were counted; 9434765919 is a total.",
    "GB 12 34 56 C, DA123456C, AB 12 34 56 E and AB1234567 are codes; tables 10 20 30 40.",
    "Paid at 250000 a year, as 100000 a week, ab 123456 c.",
    "Follow @committee, e-mail us @ Westminster, see user@localhost; 5 @ 3.50 each.",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20, 2010 2011 2012 2013 2014 2015",
    "“Jane”@work—so.it, 5 @ münchen.de, user@münchen, @münchen.de, naïve@, jane@—x.org",
    "a change of +0.12345678 and +1.2345678901; 0.7700900123; 07.700900123; 192.168.001.001",
    "on 01.02.2018 10.30, in 007.1.2, at 001.002.003, ref 012.345.67, table 0123.45",
    "between 6 February 2018 and 14 February 2018, at 10.15 and 14:30, on 03/05/2009",
    "doi:10.1000/0123456789, https://example.org/01234567890/a, ref 01-02-03-04-05-06",
  ])
  func `ordinary numbers are let be`(text: String) {
    #expect(PersonalDataFinder.find(in: text) == [])
  }

  @Test func `several are told in their order`() {
    let found = PersonalDataFinder.find(
      in: "Jane, LS1 4AP, 01632 960123, jane@example.org, born 3/5/1970")
    #expect(found.map(\.kind) == [.postcode, .telephone, .email, .dateOfBirth])
  }
}
