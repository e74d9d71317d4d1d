-- The three roles, and what each may do in the current database. Run by a
-- superuser in every database of the product, again after any change here;
-- running it twice changes nothing:
--
--   psql -X -1 -v ON_ERROR_STOP=1 -d inquiry -f db/roles.sql
--
-- Plain SQL without psql's own commands, so that the tests can send it whole.
-- What the roles may do with tables stands in the migrations, beside the tables.

DO $roles$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['inquiry_owner', 'inquiry_staff', 'inquiry_public'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I', wanted);
    EXCEPTION
      -- Roles belong to the cluster: another database brought this one, or is doing so now.
      WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    -- LOGIN: each surface of the product connects as its own role, so that a
    -- mistake in one cannot borrow the rights of another. Nothing else: a
    -- superuser, BYPASSRLS or REPLICATION would read past every grant and
    -- policy, CREATEROLE could promote itself. Said again for roles that were
    -- there before.
    EXECUTE format(
      'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
      wanted);
  END LOOP;

  -- By default everybody may connect and make temporary tables. A temporary
  -- table or function in front of the real one is an old way to trick others.
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format(
    'GRANT CONNECT ON DATABASE %I TO inquiry_owner, inquiry_staff, inquiry_public',
    current_database());
  -- CREATE: migrations make the schemas, and those extensions that need no superuser.
  EXECUTE format('GRANT CREATE ON DATABASE %I TO inquiry_owner', current_database());
END
$roles$;

-- Nothing of ours lives in schema public; nobody finds anything there by accident.
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- What follows holds for whoever connects as these roles, psql too. The product
-- asks for its own limits when it connects, and those win.

-- A migration that waits for a lock holds up every query that comes after it:
-- better to fail, and to be run again at a quieter moment.
ALTER ROLE inquiry_owner SET lock_timeout = '10s';

-- The longest statement of staff is one batch of an import or a rebuild; what
-- runs for five minutes has run away.
ALTER ROLE inquiry_staff SET statement_timeout = '5min';
-- Two clerks on one row: the second hears of it while still at the desk.
ALTER ROLE inquiry_staff SET lock_timeout = '15s';
-- No transaction waits for a person or a network; one that idles has lost its
-- server, and holds up vacuum and everyone behind its locks.
ALTER ROLE inquiry_staff SET idle_in_transaction_session_timeout = '60s';

-- The public surface only reads. A grant that slips in by mistake cannot write.
ALTER ROLE inquiry_public SET default_transaction_read_only = on;
-- Readers leave before ten seconds; so should their query.
ALTER ROLE inquiry_public SET statement_timeout = '10s';
ALTER ROLE inquiry_public SET lock_timeout = '2s';
ALTER ROLE inquiry_public SET idle_in_transaction_session_timeout = '10s';
-- Compiling costs more than these short queries take; a wrong estimate turns it on.
ALTER ROLE inquiry_public SET jit = off;
