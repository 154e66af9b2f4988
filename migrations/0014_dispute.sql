ALTER TABLE "review" DROP CONSTRAINT "review_once";--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "dispute_id" text;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_dispute_id_dispute_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."dispute"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_once" UNIQUE NULLS NOT DISTINCT("submission_id","version_id","reviewer_id","dispute_id");