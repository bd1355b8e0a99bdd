-- AlterTable
ALTER TABLE "service" ADD COLUMN     "backup" TEXT,
ADD COLUMN     "links" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "primary" TEXT;
