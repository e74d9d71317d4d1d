import Hummingbird
import Mustache
import Papers
import Synchronization

/// Frames, each drawn once for all pages that it stands around.
///
/// The pages of one part of an inquiry differ in their title, their address and the
/// way to them. These are gaps in what is kept, and a page costs no template.
final class DrawnFrames: Sendable {
  /// What pages with one frame have in common; all else of theirs goes into gaps.
  private struct Shape: Hashable {
    let hasCanonical: Bool
    let hasData: Bool
    let crumbs: Int?
    let inquiry: Frame.Of?

    init(_ frame: Frame) {
      hasCanonical = frame.canonical != nil
      hasData = frame.data != nil
      crumbs = frame.hasCrumbs ? frame.crumbs.count : nil
      inquiry = frame.inquiry
    }
  }

  /// What the template is filled with.
  struct Framed {
    let frame: Frame
    let main: String
  }

  /// Beyond it all are drawn anew: a site of many inquiries must not keep them for ever.
  private static let limit = 256

  private let kept = Mutex<[Shape: Drawn]>([:])

  /// A whole page.
  func draw(_ main: [UInt8], in frame: Frame, _ templates: MustacheLibrary) -> ByteBuffer {
    let shape = Shape(frame)
    let drawn = kept.withLock { $0[shape] } ?? drawn(frame, templates, shape)
    var texts = HTMLBytes(capacity: 1_024)
    var ends: [Int] = []
    for value in frame.values {
      texts.text(value)
      ends.append(texts.bytes.count)
    }
    var body = ByteBuffer()
    body.reserveCapacity(8_192 + main.count)
    for (index, piece) in drawn.pieces.enumerated() {
      body.writeBytes(piece)
      guard drawn.gaps.indices.contains(index) else { continue }
      let gap = drawn.gaps[index]
      if gap < ends.count {
        body.writeBytes(texts.bytes[(gap == 0 ? 0 : ends[gap - 1])..<ends[gap]])
      } else {
        body.writeBytes(main)
      }
    }
    return body
  }

  private func drawn(_ frame: Frame, _ templates: MustacheLibrary, _ shape: Shape) -> Drawn {
    let gapped = frame.gapped
    let drawn = Drawn(
      Framed(frame: gapped, main: Drawn.gap(gapped.values.count)), templates, "frame")
    kept.withLock { kept in
      if kept.count >= DrawnFrames.limit { kept = [:] }
      kept[shape] = drawn
    }
    return drawn
  }
}

extension Frame {
  /// What goes into the gaps of the frame, in the order of their numbers.
  fileprivate var values: [String] {
    [title, here, canonical ?? "", data ?? ""] + crumbs.flatMap { [$0.step, $0.stepAddress] }
  }

  /// The same with a gap for each of ``values``.
  fileprivate var gapped: Frame {
    Frame(
      siteName: siteName, title: Drawn.gap(0), stylesheet: stylesheet, mark: mark,
      canonical: canonical.map { _ in Drawn.gap(2) }, data: data.map { _ in Drawn.gap(3) },
      hasCrumbs: hasCrumbs,
      crumbs: crumbs.indices.map {
        Crumb(step: Drawn.gap(4 + 2 * $0), stepAddress: Drawn.gap(5 + 2 * $0))
      }, here: Drawn.gap(1), inquiry: inquiry)
  }
}
