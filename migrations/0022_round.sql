CREATE TABLE "final" (
	"exhibition_id" text PRIMARY KEY NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"begun_at" timestamp (3) with time zone,
	"begun_by" text
);
--> statement-breakpoint
CREATE TABLE "final_told" (
	"exhibition_id" text NOT NULL,
	"stand_id" text NOT NULL,
	"reached" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "final_told_exhibition_id_stand_id_pk" PRIMARY KEY("exhibition_id","stand_id")
);
--> statement-breakpoint
CREATE TABLE "finalist" (
	"exhibition_id" text NOT NULL,
	"stand_id" text NOT NULL,
	"by_hand" boolean DEFAULT false NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"chosen_by" text NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "finalist_exhibition_id_stand_id_pk" PRIMARY KEY("exhibition_id","stand_id")
);
--> statement-breakpoint
ALTER TABLE "final" ADD CONSTRAINT "final_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final" ADD CONSTRAINT "final_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final" ADD CONSTRAINT "final_begun_by_person_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_told" ADD CONSTRAINT "final_told_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_told" ADD CONSTRAINT "final_told_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finalist" ADD CONSTRAINT "finalist_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finalist" ADD CONSTRAINT "finalist_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finalist" ADD CONSTRAINT "finalist_chosen_by_person_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "final_told_of" ON "final_told" USING btree ("stand_id");