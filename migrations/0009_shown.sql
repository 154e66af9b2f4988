CREATE TABLE "guardian_told" (
	"guardian_id" text NOT NULL,
	"portfolio_id" text NOT NULL,
	"record_id" text NOT NULL,
	"audience" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guardian_told_portfolio_id_guardian_id_audience_record_id_pk" PRIMARY KEY("portfolio_id","guardian_id","audience","record_id")
);
--> statement-breakpoint
ALTER TABLE "guardian_told" ADD CONSTRAINT "guardian_told_guardian_id_person_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_told" ADD CONSTRAINT "guardian_told_portfolio_id_portfolio_id_fk" FOREIGN KEY ("portfolio_id") REFERENCES "public"."portfolio"("id") ON DELETE no action ON UPDATE no action;