CREATE TABLE "exhibition_invitation" (
	"exhibition_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"declined_at" timestamp (3) with time zone,
	CONSTRAINT "exhibition_invitation_exhibition_id_organisation_id_pk" PRIMARY KEY("exhibition_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "exhibition" ADD COLUMN "was" text;--> statement-breakpoint
ALTER TABLE "exhibition" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "exhibition" ADD COLUMN "founder_id" text;--> statement-breakpoint
-- Whoever opened it was its first organiser; where nobody is one any more, the centre.
UPDATE "exhibition" e SET "founder_id" = coalesce(
	(SELECT o."organisation_id" FROM "exhibition_organiser" o WHERE o."exhibition_id" = e."id" ORDER BY o."created_at", o."organisation_id" LIMIT 1),
	(SELECT "id" FROM "organisation" ORDER BY "created_at", "id" LIMIT 1)
);--> statement-breakpoint
ALTER TABLE "exhibition" ALTER COLUMN "founder_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "exhibition_invitation" ADD CONSTRAINT "exhibition_invitation_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibition_invitation" ADD CONSTRAINT "exhibition_invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibition_invitation" ADD CONSTRAINT "exhibition_invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibition_invitation_of" ON "exhibition_invitation" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "exhibition" ADD CONSTRAINT "exhibition_founder_id_organisation_id_fk" FOREIGN KEY ("founder_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;