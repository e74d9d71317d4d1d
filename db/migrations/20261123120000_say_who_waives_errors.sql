-- schema: record
--
-- Who wrote a draft need not be who lets its errors stand: an inquiry may leave that to
-- its clerks.

ALTER TABLE record.check_policy
  ADD COLUMN clerks_waive_errors boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN record.check_policy.clerks_waive_errors IS 'Whether a remark that stops the report is waived by a clerk or an administrator alone.';
