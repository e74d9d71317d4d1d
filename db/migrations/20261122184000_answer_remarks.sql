-- schema: record
--
-- What an inquiry wants the checker to ask, and what people said of its
-- remarks. The remarks themselves are found anew whenever they are asked for.

CREATE TABLE record.check_policy (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL CONSTRAINT check_policy_inquiry_id_key UNIQUE REFERENCES record.inquiry,
  sources_per_finding integer NOT NULL
    CONSTRAINT check_policy_sources_per_finding_range CHECK (sources_per_finding BETWEEN 1 AND 100),
  minimum_base integer
    CONSTRAINT check_policy_minimum_base_range CHECK (minimum_base BETWEEN 1 AND 1000000),
  revision integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE record.check_policy IS 'What the checker asks of the report of an inquiry, where not as the product has it.';
COMMENT ON COLUMN record.check_policy.sources_per_finding IS 'Sources that a finding rests on at least; of fewer it is remarked.';
COMMENT ON COLUMN record.check_policy.minimum_base IS 'Respondents that a figure rests on at least; null where the inquiry names no number.';

CREATE TABLE record.check_weight (
  check_policy_id bigint NOT NULL REFERENCES record.check_policy,
  code text NOT NULL CONSTRAINT check_weight_code_form CHECK (code ~ '^[a-z]+(_[a-z]+)*$'),
  severity text NOT NULL
    CONSTRAINT check_weight_severity_known CHECK (severity IN ('error', 'warning', 'information')),
  PRIMARY KEY (check_policy_id, code)
);
COMMENT ON TABLE record.check_weight IS 'How much the remarks of a code weigh in an inquiry: an error stops the report, a warning wants an answer.';

CREATE TABLE record.remark_answer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  code text NOT NULL,
  place text NOT NULL,
  owner_staff_user_id bigint REFERENCES record.staff_user,
  due_on date,
  waived_words text,
  waived_reason text CONSTRAINT remark_answer_waived_reason_present CHECK (waived_reason <> ''),
  waived_on date,
  waived_by_staff_user_id bigint REFERENCES record.staff_user,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT remark_answer_place_key UNIQUE (inquiry_id, code, place),
  CONSTRAINT remark_answer_due_with_owner
    CHECK (due_on IS NULL OR owner_staff_user_id IS NOT NULL),
  CONSTRAINT remark_answer_waiver_whole
    CHECK (num_nonnulls(waived_words, waived_reason, waived_on) IN (0, 3)),
  CONSTRAINT remark_answer_waived_by_with_waiver
    CHECK (waived_by_staff_user_id IS NULL OR waived_on IS NOT NULL)
);
CREATE INDEX remark_answer_owner_staff_user_id_idx ON record.remark_answer (owner_staff_user_id);
CREATE INDEX remark_answer_waived_by_staff_user_id_idx
  ON record.remark_answer (waived_by_staff_user_id);
COMMENT ON TABLE record.remark_answer IS 'What people said of a remark of the checker: who answers it until when, or why it may stand.';
COMMENT ON COLUMN record.remark_answer.place IS 'Names the place of the remark so that it stays the same between versions of the draft.';
COMMENT ON COLUMN record.remark_answer.waived_words IS 'The words at the place when it was waived; a waiver holds while they are as they were.';
COMMENT ON COLUMN record.remark_answer.waived_by_staff_user_id IS 'Who waived it; null for the operator.';

GRANT SELECT, INSERT, UPDATE ON record.check_policy, record.remark_answer TO inquiry_staff;
GRANT SELECT, INSERT, DELETE ON record.check_weight TO inquiry_staff;
