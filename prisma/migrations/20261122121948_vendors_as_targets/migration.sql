-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "fact_seq" INTEGER,
ADD COLUMN     "reply_to" TEXT,
ADD COLUMN     "vendor_id" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "language" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "delivery_incident_number_fact_seq_vendor_id_shown_key" ON "delivery"("incident_number", "fact_seq", "vendor_id", "shown");
