CREATE TABLE "competency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"parent_id" uuid,
	"place" integer NOT NULL,
	"code" text NOT NULL,
	"title" jsonb NOT NULL,
	"descriptors" jsonb NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
	"replaced_by" uuid
);
--> statement-breakpoint
CREATE TABLE "competency_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"from_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"to_id" uuid,
	"to_uri" text,
	"to_title" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "framework" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"version" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"rollup" text NOT NULL,
	"licence" text NOT NULL,
	"attribution" text NOT NULL,
	"replaced_by" uuid,
	"edition" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "framework_level" (
	"id" uuid PRIMARY KEY NOT NULL,
	"framework_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "competency" ADD CONSTRAINT "competency_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_link" ADD CONSTRAINT "competency_link_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_link" ADD CONSTRAINT "competency_link_from_id_competency_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."competency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_replaced_by_framework_id_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_level" ADD CONSTRAINT "framework_level_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "competency_framework" ON "competency" USING btree ("framework_id","place");--> statement-breakpoint
CREATE INDEX "competency_link_framework" ON "competency_link" USING btree ("framework_id");--> statement-breakpoint
CREATE INDEX "competency_link_to" ON "competency_link" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "framework_organisation" ON "framework" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "framework_level_framework" ON "framework_level" USING btree ("framework_id");