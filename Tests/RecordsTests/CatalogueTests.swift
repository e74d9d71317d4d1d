import Postgres
import Records
import TestSupport
import Testing

/// Asks the catalogue what every migration must hold.
@Suite(.database) struct CatalogueTests {
  private func names(_ sql: SQL) async throws -> [String] {
    let database = try TestDatabase.require()
    return try await database.asSuperuser { try $0.query(sql) { try $0.next() } }
  }

  @Test func `every table has a primary key`() async throws {
    let bare = try await names(
      """
      SELECT nspname || '.' || relname FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname IN ('record', 'published') AND relkind = 'r'
        AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = pg_class.oid AND indisprimary)
      """)
    #expect(bare == [])
  }

  @Test func `every table is explained`() async throws {
    let silent = try await names(
      """
      SELECT nspname || '.' || relname FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname IN ('record', 'published') AND relkind = 'r'
        AND obj_description(pg_class.oid, 'pg_class') IS NULL
      """)
    #expect(silent == [])
  }

  @Test func `every foreign key is the leading part of an index`() async throws {
    let bare = try await names(
      """
      SELECT conrelid::regclass || '.' || conname FROM pg_constraint
      JOIN pg_class ON pg_class.oid = conrelid
      JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE contype = 'f' AND nspname IN ('record', 'published')
        AND NOT EXISTS (
          SELECT FROM pg_index
          WHERE indrelid = conrelid AND indpred IS NULL
            AND (string_to_array(indkey::text, ' ')::smallint[])[1:cardinality(conkey)]
              @> conkey)
      """)
    #expect(bare == [])
  }

  @Test func `foreign key columns are named after the table they lead to`() async throws {
    let odd = try await names(
      """
      SELECT conrelid::regclass || '.' || attname FROM pg_constraint
      JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      JOIN pg_class AS target ON target.oid = confrelid
      WHERE contype = 'f' AND cardinality(conkey) = 1
        AND attname NOT LIKE '%' || target.relname || '_id'
        AND (conrelid::regclass::text, attname) NOT IN (
          -- named for what the other row is to this one
          ('record.inquiry', 'predecessor_id'), ('record.link', 'affirmed_by'),
          ('record.claim', 'bound_by'),
          ('record.draft_version', 'pushed_by'), ('record.audit_seal', 'first_entry_id'),
          ('record.audit_seal', 'last_entry_id'))
      """)
    #expect(odd == [])
  }

  @Test func `nothing in published refers outside it`() async throws {
    let outside = try await names(
      """
      SELECT pg_describe_object(depend.classid, depend.objid, depend.objsubid)
      FROM pg_depend AS depend
      JOIN pg_class AS ours ON depend.classid = 'pg_class'::regclass AND ours.oid = depend.objid
        OR depend.classid = 'pg_constraint'::regclass AND ours.oid = (
          SELECT conrelid FROM pg_constraint WHERE pg_constraint.oid = depend.objid)
        OR depend.classid = 'pg_attrdef'::regclass AND ours.oid = (
          SELECT adrelid FROM pg_attrdef WHERE pg_attrdef.oid = depend.objid)
      JOIN pg_namespace AS home ON home.oid = ours.relnamespace AND home.nspname = 'published'
      LEFT JOIN pg_class AS other
        ON depend.refclassid = 'pg_class'::regclass AND other.oid = depend.refobjid
      LEFT JOIN pg_type AS type
        ON depend.refclassid = 'pg_type'::regclass AND type.oid = depend.refobjid
      LEFT JOIN pg_proc AS function
        ON depend.refclassid = 'pg_proc'::regclass AND function.oid = depend.refobjid
      JOIN pg_namespace AS away ON away.oid = coalesce(
        other.relnamespace, type.typnamespace, function.pronamespace)
      WHERE away.nspname NOT IN ('published', 'pg_catalog', 'pg_toast')
      """)
    #expect(outside == [])
  }

  @Test func `published has no sequences and no enums`() async throws {
    let found = try await names(
      """
      SELECT relname::text FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = 'published' AND relkind = 'S'
      UNION ALL
      SELECT typname::text FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
      WHERE nspname IN ('published', 'record') AND typtype = 'e'
      """)
    #expect(found == [])
  }

  @Test func `the public role sees published and nothing of the record`() async throws {
    let seen = try await names(
      """
      SELECT nspname || '.' || relname FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'migration')
        AND relkind IN ('r', 'v', 'm', 'S')
        AND (has_table_privilege('inquiry_public', pg_class.oid, 'SELECT') <> (nspname = 'published')
          OR relkind <> 'S' AND (
            has_table_privilege('inquiry_public', pg_class.oid, 'INSERT')
            OR has_table_privilege('inquiry_public', pg_class.oid, 'UPDATE')
            OR has_table_privilege('inquiry_public', pg_class.oid, 'DELETE')))
      UNION ALL
      SELECT nspname::text FROM pg_namespace
      WHERE nspname = 'record' AND has_schema_privilege('inquiry_public', oid, 'USAGE')
      """)
    #expect(seen == [])
  }

  @Test func `staff can neither change nor delete what is only ever added to`() async throws {
    let loose = try await names(
      """
      SELECT 'record.' || relname FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace AND nspname = 'record'
      WHERE relname IN (
          'audit_entry', 'audit_seal', 'decision', 'source_decision', 'original',
          'original_chunk', 'question_block', 'report', 'draft_version')
        AND (has_table_privilege('inquiry_staff', pg_class.oid, 'UPDATE')
          OR has_table_privilege('inquiry_staff', pg_class.oid, 'DELETE'))
      """)
    #expect(loose == [])
    let words = try await names(
      """
      SELECT attname::text FROM pg_attribute
      WHERE attrelid = 'record.passage_version'::regclass AND attnum > 0
        AND has_column_privilege('inquiry_staff', attrelid, attnum, 'UPDATE')
      """)
    #expect(words.sorted() == ["is_current", "stage"])
  }

  @Test func `nobody deletes from the record except where a list is replaced`() async throws {
    let deletable = try await names(
      """
      SELECT relname::text FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace AND nspname = 'record'
      WHERE relkind = 'r' AND has_table_privilege('inquiry_staff', pg_class.oid, 'DELETE')
      ORDER BY relname
      """)
    #expect(
      deletable == [
        "addressee", "check_weight", "contribution", "idempotency_key", "limb", "limb_addressee",
        "lineage", "panel_witness", "session_member", "staff_role",
      ])
  }

  @Test func `what hangs on evidence goes with it or stops its import from being undone`()
    async throws
  {
    let stopping = try await names(
      """
      SELECT conrelid::regclass || '.' || attname FROM pg_constraint
      JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE contype = 'f' AND confdeltype <> 'c' AND confrelid IN (
        'record.source'::regclass, 'record.passage'::regclass,
        'record.passage_version'::regclass, 'record.question_block'::regclass)
      ORDER BY 1
      """)
    #expect(
      stopping == [
        // what rests on it
        "record.citation_passage.passage_version_id", "record.claim.passage_version_id",
        "record.correction.supplement_source_id", "record.lineage.source_id",
        "record.link.passage_id", "record.link.passage_version_id",
        // a log is not imported
        "record.log_line.passage_id",
        // goes with the same source by another key
        "record.passage.question_block_id", "record.report_lineage.source_id",
        "record.report_link.passage_version_id", "record.source.carried_from_source_id",
        "record.written_submission.supplements_source_id",
      ])
  }

  @Test func `every mutable table has a revision or a reason for none`() async throws {
    let bare = try await names(
      """
      SELECT relname::text FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace AND nspname = 'record'
      WHERE relkind = 'r' AND has_table_privilege('inquiry_staff', pg_class.oid, 'UPDATE')
        AND NOT EXISTS (
          SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'revision')
      ORDER BY relname
      """)
    // identity and former name go with their person, a passage with its versions, who sat with
    // the session, a period with its call; a token is only revoked.
    #expect(
      bare == [
        "call_period", "former_name", "identity", "panel_witness", "passage", "session_member",
        "token",
      ])
  }

  @Test func `even the owner cannot change the audit`() async throws {
    let database = try TestDatabase.require()
    let owner = try TestDatabase.pool(database.conninfo("inquiry_owner"), size: 1)
    for statement: SQL in [
      "UPDATE record.audit_entry SET act = 'x'", "DELETE FROM record.audit_entry",
      "TRUNCATE record.audit_entry CASCADE",
    ] {
      await #expect(throws: DatabaseError.self) {
        _ = try await owner.run { try $0.execute(statement) }
      }
    }
    await owner.close()
  }
}
