CREATE TABLE "paper" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"year" integer NOT NULL,
	"nth" integer NOT NULL,
	"kind" text NOT NULL,
	"stand_id" text NOT NULL,
	"award_id" text,
	"person_id" text,
	"code" text NOT NULL,
	"issued_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "paper_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_award_id_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."award"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_number" ON "paper" USING btree ("exhibition_id","year","nth");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_once" ON "paper" USING btree ("kind","stand_id",coalesce("award_id", ''),coalesce("person_id", ''));
--> statement-breakpoint
-- What was given before there was a list of it, in the order in which it was given.
INSERT INTO "paper" ("id", "exhibition_id", "year", "nth", "kind", "stand_id", "award_id", "code", "issued_at", "revoked_at")
SELECT substr(md5('paper ' || a."id"), 1, 20), a."exhibition_id", e."year",
	row_number() OVER (PARTITION BY a."exhibition_id" ORDER BY a."issued_at", a."nomination_id" NULLS LAST, a."degree" NULLS LAST, a."id"),
	'diploma', a."stand_id", a."id", a."number", coalesce(a."issued_at", a."created_at"), a."revoked_at"
FROM "award" a JOIN "exhibition" e ON e."id" = a."exhibition_id"
WHERE a."state" IN ('issued', 'revoked');
--> statement-breakpoint
-- A number that was given stays given: nothing of a paper changes but that it holds no more.
CREATE FUNCTION paper_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'revoked_at' <> to_jsonb(OLD) - 'revoked_at' OR OLD.revoked_at IS NOT NULL THEN
		RAISE EXCEPTION 'a paper that was given stays as it was given';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER paper_guard BEFORE UPDATE OR DELETE ON "paper" FOR EACH ROW EXECUTE FUNCTION paper_guard();
