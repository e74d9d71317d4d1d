/// What the tests publish: an inquiry of a group with every kind of session,
/// and one of a committee that has heard nobody yet.
enum PublicFixture {
  static let inquiry = "/inquiries/hedges"
  static let api = "/api/public/v1"
  static let banner = "A worked example & nobody's record."
  static let rubric = "This is not an official publication"

  static let sql = """
    INSERT INTO published.inquiry VALUES
      (1, 'hedges', 'Hedges & <ditches>', 'Group for Hedges', 'all_party_group',
        E'Who keeps hedges?\\n\\nWe asked.', E'It asks:\\n\\n1. Who?\\n2. How?', '2024-01-08',
        '2024-09-02', 'ponds', true, '\(banner.replacing("'", with: "''"))'),
      (2, 'ponds', 'Ponds', 'Ponds Committee', 'lords_committee', 'Ponds.', '', '2023-01-09', NULL,
        NULL, false, NULL);
    INSERT INTO published.person VALUES
      (1, 'Ann Chair', 'Chair Ann'), (2, 'Bo Member', 'Member Bo'),
      (3, 'Old Name', 'Name Old'), (4, 'Dr Green', 'Green'), (5, 'Eve Late', 'Late Eve');
    INSERT INTO published.session VALUES
      (1, 1, 1, 'public', '2024-02-06'), (2, 1, 2, 'private', NULL),
      (3, 1, 3, 'public', '2024-03-05'), (4, 1, 4, 'public', '2024-04-09'),
      (5, 1, 5, 'private', NULL);
    INSERT INTO published.session_member VALUES (1, 1, 1, true), (1, 2, 2, false);
    INSERT INTO published.witness VALUES
      (1, 1, 3, 'hedger', 'Hedge Trust', 'Practitioners'), (2, 1, 4, 'ecologist', '', 'Experts'),
      (3, 1, 5, 'farmer', '', 'Practitioners');
    INSERT INTO published.session_witness VALUES (1, 1, 1, 1), (1, 2, 2, 1), (3, 3, 1, 1);
    INSERT INTO published.source VALUES
      (1, 1, 1, 'transcript', 'OS1', 'corrected', 'en', NULL, '2024-02-20', 1, 3),
      (2, 1, 2, 'summary', 'OS2-summary', 'corrected', 'en', '2024-02-28', '2024-03-01', NULL, NULL),
      (3, 1, 3, 'transcript', 'OS3', 'uncorrected', 'en', NULL, '2024-03-12', 4, 5);
    INSERT INTO published.tombstone VALUES
      (4, 1, 4, 'OS4', 'transcript', 6, 7, 'take-down', 'It named a child.', '2024-10-01'),
      (5, 1, 1, 'OS1-note', 'note', NULL, NULL, 'withdraw', 'It was of another day.', '2024-10-02');
    INSERT INTO published.passage VALUES
      (1, 1, 1, 1, 'turn', 0, 1, NULL, 1, NULL, 'Chair', true),
      (2, 1, 1, 2, 'turn', 1, 0, NULL, 1, 2, NULL, false),
      (3, 1, 1, 3, 'turn', 1, 1, NULL, 1, 3, NULL, false),
      (4, 1, 1, 4, 'stage', 1, NULL, NULL, 1, NULL, NULL, false),
      (5, 1, 1, 5, 'turn', 2, 0, NULL, 1, 2, NULL, false),
      (6, 1, 1, 6, 'turn', 2, 1, NULL, 1, 3, NULL, false),
      (7, 1, 1, 7, 'turn', 3, 0, NULL, 2, 2, NULL, false),
      (8, 1, 1, 8, 'turn', 3, 1, NULL, 2, 4, NULL, false),
      (9, 2, 1, 1, 'point', NULL, NULL, 1, NULL, NULL, NULL, false),
      (10, 2, 1, 2, 'point', NULL, NULL, 2, NULL, NULL, NULL, false),
      (11, 3, 1, 1, 'turn', 4, 0, NULL, 1, NULL, 'Chair', true),
      (12, 3, 1, 2, 'turn', 4, 1, NULL, 1, 5, NULL, false),
      (13, 3, 1, 3, 'turn', 5, 0, NULL, 1, NULL, 'Chair', true);
    INSERT INTO published.passage_version (id, passage_id, number, stage, is_current, text) VALUES
      (1, 1, 1, 'corrected', true, 'Welcome.'),
      (2, 2, 1, 'corrected', true, 'Who lays hedges now?'),
      (3, 3, 1, 'corrected', true, E'Hardly anybody, since <em>nobody</em> pays & few know how.\\n\\nThat is all.'),
      (4, 4, 1, 'corrected', true, 'The lights went out.'),
      (5, 5, 1, 'corrected', true, 'And who pays?'), (6, 6, 1, 'corrected', true, 'We do.'),
      (7, 7, 1, 'corrected', true, 'What lives there?'),
      (8, 8, 1, 'corrected', true, 'Dormice, mostly.'),
      (9, 9, 1, 'corrected', true, 'They met in private.'),
      (10, 10, 1, 'corrected', true, 'They wanted hedges.'),
      (11, 11, 1, 'uncorrected', true, 'Are there fewer?'),
      (12, 12, 1, 'uncorrected', true, 'Fewer every year.'),
      (113, 13, 1, 'uncorrected', false, 'Thanks to you all.'),
      (13, 13, 2, 'uncorrected', true, 'Thank you.');
    INSERT INTO published.correction VALUES
      (1, 13, 'misreport', 2, false, NULL, NULL, NULL, '2024-04-01'),
      (2, 8, 'footnote', NULL, false, NULL, 'And <newts>.', NULL, '2024-04-02'),
      (3, 8, 'supplementary', NULL, false, NULL, NULL, 'HED0001', '2024-04-03'),
      (4, 12, 'footnote', NULL, false, NULL, 'Since 1990.', NULL, '2024-04-04');
    INSERT INTO published.report VALUES (1, 1, 1, 'Laid low', '2024-09-02', 4, NULL);
    INSERT INTO published.finding VALUES (1, 1, 'few-hedgers');
    INSERT INTO published.recommendation VALUES (1, 1, 1, 'pay'), (2, 1, NULL, 'count');
    INSERT INTO published.addressee VALUES (1, 1, 'The Government'), (1, 2, 'Councils');
    INSERT INTO published.limb VALUES
      (1, 1, 'Pay for it', 'pay <everybody>', 'by 2025', '2025-12-31', NULL, NULL, NULL, NULL, NULL),
      (1, 3, 'it', 'count', 'after the Budget', NULL, 'Budget', NULL, NULL, 6, 0);
    INSERT INTO published.limb_addressee VALUES
      (1, 1, 1, 'The Government', 'government', false), (1, 1, 2, 'Councils', 'local-authorities', true);
    INSERT INTO published.lineage VALUES (1, 1, 'extends', 2, NULL, NULL, NULL);
    INSERT INTO published.report_block VALUES
      (1, 0, 'heading', 1, NULL, NULL, NULL, NULL, NULL, 'Hedges', 'Hedges'),
      (1, 1, 'paragraph', NULL, NULL, 1, NULL, NULL, NULL,
        'Few are left [see @Q1, Old Name; @OS2, point 2]. One told us more [@Q6, Secret Name].',
        '<p>Few are left <cite data-citation="0"></cite>. One told us more <cite data-citation="1"></cite>.</p>'),
      (1, 2, 'finding', NULL, 'few-hedgers', 2, 1, 1, NULL, 'Few can lay one [@Q1-2].',
        '<p>Few can lay one <cite data-citation="2"></cite>.<br>So it is.</p>'),
      (1, 3, 'recommendation', NULL, 'pay', 3, 1, NULL, 1, 'Pay for it [@Q2].',
        '<p>Pay for it <cite data-citation="3"></cite>.</p>'),
      (1, 4, 'recommendation', NULL, 'count', 4, 2, NULL, 2, 'Count them.', '<p>Count them.</p>');
    INSERT INTO published.citation VALUES
      (1, 1, 1, 0, 0, 'Q1, Old Name'), (2, 1, 1, 0, 1, 'OS2, point 2'),
      (3, 1, 1, 1, 0, 'Q6, Secret Name'), (4, 1, 2, 2, 0, 'Q1-2'), (5, 1, 3, 3, 0, 'Q2');
    INSERT INTO published.citation_passage VALUES
      (1, 0, 3), (2, 0, 10), (4, 0, 2), (4, 1, 3), (4, 2, 5), (4, 3, 6), (5, 0, 5), (5, 1, 6);
    INSERT INTO published.link VALUES
      (1, NULL, 1, 3, 'supports', 'few know how'), (2, NULL, 1, 10, 'context', 'They wanted hedges.'),
      (3, NULL, 1, 12, 'contrasts', NULL), (4, 1, NULL, 3, 'supports', 'Hardly anybody');
    UPDATE published.link SET limb = 3 WHERE id = 3;
    """
}
