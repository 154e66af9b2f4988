ALTER TABLE "person" ADD COLUMN "birth_year" integer;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_birth_year" CHECK ("person"."birth_year" between 1930 and 2100);