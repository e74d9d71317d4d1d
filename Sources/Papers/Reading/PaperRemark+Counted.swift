import Inquiries

extension PaperRemark {
  /// What a document holds so many of and is not read as text.
  struct Held {
    let count: Int
    let code: String
    let one: String
    let many: String
    /// What became of it, behind the noun.
    let fate: String

    init(_ count: Int, _ code: String, _ one: String, _ many: String, _ fate: String) {
      self.count = count
      self.code = code
      self.one = one
      self.many = many
      self.fate = fate
    }

    static func hidden(_ count: Int) -> Held {
      Held(
        count, "hidden_text", "character that cannot be seen", "characters that cannot be seen",
        ", left out")
    }

    static func deletions(_ count: Int) -> Held {
      Held(
        count, "tracked_deletion_dropped", "deleted piece of tracked changes",
        "deleted pieces of tracked changes", ", left out")
    }

    static func comments(_ count: Int) -> Held {
      Held(count, "comment_dropped", "comment", "comments", ", left out")
    }

    static func pictures(_ count: Int) -> Held {
      Held(
        count, "picture_not_read", "picture or drawing", "pictures or drawings",
        "; words in pictures are not read")
    }
  }

  /// A remark for each kind of which there is something; none repeats what was left
  /// out.
  static func counted(_ held: [Held]) -> [PaperRemark] {
    held.filter { $0.count > 0 }.map {
      PaperRemark(
        code: $0.code,
        message: "In the document: \(Inquiries.counted($0.count, $0.one, $0.many))\($0.fate).")
    }
  }
}
