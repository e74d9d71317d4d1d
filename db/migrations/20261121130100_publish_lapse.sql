-- schema: published
--
-- The public is told that an inquiry lapsed, on the pages that stay.

ALTER TABLE published.inquiry ADD COLUMN lapsed_on date;
COMMENT ON COLUMN published.inquiry.lapsed_on IS 'Day on which the body ceased to be; what was public stays.';
