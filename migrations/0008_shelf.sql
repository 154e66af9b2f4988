ALTER TABLE "file" ALTER COLUMN "board_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "file_upload" ALTER COLUMN "board_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "portfolio_id" text;--> statement-breakpoint
ALTER TABLE "file_upload" ADD COLUMN "portfolio_id" text;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_portfolio_id_portfolio_id_fk" FOREIGN KEY ("portfolio_id") REFERENCES "public"."portfolio"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_portfolio_id_portfolio_id_fk" FOREIGN KEY ("portfolio_id") REFERENCES "public"."portfolio"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_portfolio" ON "file" USING btree ("portfolio_id");--> statement-breakpoint
CREATE INDEX "file_upload_portfolio" ON "file_upload" USING btree ("portfolio_id");--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_one_place" CHECK (("file"."board_id" is null) <> ("file"."portfolio_id" is null));--> statement-breakpoint
ALTER TABLE "file_upload" ADD CONSTRAINT "file_upload_one_place" CHECK (("file_upload"."board_id" is null) <> ("file_upload"."portfolio_id" is null));