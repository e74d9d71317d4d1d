-- schema: record
--
-- Who wrote a draft need not be who lets its errors stand: an inquiry may leave that to
-- authors who are its clerks as well.

ALTER TABLE record.check_policy
  ADD COLUMN clerks_waive_errors boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN record.check_policy.clerks_waive_errors IS 'Whether a remark that stops the report is waived only by an author who is a clerk as well, or by an administrator.';
