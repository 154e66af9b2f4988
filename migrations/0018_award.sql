ALTER TABLE "award" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "badge_class" ADD COLUMN "award_id" text;--> statement-breakpoint
ALTER TABLE "badge_class" ADD CONSTRAINT "badge_class_award_id_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."award"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge_class" ADD CONSTRAINT "badge_class_award" UNIQUE("award_id");