import { z } from 'zod';
import { largestCount } from '../core/count';
import { isStorable } from '../core/text';
import { type JoinRequest, type LeaveRequest, type PresenceReport } from './contract';

const number = z.number().int().min(1).max(largestCount);

export const joinSchema = z.union([
  z.object({ incident: number, after: z.number().int().min(0).optional() }),
  z.object({ board: z.literal(true) }),
]) satisfies z.ZodType<JoinRequest>;

export const leaveSchema = z.union([
  z.object({ incident: number }),
  z.object({ board: z.literal(true) }),
]) satisfies z.ZodType<LeaveRequest>;

export const presenceSchema = z.object({
  incident: number,
  looking: z.string().max(40).refine(isStorable),
  typing: z.boolean(),
}) satisfies z.ZodType<PresenceReport>;
