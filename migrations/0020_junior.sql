ALTER TABLE "board" ADD COLUMN "simple_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "board" ADD COLUMN "simple_by" text;--> statement-breakpoint
ALTER TABLE "group" ADD COLUMN "simple_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "group" ADD COLUMN "simple_by" text;--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_simple_by_person_id_fk" FOREIGN KEY ("simple_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group" ADD CONSTRAINT "group_simple_by_person_id_fk" FOREIGN KEY ("simple_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;