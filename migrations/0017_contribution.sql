CREATE TABLE "contribution_declined" (
	"person_id" text NOT NULL,
	"board_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contribution_declined_person_id_board_id_pk" PRIMARY KEY("person_id","board_id")
);
--> statement-breakpoint
DROP INDEX "badge_once";--> statement-breakpoint
ALTER TABLE "contribution_declined" ADD CONSTRAINT "contribution_declined_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_declined" ADD CONSTRAINT "contribution_declined_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "badge_once" ON "badge" USING btree ("class_id","person_id",coalesce("project_id", '')) WHERE "badge"."revoked_at" is null;