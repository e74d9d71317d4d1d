public import Inquiries

extension ReportDocument: JSONWritable {
  /// The report's structure, complete enough to rebuild the document.
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("title", title)
      json.field("body", bodyName)
      json.field("bodyKind", bodyKind.rawValue)
      json.field("rubric", rubric)
      json.field("inquiry", inquirySlug)
      json.field("inquiryTitle", inquiryTitle)
      json.field("banner", banner)
      json.field("draftVersion", draftVersion)
      json.field("publishedOn", publishedOn)
      json.field("blocks", blocks)
      json.field("notesHTML", notesHTML)
      json.field("conclusions", conclusions)
      json.field("witnesses", witnesses)
      json.field("sources", sources)
    }
  }
}

extension ReportBlock: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("ordinal", ordinal)
      json.field("kind", kind.rawValue)
      json.field("level", level)
      json.field("key", key)
      json.field("paragraph", paragraphNumber)
      json.field("number", number)
      json.field("markdown", markdown)
      json.field("html", html)
      json.field("citations", citations)
    }
  }
}

extension ReportCitation: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("ordinal", ordinal)
      json.field("range", RangeOfBytes(range: range))
      json.field("text", text)
      json.field("items", items)
    }
  }

  /// Bytes of the block's Markdown, end exclusive.
  private struct RangeOfBytes: JSONWritable {
    let range: Range<Int>

    func write(to json: inout JSONBytes) {
      json.object { json in
        json.field("from", range.lowerBound)
        json.field("to", range.upperBound)
      }
    }
  }
}

extension ReportCitation.Item: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("separator", separator)
      json.field("prefix", prefix)
      json.field("locator", locator)
      json.field("printed", printed)
      json.field("href", href)
      json.field("passages", passages)
      json.field("problem", problem)
    }
  }
}

extension PinnedPassage: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("address", address)
      json.field("version", version)
      json.field("footnotes", texts: footnotes)
    }
  }
}

extension ReportConclusion: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("kind", kind.rawValue)
      json.field("number", number)
      json.field("key", key)
      json.field("paragraph", paragraphNumber)
      json.field("block", block)
      json.field("chapter", chapter)
      json.field("addressees", texts: addressees)
      json.field("finding", findingNumber)
      json.field("evidence", evidence)
      json.field("limbs", limbs)
      json.field("lineage", lineage)
    }
  }
}

extension ReportEvidence: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("stance", stance.rawValue)
      json.field("printed", printed)
      json.field("href", href)
      json.field("quote", quote)
      json.field("isVerbatim", isVerbatim)
      json.field("footnotes", texts: footnotes)
      json.field("limb", limb)
    }
  }
}

extension ReportSession: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("heldOn", heldOn)
      json.field("hearing", hearing.rawValue)
      json.field("questions", questions)
      json.field("panels", panels)
    }
  }
}

extension ReportSession.Panel: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("witnesses", witnesses)
      json.field("questions", questions)
    }
  }
}

extension ReportSource: JSONWritable {
  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("title", title)
      json.field("publishedOn", publishedOn)
      json.field("href", href)
    }
  }
}
