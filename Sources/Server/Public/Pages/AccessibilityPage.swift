/// What is known of how well everybody can use the site.
struct AccessibilityPage: TemplatePage {
  static let template = "accessibility"

  let frame: Frame
  /// To whom a difficulty is told; `nil` where the operator named nobody.
  let contact: String?

  init(contact: String?, _ drawing: PublicDrawing) {
    frame = drawing.frame("Accessibility statement", at: "/accessibility")
    self.contact = contact
  }
}
