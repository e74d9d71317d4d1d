-- schema: record
--
-- The last question of a transcript is asked for with every import, for each
-- transcript of the inquiry.

CREATE INDEX question_block_source_number_idx ON record.question_block (source_id, number);
DROP INDEX record.question_block_source_id_idx;
