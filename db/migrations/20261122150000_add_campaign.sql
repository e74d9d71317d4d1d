-- schema: record
--
-- Many people send the same letter, often with words of their own. That
-- submissions are like each other is found anew from their words whenever it is
-- asked; what a clerk said of it is kept.

CREATE TABLE record.campaign (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  name text NOT NULL CONSTRAINT campaign_name_present CHECK (name <> ''),
  CONSTRAINT campaign_name_key UNIQUE (inquiry_id, name)
);
COMMENT ON TABLE record.campaign IS 'A letter that many were asked to send, as a clerk confirmed and named it.';

ALTER TABLE record.written_submission
  ADD COLUMN campaign_id bigint REFERENCES record.campaign,
  ADD COLUMN stands_alone boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT written_submission_alone_or_of_campaign
    CHECK (NOT stands_alone OR campaign_id IS NULL);
CREATE INDEX written_submission_campaign_id_idx ON record.written_submission (campaign_id);
COMMENT ON COLUMN record.written_submission.campaign_id IS 'The campaign that a clerk confirmed it to be of.';
COMMENT ON COLUMN record.written_submission.stands_alone IS 'A clerk looked at it and said that it is of no campaign, whatever it is like.';

GRANT SELECT, INSERT ON record.campaign TO inquiry_staff;
