-- AlterTable
ALTER TABLE "contact_method" ADD COLUMN     "gone_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "delivery" ALTER COLUMN "person_id" DROP NOT NULL;
