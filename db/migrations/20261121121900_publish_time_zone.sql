-- schema: published
--
-- Whether a call for evidence is open depends on the day, and the day on the
-- inquiry's time zone.

ALTER TABLE published.inquiry ADD COLUMN time_zone text NOT NULL DEFAULT 'Europe/London';
COMMENT ON COLUMN published.inquiry.time_zone IS 'IANA name; which day it is for the inquiry is asked of it.';
