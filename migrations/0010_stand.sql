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
ALTER TABLE "stand" ADD COLUMN "was" text;--> statement-breakpoint
ALTER TABLE "stand_entry" ADD CONSTRAINT "stand_entry_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_entry" ADD CONSTRAINT "stand_entry_version_id_room_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."room_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_entry" ADD CONSTRAINT "stand_entry_records_version_id_room_version_id_fk" FOREIGN KEY ("records_version_id") REFERENCES "public"."room_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_entry" ADD CONSTRAINT "stand_entry_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;