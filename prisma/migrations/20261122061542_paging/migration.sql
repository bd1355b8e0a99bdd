-- AlterTable
ALTER TABLE "service" ADD COLUMN     "policy_id" TEXT;

-- CreateTable
CREATE TABLE "escalation_policy" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "repeats" INTEGER NOT NULL,

    CONSTRAINT "escalation_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "versions" JSONB NOT NULL,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "override" (
    "id" TEXT NOT NULL,
    "schedule_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "swap" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "override_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "escalation_policy_name_key" ON "escalation_policy"("name");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_name_key" ON "schedule"("name");

-- CreateIndex
CREATE INDEX "override_schedule_id_ends_at_idx" ON "override"("schedule_id", "ends_at");

-- CreateIndex
CREATE INDEX "override_person_id_ends_at_idx" ON "override"("person_id", "ends_at");

-- CreateIndex
CREATE INDEX "service_policy_id_idx" ON "service"("policy_id");

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "escalation_policy"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "override" ADD CONSTRAINT "override_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "override" ADD CONSTRAINT "override_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Incidents declared before there was paging have nobody to page.
UPDATE "incident" SET "state" = "state" || '{"pages": [], "pagingDueAt": null}' WHERE NOT "state" ? 'pages';
