CREATE TABLE "comparing" (
	"exhibition_id" text PRIMARY KEY NOT NULL,
	"stand_ids" text[] NOT NULL,
	"peers" boolean DEFAULT false NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "comparing" ADD CONSTRAINT "comparing_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparing" ADD CONSTRAINT "comparing_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;