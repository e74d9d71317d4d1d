/// The style sheet of a report that stands alone: screen and print, readable
/// without colour.
enum ReportStyle {
  static let sheet: StaticString = """
    body { font: 1.05rem/1.6 Georgia, serif; color: #1d1d1b; background: #fff; margin: 0; }
    main { max-width: 44rem; margin: 0 auto; padding: 1.5rem; }
    h1, h2, h3, h4, h5, h6, .name, .body, .banner { font-family: Arial, sans-serif; line-height: 1.25; }
    a { color: #1a4a8a; }
    a:focus-visible { outline: 3px solid #1d1d1b; outline-offset: 2px; }
    .banner { border: 2px solid #7a4a00; padding: .5rem 1rem; }
    .rubric { border-left: 4px solid #767676; padding-left: 1rem; }
    .paragraph { position: relative; padding-left: 3rem; }
    .continuation { padding-left: 3rem; }
    .number { position: absolute; left: 0; text-decoration: none; }
    .box { border: 2px solid #1d1d1b; padding: .25rem 1rem; margin: 1rem 0; }
    .recommendation { border-width: 2px 2px 2px 8px; }
    .name { font-weight: bold; }
    .evidence, .addressees, .limbs, .lineage, .footnote { font-size: .95rem; }
    .footnote { border-left: 2px solid #767676; padding-left: .7rem; }
    .problem { border-bottom: 2px dotted #a00; }
    .contents ol { list-style: none; padding-left: 0; }
    .contents .level-2 { padding-left: 1.5rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    table { border-collapse: collapse; }
    th, td { border: 1px solid #767676; padding: .25rem .5rem; }
    @media print { .contents, .number { color: inherit; } .box { break-inside: avoid; } }

    """
}
