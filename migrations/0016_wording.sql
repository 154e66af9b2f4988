CREATE TABLE "framework_wording" (
	"framework_id" uuid NOT NULL,
	"of_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb,
	"descriptors" jsonb NOT NULL,
	CONSTRAINT "framework_wording_framework_id_of_id_edition_pk" PRIMARY KEY("framework_id","of_id","edition")
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "away" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "framework_wording" ADD CONSTRAINT "framework_wording_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "competency_replaced_by" ON "competency" USING btree ("replaced_by");