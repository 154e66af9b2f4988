CREATE TABLE "room_aside" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "room_aside_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"room" text NOT NULL,
	"person_id" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"done_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled" text,
	CONSTRAINT "room_aside_once" UNIQUE("room","person_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "room_client" (
	"room" text NOT NULL,
	"client" bigint NOT NULL,
	"person_id" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "room_client_room_client_pk" PRIMARY KEY("room","client")
);
--> statement-breakpoint
CREATE TABLE "room_version" (
	"id" text PRIMARY KEY NOT NULL,
	"room" text NOT NULL,
	"position" bigint NOT NULL,
	"name" text,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_update" DROP CONSTRAINT "room_update_room_room_name_fk";
--> statement-breakpoint
ALTER TABLE "room_update" DROP CONSTRAINT "room_update_person_id_person_id_fk";
--> statement-breakpoint
DROP INDEX "room_update_person";--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "frozen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "room" ADD COLUMN "frozen_by" text;--> statement-breakpoint
ALTER TABLE "room_state" ADD COLUMN "merged_to" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "room_update" ADD COLUMN "done_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "room_aside" ADD CONSTRAINT "room_aside_room_room_name_fk" FOREIGN KEY ("room") REFERENCES "public"."room"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_aside" ADD CONSTRAINT "room_aside_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_client" ADD CONSTRAINT "room_client_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_version" ADD CONSTRAINT "room_version_room_room_name_fk" FOREIGN KEY ("room") REFERENCES "public"."room"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_version" ADD CONSTRAINT "room_version_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_version_room" ON "room_version" USING btree ("room","created_at");--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_frozen_by_person_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_update_at" ON "room_update" USING brin ("at");