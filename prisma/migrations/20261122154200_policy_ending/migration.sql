-- AlterTable
ALTER TABLE "escalation_policy" ADD COLUMN     "ending" TEXT NOT NULL DEFAULT 'call-owners';
