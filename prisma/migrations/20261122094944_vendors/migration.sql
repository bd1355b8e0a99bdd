-- CreateTable
CREATE TABLE "vendor" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "contract" TEXT NOT NULL DEFAULT '',
    "account" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "portal" TEXT NOT NULL DEFAULT '',
    "status_page" TEXT NOT NULL DEFAULT '',
    "contacts" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "vendor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_service" (
    "vendor_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,

    CONSTRAINT "vendor_service_pkey" PRIMARY KEY ("vendor_id","service_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "vendor_name_key" ON "vendor"("name");

-- CreateIndex
CREATE INDEX "vendor_service_service_id_idx" ON "vendor_service"("service_id");

-- AddForeignKey
ALTER TABLE "vendor_service" ADD CONSTRAINT "vendor_service_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_service" ADD CONSTRAINT "vendor_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Incidents declared before there were vendors have asked none.
UPDATE "incident" SET "state" = "state" || '{"vendors": []}' WHERE NOT "state" ? 'vendors';
