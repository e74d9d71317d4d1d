extension PublicFixture {
  /// Two calls for evidence, and submissions: of a body with one that adds to it,
  /// of somebody not named, of somebody redacted, and one that was withdrawn.
  static let written = """
    INSERT INTO published.call_for_evidence VALUES
      (1, 1, 'laying', 'Who lays <hedges>?',
        E'# Who lays hedges?\\n\\nTell us *soon*.\\n\\n## What we ask\\n\\n1. Who lays\\n   them?\\n2. Why?\\n\\nWrite to <mailto:hedges@example.org> or [read on](javascript:alert(1)).',
        '2024-01-10'),
      (2, 1, 'ditches', 'Ditches', 'Tell us about ditches.', '2024-01-08');
    INSERT INTO published.call_period VALUES
      (1, 1, '2024-01-10', '2024-02-28'), (1, 2, '2024-05-01', '2024-05-31'),
      (2, 1, '2024-01-08', NULL);
    INSERT INTO published.source VALUES
      (11, 1, NULL, 'written_submission', 'HED0001', 'corrected', 'en', NULL, '2024-03-20', NULL, NULL),
      (12, 1, NULL, 'written_submission', 'HED0002', 'corrected', 'en', NULL, '2024-03-20', NULL, NULL),
      (13, 1, NULL, 'written_submission', 'HED0003', 'corrected', 'en', NULL, '2024-03-21', NULL, NULL);
    INSERT INTO published.written_submission VALUES
      (11, 1, 1, 'A hedge charity', false, false, 'organisation', 'written', NULL, '2024-01-20', '2024-01-19'),
      (12, 1, 1, 'Name withheld', true, false, 'individual', 'written', NULL, '2024-02-06', NULL),
      (13, 1, NULL, 'A hedge charity', false, true, 'organisation', 'supplementary', 'HED0001',
        '2024-03-02', NULL);
    INSERT INTO published.tombstone VALUES
      (14, 1, NULL, 'HED0004', 'written_submission', NULL, NULL, 'withdraw', 'They asked for it.',
        '2024-10-03');
    INSERT INTO published.passage VALUES
      (31, 11, 1, 1, 'heading', NULL, NULL, NULL, NULL, NULL, NULL, false),
      (32, 11, 1, 2, 'paragraph', NULL, NULL, 1, NULL, NULL, NULL, false),
      (33, 11, 1, 3, 'paragraph', NULL, NULL, 2, NULL, NULL, NULL, false),
      (34, 12, 1, 1, 'paragraph', NULL, NULL, 1, NULL, NULL, NULL, false),
      (35, 13, 1, 1, 'paragraph', NULL, NULL, 1, NULL, NULL, NULL, false),
      (36, 13, 1, 2, 'paragraph', NULL, NULL, 3, NULL, NULL, NULL, false);
    INSERT INTO published.passage_version (id, passage_id, number, stage, is_current, text) VALUES
      (31, 31, 1, 'corrected', true, 'Who we are & why'),
      (32, 32, 1, 'corrected', true, 'We lay hedges.'),
      (33, 33, 1, 'corrected', true, 'Nobody counts them.'),
      (34, 34, 1, 'corrected', true, 'I lost mine.'),
      (35, 35, 1, 'corrected', true, 'Since we wrote, [***] has gone.'),
      (36, 36, 1, 'corrected', true, 'The third is the second.');
    INSERT INTO published.lineage VALUES (1, 2, 'repeats', NULL, NULL, 12, 'Lay <more>.');
    UPDATE published.report_block SET markdown = 'Count them [@HED0001, para 2].',
      html = '<p>Count them <cite data-citation="4"></cite>.</p>' WHERE ordinal = 4;
    INSERT INTO published.citation VALUES (6, 1, 4, 4, 0, 'HED0001, para 2');
    INSERT INTO published.citation_passage VALUES (6, 0, 33);
    INSERT INTO published.link VALUES
      (5, NULL, 2, 33, 'supports', 'Nobody counts them.'), (6, 1, NULL, 34, 'context', 'I lost mine.');
    """

  /// A survey that anybody could answer, with a question of which only results came.
  static let survey = """
    INSERT INTO published.source (id, inquiry_id, kind, reference, title, stage, language, published_on)
    VALUES (21, 1, 'survey', 'S1', 'Hedgers', 'corrected', 'en', '2024-03-20');
    INSERT INTO published.survey (source_id, inquiry_id, is_open_link, counts_dont_know, smallest_count, smallest_base)
    VALUES (21, 1, true, true, 5, 10);
    INSERT INTO published.survey_question VALUES
      (1, 21, 1, 'Q1', 'single', 'Do you?', NULL, '{1,2}', '{Yes,No}', '{answer,answer}', NULL, NULL),
      (2, 21, 2, 'Q2', 'single', 'Will you?', NULL, '{1,2}', '{Yes,No}', '{answer,answer}',
        '{70 per cent,30 per cent}', '{"",""}');
    INSERT INTO published.survey_table VALUES (1, 1, NULL, '{30,NULL,NULL}', '{}');
    INSERT INTO published.passage
      (id, source_id, inquiry_id, ordinal, kind, question_code, option_code, is_chair)
    VALUES (71, 21, 1, 1, 'answer', 'Q2', '1', false);
    INSERT INTO published.passage_version (id, passage_id, number, stage, is_current, text) VALUES
      (71, 71, 1, 'corrected', true, 'Yes: 70 per cent, no base published.');
    INSERT INTO published.answer_tombstone VALUES
      (72, 1, 'S1', 'Hedgers', 'Q3', '1', 'It named a hedge.', '2024-04-05');
    """

  /// The report is pinned to what the answer to the second question was.
  static let earlierWords = """
    UPDATE published.passage_version SET number = 2 WHERE id = 6;
    INSERT INTO published.passage_version (id, passage_id, number, stage, is_current, text)
    VALUES (106, 6, 1, 'corrected', false, 'We did.');
    UPDATE published.citation_passage SET passage_version_id = 106 WHERE passage_version_id = 6;
    """

  /// A document of three pages, and one that is only referred to.
  static let document = """
    INSERT INTO published.source (id, inquiry_id, kind, reference, stage, language, published_on, title)
    VALUES (41, 1, 'document', 'D1', 'corrected', 'cy', '2024-03-20', 'Hedge Review, 2011'),
      (42, 1, 'document', 'D2', 'corrected', 'en', '2024-03-20', 'Hedgerows Act 1997');
    INSERT INTO published.document VALUES
      (41, 1, 1, 'report', 'A reviewer', 2011, '2011-07-19', NULL, 'A reviewer, Hedge Review, 2011', false),
      (42, 1, 2, 'law', 'Parliament', 1997, NULL, 'https://example.org/act', 'Hedgerows Act 1997, c 1', true);
    INSERT INTO published.passage
      (id, source_id, inquiry_id, ordinal, kind, point_number, page_number, is_chair)
    VALUES (61, 41, 1, 1, 'heading', NULL, 1, false), (62, 41, 1, 2, 'paragraph', 1, 1, false),
      (63, 41, 1, 3, 'paragraph', 2, 3, false);
    INSERT INTO published.passage
      (id, source_id, inquiry_id, ordinal, kind, outline_number, page_number, is_chair)
    VALUES (64, 41, 1, 4, 'paragraph', '2.17', 3, false);
    INSERT INTO published.passage_version (id, passage_id, number, stage, is_current, text) VALUES
      (64, 64, 1, 'corrected', true, 'Gofynnwn.'), (61, 61, 1, 'corrected', true, 'Why'), (62, 62, 1, 'corrected', true, 'Hedges <shrink>.'),
      (63, 63, 1, 'corrected', true, 'Nobody knows.');
    """
}
