ALTER TABLE "finalist" ADD COLUMN "instead_of" text;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "said" jsonb;--> statement-breakpoint
ALTER TABLE "finalist" ADD CONSTRAINT "finalist_instead_of_stand_id_fk" FOREIGN KEY ("instead_of") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "finalist_instead_of" ON "finalist" USING btree ("exhibition_id","instead_of");
--> statement-breakpoint
-- A paper stays as it was given; the name of somebody of whom the law asks that it goes is blotted out by `paper_erase` alone.
CREATE OR REPLACE FUNCTION paper_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND coalesce(current_setting('sheber.trail', true), '') = 'paper update' AND to_jsonb(NEW) - 'said' = to_jsonb(OLD) - 'said' THEN
		RETURN NEW;
	END IF;
	IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'revoked_at' <> to_jsonb(OLD) - 'revoked_at' OR OLD.revoked_at IS NOT NULL THEN
		RAISE EXCEPTION 'a paper that was given stays as it was given';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE FUNCTION paper_without(p_people jsonb, p_person_id text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(jsonb_agg(CASE WHEN one ->> 'id' = p_person_id THEN one || '{"name": ""}' ELSE one END ORDER BY nth), '[]')
	FROM jsonb_array_elements(p_people) WITH ORDINALITY AS people(one, nth)
$$;
--> statement-breakpoint
-- On how many papers somebody is named no more. Which papers they were given stays known.
CREATE FUNCTION paper_erase(p_person_id text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
	v_count integer;
BEGIN
	PERFORM set_config('sheber.trail', 'paper update', true);
	UPDATE paper SET said = said || jsonb_build_object('team', paper_without(said -> 'team', p_person_id), 'adults', paper_without(said -> 'adults', p_person_id))
	WHERE EXISTS (
		SELECT 1 FROM jsonb_array_elements((said -> 'team') || (said -> 'adults')) one WHERE one ->> 'id' = p_person_id AND one ->> 'name' <> ''
	);
	GET DIAGNOSTICS v_count = ROW_COUNT;
	PERFORM set_config('sheber.trail', '', true);
	RETURN v_count;
END
$$;
