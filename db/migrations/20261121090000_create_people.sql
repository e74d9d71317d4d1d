-- schema: record
--
-- The working record begins with who acts: staff, their tokens, what they did;
-- and with people, whose protected names lie in a table of their own from the
-- first day, because a name that was once in the wrong table is in its backups.

CREATE SCHEMA record;
COMMENT ON SCHEMA record IS 'The working record. Staff only; private by default.';
GRANT USAGE ON SCHEMA record TO inquiry_staff;

CREATE TABLE record.body (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug text NOT NULL CONSTRAINT body_slug_key UNIQUE
    CONSTRAINT body_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
  name text NOT NULL CONSTRAINT body_name_present CHECK (name <> ''),
  kind text NOT NULL CONSTRAINT body_kind_known CHECK (kind IN (
    'commons_committee', 'lords_committee', 'joint_committee', 'all_party_group',
    'statutory_inquiry')),
  revision integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE record.body IS 'A body that inquires: a committee, a group, a statutory inquiry.';
COMMENT ON COLUMN record.body.kind IS 'Decides rubric, citation form, reply clock and consent rule.';
COMMENT ON COLUMN record.body.revision IS 'Goes up with each change; what If-Match compares.';

CREATE TABLE record.inquiry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  body_id bigint NOT NULL REFERENCES record.body,
  slug text NOT NULL CONSTRAINT inquiry_slug_key UNIQUE
    CONSTRAINT inquiry_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
  title text NOT NULL CONSTRAINT inquiry_title_present CHECK (title <> ''),
  reference_prefix text NOT NULL
    CONSTRAINT inquiry_reference_prefix_form CHECK (reference_prefix ~ '^[A-Z]{3}$'),
  summary text NOT NULL DEFAULT '',
  predecessor_id bigint REFERENCES record.inquiry
    CONSTRAINT inquiry_predecessor_other CHECK (predecessor_id <> id),
  is_launched boolean NOT NULL DEFAULT false,
  launched_on date,
  reported_on date,
  is_illustrative boolean NOT NULL DEFAULT false,
  banner text,
  time_zone text NOT NULL DEFAULT 'Europe/London',
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT inquiry_launched_has_day CHECK (NOT is_launched OR launched_on IS NOT NULL)
);
CREATE INDEX inquiry_body_id_idx ON record.inquiry (body_id);
CREATE INDEX inquiry_predecessor_id_idx ON record.inquiry (predecessor_id);
COMMENT ON TABLE record.inquiry IS 'One inquiry of a body, from its launch to its report.';
COMMENT ON COLUMN record.inquiry.reference_prefix IS 'Three letters that open its references, such as CTI in CTI0012.';
COMMENT ON COLUMN record.inquiry.is_launched IS 'False until an act makes the inquiry itself public.';
COMMENT ON COLUMN record.inquiry.is_illustrative IS 'True for a worked example; its pages say so.';
COMMENT ON COLUMN record.inquiry.banner IS 'One line that every public page and document of it carries.';
COMMENT ON COLUMN record.inquiry.time_zone IS 'IANA name; which day an instant falls on is asked of it.';

CREATE TABLE record.terms_of_reference (
  inquiry_id bigint NOT NULL REFERENCES record.inquiry,
  version integer NOT NULL CONSTRAINT terms_of_reference_version_positive CHECK (version > 0),
  text text NOT NULL CONSTRAINT terms_of_reference_text_present CHECK (text <> ''),
  agreed_on date,
  PRIMARY KEY (inquiry_id, version)
);
COMMENT ON TABLE record.terms_of_reference IS 'What the inquiry asks; a revision is a new version, the old one stays.';

CREATE TABLE record.person (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CONSTRAINT person_name_present CHECK (name <> ''),
  sort_name text NOT NULL,
  is_protected boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX person_name_idx ON record.person (name);
COMMENT ON TABLE record.person IS 'Somebody who spoke, sat or signed. Two people may bear one name.';
COMMENT ON COLUMN record.person.name IS 'The name that is printed; of a protected person, the stable pseudonym.';
COMMENT ON COLUMN record.person.is_protected IS 'The real name, if known at all, lies in record.identity alone.';

CREATE TABLE record.identity (
  person_id bigint PRIMARY KEY REFERENCES record.person,
  name text NOT NULL CONSTRAINT identity_name_present CHECK (name <> ''),
  protected_terms text[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE record.identity IS 'The identity register: real names of protected people. Read only by an act that says so.';
COMMENT ON COLUMN record.identity.protected_terms IS 'Words that would give the person away; looked for in whatever is about to be published.';
ALTER TABLE record.identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.identity FORCE ROW LEVEL SECURITY;
-- The second wall: even staff connections see no row unless the transaction
-- names the act under which the register is opened.
CREATE POLICY identity_by_act ON record.identity TO inquiry_staff
  USING (current_setting('inquiry.register', true) = 'open')
  WITH CHECK (current_setting('inquiry.register', true) = 'open');

CREATE TABLE record.staff_user (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CONSTRAINT staff_user_name_key UNIQUE
    CONSTRAINT staff_user_name_present CHECK (name <> ''),
  revision integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE record.staff_user IS 'Somebody who works in the record: clerk, author, administrator.';

CREATE TABLE record.staff_role (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff_user_id bigint NOT NULL REFERENCES record.staff_user,
  inquiry_id bigint REFERENCES record.inquiry,
  role text NOT NULL CONSTRAINT staff_role_known CHECK (role IN ('clerk', 'author', 'administrator')),
  CONSTRAINT staff_role_once UNIQUE NULLS NOT DISTINCT (staff_user_id, inquiry_id, role)
);
CREATE INDEX staff_role_inquiry_id_idx ON record.staff_role (inquiry_id);
COMMENT ON TABLE record.staff_role IS 'What a staff user may do, in one inquiry or, where inquiry_id is null, in all.';

CREATE TABLE record.token (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff_user_id bigint NOT NULL REFERENCES record.staff_user,
  digest bytea NOT NULL CONSTRAINT token_digest_key UNIQUE
    CONSTRAINT token_digest_length CHECK (octet_length(digest) = 32),
  label text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
CREATE INDEX token_staff_user_id_idx ON record.token (staff_user_id);
COMMENT ON TABLE record.token IS 'A bearer token of a staff user.';
COMMENT ON COLUMN record.token.digest IS 'SHA-256 of the token; the token itself is shown once and kept nowhere.';

CREATE TABLE record.idempotency_key (
  token_id bigint NOT NULL REFERENCES record.token,
  key text NOT NULL CONSTRAINT idempotency_key_length CHECK (length(key) BETWEEN 1 AND 200),
  request_digest bytea NOT NULL,
  status integer NOT NULL,
  body bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (token_id, key)
);
CREATE INDEX idempotency_key_created_at_idx ON record.idempotency_key (created_at);
COMMENT ON TABLE record.idempotency_key IS 'Answers to writes already done, kept seven days, so that a retry does not act twice.';

CREATE TABLE record.audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  staff_user_id bigint REFERENCES record.staff_user,
  inquiry_id bigint REFERENCES record.inquiry,
  act text NOT NULL,
  subject text NOT NULL,
  detail json NOT NULL,
  digest bytea NOT NULL CONSTRAINT audit_entry_digest_length CHECK (octet_length(digest) = 32),
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX audit_entry_staff_user_id_idx ON record.audit_entry (staff_user_id);
CREATE INDEX audit_entry_inquiry_id_idx ON record.audit_entry (inquiry_id, id);
CREATE INDEX audit_entry_sealing_idx ON record.audit_entry (transaction_id, id);
COMMENT ON TABLE record.audit_entry IS 'One line for every act and every reading of confidential material. Never updated or deleted.';
COMMENT ON COLUMN record.audit_entry.staff_user_id IS 'Null for an act of the operator at the machine itself.';
COMMENT ON COLUMN record.audit_entry.detail IS 'Kept as json, not jsonb: the digest is over these very bytes.';
COMMENT ON COLUMN record.audit_entry.digest IS 'HMAC-SHA-256 over the canonical bytes of the entry.';
COMMENT ON COLUMN record.audit_entry.transaction_id IS 'Lets the sealer leave alone what may still be joined by an earlier number.';

CREATE TABLE record.audit_seal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  first_entry_id bigint NOT NULL REFERENCES record.audit_entry,
  last_entry_id bigint NOT NULL REFERENCES record.audit_entry,
  last_transaction_id xid8 NOT NULL,
  entry_count integer NOT NULL,
  previous bytea NOT NULL,
  root bytea NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT audit_seal_last_entry_key UNIQUE (last_entry_id),
  CONSTRAINT audit_seal_previous_key UNIQUE (previous)
);
CREATE INDEX audit_seal_first_entry_id_idx ON record.audit_seal (first_entry_id);
COMMENT ON TABLE record.audit_seal IS 'A Merkle root over a run of entries, chained to the seal before it.';
COMMENT ON COLUMN record.audit_seal.last_transaction_id IS 'Entries are sealed in the order of transaction and id: ids alone are drawn before others commit.';
COMMENT ON COLUMN record.audit_seal.previous IS 'Root of the seal before; unique, so that the chain cannot fork.';

CREATE FUNCTION record.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of %.% are never changed or deleted', TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION record.refuse_change IS 'Holds tables to which rows are only ever added.';
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON record.audit_entry
  EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER audit_seal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON record.audit_seal
  EXECUTE FUNCTION record.refuse_change();

GRANT SELECT, INSERT, UPDATE ON
  record.body, record.inquiry, record.person, record.identity, record.staff_user, record.token
  TO inquiry_staff;
GRANT SELECT, INSERT ON
  record.terms_of_reference, record.idempotency_key, record.audit_entry, record.audit_seal
  TO inquiry_staff;
GRANT SELECT, INSERT ON record.staff_role TO inquiry_staff;
GRANT DELETE ON record.idempotency_key TO inquiry_staff;
