CREATE TABLE "award" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"stand_id" text NOT NULL,
	"nomination_id" text,
	"degree" integer,
	"title" jsonb NOT NULL,
	"by_hand" boolean DEFAULT false NOT NULL,
	"tied" boolean DEFAULT false NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"number" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"issued_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" text,
	"revoke_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "award_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "comparing" (
	"exhibition_id" text PRIMARY KEY NOT NULL,
	"stand_ids" text[] NOT NULL,
	"peers" boolean DEFAULT false NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "comparison" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"person_id" text NOT NULL,
	"round" integer DEFAULT 2 NOT NULL,
	"better_id" text NOT NULL,
	"worse_id" text NOT NULL,
	"pair" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "deliberation" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"step" text NOT NULL,
	"award_id" text,
	"stand_id" text,
	"before" jsonb,
	"after" jsonb,
	"reason" text DEFAULT '' NOT NULL,
	"person_id" text NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exhibition" (
	"id" text PRIMARY KEY NOT NULL,
	"plan" jsonb NOT NULL,
	"year" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exhibition_organiser" (
	"exhibition_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"added_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exhibition_organiser_exhibition_id_organisation_id_pk" PRIMARY KEY("exhibition_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "guardian_told" (
	"guardian_id" text NOT NULL,
	"portfolio_id" text NOT NULL,
	"record_id" text NOT NULL,
	"audience" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guardian_told_portfolio_id_guardian_id_audience_record_id_pk" PRIMARY KEY("portfolio_id","guardian_id","audience","record_id")
);
--> statement-breakpoint
CREATE TABLE "judge" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"person_id" text NOT NULL,
	"shadow" boolean DEFAULT false NOT NULL,
	"nominations" text[] NOT NULL,
	"link" text,
	"link_until" timestamp (3) with time zone,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"declared_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "judge_link_unique" UNIQUE("link"),
	CONSTRAINT "judge_once" UNIQUE("exhibition_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "judge_stand" (
	"judge_id" text NOT NULL,
	"stand_id" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"counts" boolean DEFAULT true NOT NULL,
	"place" integer NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "judge_stand_judge_id_stand_id_round_pk" PRIMARY KEY("judge_id","stand_id","round")
);
--> statement-breakpoint
CREATE TABLE "result" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"computed" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"proposed_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"dropped_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "result_word" (
	"score_id" text PRIMARY KEY NOT NULL,
	"through" boolean NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score" (
	"id" text PRIMARY KEY NOT NULL,
	"judge_id" text NOT NULL,
	"stand_id" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"marks" jsonb NOT NULL,
	"total" double precision,
	"words" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"over_id" text
);
--> statement-breakpoint
CREATE TABLE "stand" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibition_id" text NOT NULL,
	"project_id" text NOT NULL,
	"entry" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"members" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version_id" text,
	"records_version_id" text,
	"late" boolean DEFAULT false NOT NULL,
	"entered_at" timestamp (3) with time zone,
	"entered_by" text,
	"was" text,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"number" integer,
	"x" double precision,
	"y" double precision,
	"arrived_at" timestamp (3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stand_once" UNIQUE("exhibition_id","project_id"),
	CONSTRAINT "stand_number" UNIQUE("exhibition_id","number")
);
--> statement-breakpoint
CREATE TABLE "stand_entry" (
	"stand_id" text NOT NULL,
	"nth" integer NOT NULL,
	"entry" jsonb NOT NULL,
	"members" jsonb NOT NULL,
	"version_id" text NOT NULL,
	"records_version_id" text,
	"late" boolean NOT NULL,
	"authors" text[] NOT NULL,
	"tells" text[] NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stand_entry_stand_id_nth_pk" PRIMARY KEY("stand_id","nth")
);
--> statement-breakpoint
CREATE TABLE "stand_shown" (
	"stand_id" text PRIMARY KEY NOT NULL,
	"shown" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"authors" text[] NOT NULL,
	"tells" text[] NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_revoked_by_person_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparing" ADD CONSTRAINT "comparing_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparing" ADD CONSTRAINT "comparing_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_better_id_stand_id_fk" FOREIGN KEY ("better_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_worse_id_stand_id_fk" FOREIGN KEY ("worse_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibition" ADD CONSTRAINT "exhibition_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibition_organiser" ADD CONSTRAINT "exhibition_organiser_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibition_organiser" ADD CONSTRAINT "exhibition_organiser_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibition_organiser" ADD CONSTRAINT "exhibition_organiser_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_told" ADD CONSTRAINT "guardian_told_guardian_id_person_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_told" ADD CONSTRAINT "guardian_told_portfolio_id_portfolio_id_fk" FOREIGN KEY ("portfolio_id") REFERENCES "public"."portfolio"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge_stand" ADD CONSTRAINT "judge_stand_judge_id_judge_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge_stand" ADD CONSTRAINT "judge_stand_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_approved_by_person_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_word" ADD CONSTRAINT "result_word_score_id_score_id_fk" FOREIGN KEY ("score_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_word" ADD CONSTRAINT "result_word_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_judge_id_judge_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand" ADD CONSTRAINT "stand_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand" ADD CONSTRAINT "stand_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand" ADD CONSTRAINT "stand_version_id_room_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."room_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand" ADD CONSTRAINT "stand_records_version_id_room_version_id_fk" FOREIGN KEY ("records_version_id") REFERENCES "public"."room_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand" ADD CONSTRAINT "stand_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand" ADD CONSTRAINT "stand_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand" ADD CONSTRAINT "stand_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_entry" ADD CONSTRAINT "stand_entry_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_entry" ADD CONSTRAINT "stand_entry_version_id_room_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."room_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_entry" ADD CONSTRAINT "stand_entry_records_version_id_room_version_id_fk" FOREIGN KEY ("records_version_id") REFERENCES "public"."room_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_entry" ADD CONSTRAINT "stand_entry_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_shown" ADD CONSTRAINT "stand_shown_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_exhibition" ON "award" USING btree ("exhibition_id");--> statement-breakpoint
CREATE INDEX "award_stand" ON "award" USING btree ("stand_id");--> statement-breakpoint
CREATE INDEX "comparison_exhibition" ON "comparison" USING btree ("exhibition_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "comparison_once" ON "comparison" USING btree ("person_id","round","pair") WHERE "comparison"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "deliberation_of" ON "deliberation" USING btree ("exhibition_id","at");--> statement-breakpoint
CREATE INDEX "exhibition_year" ON "exhibition" USING btree ("year");--> statement-breakpoint
CREATE INDEX "exhibition_organiser_of" ON "exhibition_organiser" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "judge_person" ON "judge" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "judge_stand_stand" ON "judge_stand" USING btree ("stand_id");--> statement-breakpoint
CREATE UNIQUE INDEX "result_one" ON "result" USING btree ("exhibition_id") WHERE "result"."dropped_at" is null;--> statement-breakpoint
CREATE INDEX "score_stand" ON "score" USING btree ("stand_id","round","created_at");--> statement-breakpoint
CREATE INDEX "score_judge" ON "score" USING btree ("judge_id","round");--> statement-breakpoint
CREATE INDEX "stand_project" ON "stand" USING btree ("project_id");