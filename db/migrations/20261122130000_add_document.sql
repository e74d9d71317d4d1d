-- schema: record
--
-- What a document has beside every source: whose it is, when and where it
-- appeared, and the full reference by which a reader finds it elsewhere. A
-- document of which no file is held is a stub: it is cited, and not quoted.

CREATE TABLE record.document (
  source_id bigint PRIMARY KEY REFERENCES record.source ON DELETE CASCADE,
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  number integer NOT NULL CONSTRAINT document_number_positive CHECK (number > 0),
  kind text NOT NULL CONSTRAINT document_kind_known
    CHECK (kind IN ('report', 'law', 'statistics', 'analysis', 'other')),
  author text NOT NULL CONSTRAINT document_author_present CHECK (author <> ''),
  year integer CONSTRAINT document_year_form CHECK (year BETWEEN 1000 AND 9999),
  dated_on date,
  address text CONSTRAINT document_address_form CHECK (address ~ '^https?://'),
  full_reference text NOT NULL
    CONSTRAINT document_full_reference_present CHECK (full_reference <> ''),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT document_number_key UNIQUE (inquiry_id, number),
  CONSTRAINT document_year_fits_day
    CHECK (dated_on IS NULL OR year = extract(year FROM dated_on))
);
COMMENT ON TABLE record.document IS 'An earlier report, law, statistics or analysis that the inquiry works with.';
COMMENT ON COLUMN record.document.number IS '3 in D3; never reused.';
COMMENT ON COLUMN record.document.author IS 'Who wrote it, a person or a body.';
COMMENT ON COLUMN record.document.year IS 'When it appeared, where it is known.';
COMMENT ON COLUMN record.document.dated_on IS 'The day, where more than the year is known.';
COMMENT ON COLUMN record.document.address IS 'Where it can be read on the web.';
COMMENT ON COLUMN record.document.full_reference IS 'The whole reference as it is cited.';

GRANT SELECT, INSERT, UPDATE ON record.document TO inquiry_staff;
