-- schema: record
--
-- A witness's copy comes back with comments beside tracked changes. A comment
-- proposes no words of the record; it is listed with the changes, becomes what
-- stands beneath the answer, or is dismissed.

ALTER TABLE record.tracked_change
  ADD COLUMN comment text,
  ADD COLUMN commented text,
  ADD CONSTRAINT tracked_change_is_comment CHECK (CASE
    WHEN comment IS NULL THEN commented IS NULL
    ELSE comment <> '' AND commented IS NOT NULL AND gone = '' AND come = ''
      AND decision <> 'accepted' END);
COMMENT ON TABLE record.tracked_change IS 'A tracked change or comment of a returned copy, and what was decided on it.';
COMMENT ON COLUMN record.tracked_change.comment IS 'What a comment says; null for a change.';
COMMENT ON COLUMN record.tracked_change.commented IS 'The words that a comment is on, as the file has them; empty where it hangs between words.';
