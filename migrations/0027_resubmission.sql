CREATE TABLE "resubmission" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"version_id" text NOT NULL,
	"words" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "resubmission" ADD CONSTRAINT "resubmission_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resubmission" ADD CONSTRAINT "resubmission_version_id_room_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."room_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resubmission" ADD CONSTRAINT "resubmission_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "resubmission_submission" ON "resubmission" USING btree ("submission_id","created_at");