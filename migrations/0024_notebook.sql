CREATE TABLE "notebook_page" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"day" date NOT NULL,
	"nth" integer NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_by" text,
	"words" text DEFAULT '' NOT NULL,
	"words_position" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "notebook_page_day" UNIQUE("project_id","day","nth")
);
--> statement-breakpoint
CREATE TABLE "notebook_signature" (
	"id" text PRIMARY KEY NOT NULL,
	"page_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"version_id" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "notebook_page" ADD CONSTRAINT "notebook_page_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_page" ADD CONSTRAINT "notebook_page_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_page" ADD CONSTRAINT "notebook_page_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_signature" ADD CONSTRAINT "notebook_signature_page_id_notebook_page_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."notebook_page"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_signature" ADD CONSTRAINT "notebook_signature_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_signature" ADD CONSTRAINT "notebook_signature_version_id_room_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."room_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notebook_signature_page" ON "notebook_signature" USING btree ("page_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notebook_signature_holds" ON "notebook_signature" USING btree ("page_id") WHERE "notebook_signature"."withdrawn_at" is null;