CREATE TABLE "exhibition_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"step" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text DEFAULT '' NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stand_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"stand_id" text NOT NULL,
	"step" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trail" (
	"exhibition_id" text NOT NULL,
	"nth" integer NOT NULL,
	"source" text NOT NULL,
	"row_id" text NOT NULL,
	"row_sha256" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "trail_exhibition_id_nth_pk" PRIMARY KEY("exhibition_id","nth"),
	CONSTRAINT "trail_once" UNIQUE("source","row_id")
);
--> statement-breakpoint
CREATE TABLE "trail_head" (
	"exhibition_id" text PRIMARY KEY NOT NULL,
	"nth" integer NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trail_release" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"source" text NOT NULL,
	"row_id" text NOT NULL,
	"way" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comparing" ADD COLUMN "until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "exhibition_decision" ADD CONSTRAINT "exhibition_decision_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibition_decision" ADD CONSTRAINT "exhibition_decision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_decision" ADD CONSTRAINT "stand_decision_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_decision" ADD CONSTRAINT "stand_decision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibition_decision_of" ON "exhibition_decision" USING btree ("exhibition_id","at");--> statement-breakpoint
CREATE INDEX "stand_decision_of" ON "stand_decision" USING btree ("stand_id","at");--> statement-breakpoint
CREATE INDEX "trail_release_of" ON "trail_release" USING btree ("source","row_id");--> statement-breakpoint
-- The trail of an exhibition: what was decided about it, its entries, its scores and its awards. Rows of it are written once
-- (trail_guard), and each is linked to those before it (trail_link), by the database and in the transaction that made it.
CREATE FUNCTION trail_time(p_at timestamptz) RETURNS text LANGUAGE sql STABLE AS
$$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;--> statement-breakpoint
-- A row in words that never change: columns by name and in order, so that a column which comes later changes no hash.
CREATE FUNCTION trail_row(p_source text, p_id text, OUT exhibition_id text, OUT said text) LANGUAGE plpgsql STABLE AS $$
begin
  case p_source
    when 'exhibition_decision' then
      select d.exhibition_id, jsonb_build_array(d.id, d.exhibition_id, d.step, d.before, d.after, d.reason, d.person_id, trail_time(d.at))::text
        into exhibition_id, said from exhibition_decision d where d.id = p_id;
    when 'stand_decision' then
      select s.exhibition_id, jsonb_build_array(d.id, d.stand_id, d.step, d.reason, d.person_id, trail_time(d.at))::text
        into exhibition_id, said from stand_decision d join stand s on s.id = d.stand_id where d.id = p_id;
    when 'score' then
      select s.exhibition_id, jsonb_build_array(c.id, c.judge_id, c.stand_id, c.round, c.marks, c.total, c.words, trail_time(c.made_at), trail_time(c.created_at), c.over_id)::text
        into exhibition_id, said from score c join stand s on s.id = c.stand_id where c.id = p_id;
    when 'deliberation' then
      select d.exhibition_id, jsonb_build_array(d.id, d.exhibition_id, d.step, d.award_id, d.stand_id, d.before, d.after, d.reason, d.person_id, d.place, trail_time(d.at))::text
        into exhibition_id, said from deliberation d where d.id = p_id;
    when 'visitor_decision' then
      select s.exhibition_id, jsonb_build_array(d.id, d.question_id, d.step, d.reason, d.person_id, trail_time(d.at))::text
        into exhibition_id, said from visitor_decision d join visitor_question q on q.id = d.question_id join stand s on s.id = q.stand_id where d.id = p_id;
    when 'fact' then
      select f.body ->> 'exhibitionId', jsonb_build_array(f.position, f.name, f.body, f.topics, f.person_id, trail_time(f.at))::text
        into exhibition_id, said from fact f where f.position = p_id::bigint;
    when 'trail_release' then
      select r.exhibition_id, jsonb_build_array(r.id, r.exhibition_id, r.source, r.row_id, r.way, r.reason, trail_time(r.at))::text
        into exhibition_id, said from trail_release r where r.id = p_id;
  end case;
end $$;--> statement-breakpoint
CREATE FUNCTION trail_link(p_source text, p_id text) RETURNS void LANGUAGE plpgsql AS $$
declare
  v_row record;
  v_head trail_head;
  v_row_sha256 text;
begin
  -- The lock of the fact log, which nearly every writer holds already: two locks would be taken in two orders some day.
  perform pg_advisory_xact_lock(4207001);
  select * into v_row from trail_row(p_source, p_id);
  if v_row.exhibition_id is null then return; end if;
  insert into trail_head values (v_row.exhibition_id, 0, '') on conflict do nothing;
  select * into v_head from trail_head h where h.exhibition_id = v_row.exhibition_id for update;
  v_row_sha256 := encode(sha256(convert_to(v_row.said, 'UTF8')), 'hex');
  v_head.nth := v_head.nth + 1;
  v_head.sha256 := encode(sha256(convert_to(concat_ws(E'\n', v_head.sha256, v_row.exhibition_id, v_head.nth, p_source, p_id, v_row_sha256), 'UTF8')), 'hex');
  insert into trail values (v_row.exhibition_id, v_head.nth, p_source, p_id, v_row_sha256, v_head.sha256);
  update trail_head h set nth = v_head.nth, sha256 = v_head.sha256 where h.exhibition_id = v_row.exhibition_id;
end $$;--> statement-breakpoint
CREATE FUNCTION trail_linked() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  perform trail_link(tg_table_name::text, to_jsonb(new) ->> tg_argv[0]);
  return null;
end $$;--> statement-breakpoint
-- Against a slip of a hand; against intent there is the chain. `trail_free` is the way for what the law or an archive asks.
CREATE FUNCTION trail_guard() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if coalesce(current_setting('sheber.trail', true), '') = tg_table_name || ' ' || lower(tg_op) then return coalesce(new, old); end if;
  raise exception '% is written once: % is refused (trail_free erases or archives a row)', tg_table_name, lower(tg_op) using errcode = 'object_not_in_prerequisite_state';
end $$;--> statement-breakpoint
-- The end of a chain moves on by one, and nothing else happens to it.
CREATE FUNCTION trail_head_guard() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'UPDATE' and new.exhibition_id = old.exhibition_id and new.nth = old.nth + 1 then return new; end if;
  raise exception 'trail_head only grows: % is refused', lower(tg_op) using errcode = 'object_not_in_prerequisite_state';
end $$;--> statement-breakpoint
-- Blots out the words of a row (erased), or takes it away once it was copied elsewhere (archived), and says so in the chain.
CREATE FUNCTION trail_free(p_release_id text, p_source text, p_id text, p_way text, p_reason text, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
declare
  v_exhibition_id text := (trail_row(p_source, p_id)).exhibition_id;
begin
  if v_exhibition_id is null then raise exception 'no row % of %', p_id, p_source; end if;
  insert into trail_release (id, exhibition_id, source, row_id, way, reason, at) values (p_release_id, v_exhibition_id, p_source, p_id, p_way, p_reason, p_at);
  if p_way = 'archived' and p_source in ('exhibition_decision', 'stand_decision', 'deliberation', 'visitor_decision') then
    perform set_config('sheber.trail', p_source || ' delete', true);
    execute format('delete from %I where id = $1', p_source) using p_id;
  elsif p_way = 'erased' and p_source in ('stand_decision', 'visitor_decision') then
    perform set_config('sheber.trail', p_source || ' update', true);
    execute format('update %I set reason = '''' where id = $1', p_source) using p_id;
  elsif p_way = 'erased' and p_source in ('exhibition_decision', 'deliberation') then
    perform set_config('sheber.trail', p_source || ' update', true);
    execute format('update %I set reason = '''', before = null, after = null where id = $1', p_source) using p_id;
  elsif p_way = 'erased' and p_source = 'score' then
    perform set_config('sheber.trail', 'score update', true);
    update score set words = '' where id = p_id;
  else
    raise exception 'a row of % cannot be %', p_source, p_way;
  end if;
  perform set_config('sheber.trail', '', true);
end $$;--> statement-breakpoint
-- Rows that belong into an exhibition's chain, in the order in which they happened.
CREATE FUNCTION trail_rows(p_exhibition_id text) RETURNS TABLE (source text, row_id text) LANGUAGE sql STABLE AS $$
  select u.source, u.row_id from (
    select 'exhibition_decision' as source, d.id as row_id, d.at, 0 as place from exhibition_decision d where d.exhibition_id = p_exhibition_id
    union all select 'stand_decision', d.id, d.at, 0 from stand_decision d join stand s on s.id = d.stand_id where s.exhibition_id = p_exhibition_id
    union all select 'score', c.id, c.created_at, 0 from score c join stand s on s.id = c.stand_id where s.exhibition_id = p_exhibition_id
    union all select 'deliberation', d.id, d.at, d.place from deliberation d where d.exhibition_id = p_exhibition_id
    union all select 'visitor_decision', d.id, d.at, 0 from visitor_decision d join visitor_question q on q.id = d.question_id join stand s on s.id = q.stand_id where s.exhibition_id = p_exhibition_id
    union all select 'fact', f.position::text, f.at, f.position from fact f
      where f.topics @> array['exhibition:' || p_exhibition_id] and f.name in ('judge.invited', 'judge.changed', 'judge.assigned', 'result.released')
    union all select 'trail_release', r.id, r.at, 0 from trail_release r where r.exhibition_id = p_exhibition_id
  ) u order by u.at, u.place, u.row_id
$$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER trail_linked AFTER INSERT ON exhibition_decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trail_linked('id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER trail_linked AFTER INSERT ON stand_decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trail_linked('id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER trail_linked AFTER INSERT ON score DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trail_linked('id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER trail_linked AFTER INSERT ON deliberation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trail_linked('id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER trail_linked AFTER INSERT ON visitor_decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trail_linked('id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER trail_linked AFTER INSERT ON trail_release DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trail_linked('id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER trail_linked AFTER INSERT ON fact DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (new.name in ('judge.invited', 'judge.changed', 'judge.assigned', 'result.released')) EXECUTE FUNCTION trail_linked('position');--> statement-breakpoint
DO $$
declare
  v_table text;
begin
  foreach v_table in array array['exhibition_decision', 'stand_decision', 'score', 'deliberation', 'visitor_decision', 'fact', 'trail', 'trail_release'] loop
    execute format('create trigger trail_guard before update or delete on %I for each row execute function trail_guard()', v_table);
    execute format('create trigger trail_guard_all before truncate on %I execute function trail_guard()', v_table);
  end loop;
  execute 'create trigger trail_guard before update or delete on trail_head for each row execute function trail_head_guard()';
  execute 'create trigger trail_guard_all before truncate on trail_head execute function trail_head_guard()';
  -- What happened before there was a chain: linked as it is found.
  perform trail_link(r.source, r.row_id) from exhibition e cross join lateral trail_rows(e.id) r;
end $$;
