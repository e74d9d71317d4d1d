-- schema: published
--
-- What is public of a document beside its words.

CREATE TABLE published.document (
  source_id bigint PRIMARY KEY REFERENCES published.source ON DELETE CASCADE,
  inquiry_id bigint NOT NULL REFERENCES published.inquiry ON DELETE CASCADE,
  number integer NOT NULL,
  kind text NOT NULL,
  author text NOT NULL,
  year integer,
  dated_on date,
  address text,
  full_reference text NOT NULL,
  is_external boolean NOT NULL
);
CREATE INDEX document_inquiry_id_idx ON published.document (inquiry_id);
COMMENT ON TABLE published.document IS 'What is public of a document beside its words.';
COMMENT ON COLUMN published.document.is_external IS 'Whether it is only referred to, and its words are held elsewhere.';

GRANT SELECT, INSERT, UPDATE, DELETE ON published.document TO inquiry_staff;
GRANT SELECT ON published.document TO inquiry_public;
