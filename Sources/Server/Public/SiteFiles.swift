import Crypto
import Foundation
import Hummingbird
import Mustache

/// The templates and assets that the site is drawn with, read once at start.
struct SiteFiles: Sendable {
  struct Asset: Sendable {
    let contentType: String
    let body: ByteBuffer
    /// The beginning of its SHA-256; the name under which it never changes.
    let digest: String
  }

  let templates: MustacheLibrary
  let assets: [String: Asset]
  /// Changes whenever a template or asset does.
  let digest: String

  /// Why the site cannot be drawn.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  static let templateFolder = "Templates"

  init(_ bundle: Bundle = .module) throws {
    var templates = MustacheLibrary()
    var assets: [String: Asset] = [:]
    var hash = SHA256()
    for file in try SiteFiles.files(in: SiteFiles.templateFolder, of: bundle) {
      let data = try Data(contentsOf: file)
      hash.update(data: data)
      let name = file.deletingPathExtension().lastPathComponent
      do {
        try templates.register(String(decoding: data, as: UTF8.self), named: name)
      } catch {
        throw Fault(description: "the template \(name) cannot be read: \(error)")
      }
    }
    for file in try SiteFiles.files(in: "Assets", of: bundle) {
      let data = try Data(contentsOf: file)
      hash.update(data: data)
      guard let contentType = SiteFiles.contentTypes[file.pathExtension] else {
        throw Fault(description: "\(file.lastPathComponent) is of no kind that the site serves")
      }
      assets[file.lastPathComponent] = Asset(
        contentType: contentType, body: ByteBuffer(bytes: data),
        digest: SiteFiles.hex(SHA256.hash(data: data)))
    }
    self.templates = templates
    self.assets = assets
    digest = SiteFiles.hex(hash.finalize())
  }

  private static let contentTypes = [
    "css": "text/css; charset=utf-8", "svg": "image/svg+xml; charset=utf-8",
  ]

  private static func files(in folder: String, of bundle: Bundle) throws -> [URL] {
    guard
      let place = bundle.resourceURL?.appendingPathComponent(folder)
        .resolvingSymlinksInPath()
    else {
      throw Fault(description: "the folder \(folder) is missing beside the program")
    }
    return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The address of an asset that may be kept for ever.
  func address(of name: String) -> String {
    "/assets/\(name)?v=\(assets[name]?.digest ?? "")"
  }

  /// Sixteen digits: two files of one site will not share them.
  static func hex(_ digest: SHA256.Digest) -> String {
    let letters = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.prefix(8).flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] },
      as: UTF8.self)
  }
}
