/// What one external program is asked to do; every word of it is ours.
///
/// A recipe is made here and nowhere else, so that nothing an author wrote can
/// become an argument.
public struct ConverterRecipe: Sendable {
  /// The program, looked for on the search path.
  let program: String
  let arguments: [String]
  /// How an operator gets it.
  let remedy: String
  /// Exit statuses by which the program says that its memory ran out.
  let memoryStatuses: Set<Int32>
  /// Exit statuses by which it says that what it was given cannot be read.
  let inputStatuses: Set<Int32>

  init(
    program: String, arguments: [String], remedy: String, memoryStatuses: Set<Int32> = [],
    inputStatuses: Set<Int32> = []
  ) {
    self.program = program
    self.arguments = arguments
    self.remedy = remedy
    self.memoryStatuses = memoryStatuses
    self.inputStatuses = inputStatuses
  }

  /// A report draft's Markdown to HTML.
  ///
  /// What would let the author write HTML, TeX or attributes of their own is
  /// off; so is what would read over the blank lines at which we cut the draft
  /// into blocks, and what would change a word (`smart`).
  public static let draftToHTML = ConverterRecipe(
    program: "pandoc",
    arguments: [
      "+RTS", "-M512m", "-RTS", "--sandbox", "--quiet", "--wrap=none", "--no-highlight",
      "--eol=lf", "-t", "html5",
      "-f", (["markdown"] + disabledExtensions).joined(separator: "-"),
    ],
    remedy: "apt-get install pandoc",
    // GHC's run-time system ends with 251 when the heap is exhausted.
    memoryStatuses: [251])

  /// The words of a PDF's text layer, page by page, each with its place.
  ///
  /// With their places, because the plain text has lost what tells a running
  /// head from a paragraph and one paragraph from the next.
  static let wordsOfPDF = ConverterRecipe(
    program: "pdftotext",
    arguments: ["-q", "-bbox-layout", "-enc", "UTF-8", "-", "-"],
    remedy: "apt-get install poppler-utils",
    // pdftotext(1): an error opening the file, or one that its permissions make, or
    // another, such as that it has no pages.
    inputStatuses: [1, 3, 99])

  /// Pictures of a PDF's pages in shades of grey, one after the other.
  ///
  /// A thousand dots a side: letters of an A4 page are six dots wide, and no page of
  /// whatever size makes a larger picture.
  ///
  /// - Parameter pages: Pages, from 1.
  static func picturesOfPDF(_ pages: ClosedRange<Int>) -> ConverterRecipe {
    ConverterRecipe(
      program: "pdftoppm",
      arguments: [
        "-q", "-gray", "-scale-to", "1000", "-f", "\(pages.lowerBound)",
        "-l", "\(pages.upperBound)", "-",
      ],
      remedy: "apt-get install poppler-utils")
  }

  private static let disabledExtensions = [
    "raw_html", "raw_tex", "raw_attribute", "native_divs", "native_spans",
    "markdown_in_html_blocks", "latex_macros", "tex_math_dollars", "yaml_metadata_block",
    "pandoc_title_block", "citations", "example_lists", "fancy_lists", "definition_lists",
    "multiline_tables", "simple_tables", "fenced_divs", "auto_identifiers",
    "implicit_header_references", "implicit_figures", "task_lists", "smart",
  ]
}
