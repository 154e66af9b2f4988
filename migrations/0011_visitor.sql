CREATE TABLE "visitor_answer" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"words" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visitor_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"step" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visitor_look" (
	"stand_id" text NOT NULL,
	"day" date NOT NULL,
	"looks" integer NOT NULL,
	CONSTRAINT "visitor_look_stand_id_day_pk" PRIMARY KEY("stand_id","day")
);
--> statement-breakpoint
CREATE TABLE "visitor_question" (
	"id" text PRIMARY KEY NOT NULL,
	"stand_id" text NOT NULL,
	"device" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answer_hidden" boolean DEFAULT false NOT NULL,
	"answer_reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visitor_reaction" (
	"stand_id" text NOT NULL,
	"device" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visitor_reaction_stand_id_device_kind_pk" PRIMARY KEY("stand_id","device","kind")
);
--> statement-breakpoint
CREATE TABLE "visitor_vote" (
	"exhibition_id" text NOT NULL,
	"device" text NOT NULL,
	"stand_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visitor_vote_exhibition_id_device_pk" PRIMARY KEY("exhibition_id","device")
);
--> statement-breakpoint
ALTER TABLE "visitor_answer" ADD CONSTRAINT "visitor_answer_question_id_visitor_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."visitor_question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_answer" ADD CONSTRAINT "visitor_answer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_decision" ADD CONSTRAINT "visitor_decision_question_id_visitor_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."visitor_question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_decision" ADD CONSTRAINT "visitor_decision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_look" ADD CONSTRAINT "visitor_look_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_question" ADD CONSTRAINT "visitor_question_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_reaction" ADD CONSTRAINT "visitor_reaction_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_vote" ADD CONSTRAINT "visitor_vote_exhibition_id_exhibition_id_fk" FOREIGN KEY ("exhibition_id") REFERENCES "public"."exhibition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_vote" ADD CONSTRAINT "visitor_vote_stand_id_stand_id_fk" FOREIGN KEY ("stand_id") REFERENCES "public"."stand"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visitor_answer_question" ON "visitor_answer" USING btree ("question_id","at");--> statement-breakpoint
CREATE INDEX "visitor_decision_question" ON "visitor_decision" USING btree ("question_id","at");--> statement-breakpoint
CREATE INDEX "visitor_question_stand" ON "visitor_question" USING btree ("stand_id","at");--> statement-breakpoint
CREATE INDEX "visitor_vote_stand" ON "visitor_vote" USING btree ("stand_id");