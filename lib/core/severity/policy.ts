import { z } from 'zod';
import { type SeverityRule, type SeverityRules, pagedGroups, severities, toldGroups } from './severity';

export const severitySchema = z.enum(severities);

const minutes = z.number().int().min(1).max(10_080);

export const severityRuleSchema = z.object({
  meaning: z.string().trim().min(1).max(200),
  responseMinutes: minutes,
  told: z.enum(toldGroups),
  paged: z.enum(pagedGroups).default('nobody'),
  silence: z
    .union([z.enum(['response-time', 'never']), minutes], 'Say response-time, never, or a number of minutes.')
    .default('response-time'),
  cadenceMinutes: minutes.nullable(),
  postmortemHours: z.number().int().min(1).max(1_000).nullable(),
}) satisfies z.ZodType<SeverityRule>;

export const severityRulesSchema = z.object({
  Critical: severityRuleSchema,
  High: severityRuleSchema,
  Medium: severityRuleSchema,
  Low: severityRuleSchema,
}) satisfies z.ZodType<SeverityRules>;

/** What an installation starts with (M1 of the mission). */
export const defaultRules: SeverityRules = {
  Critical: {
    meaning: 'Customers cannot do the main thing, data or money is at risk, or it spreads.',
    responseMinutes: 5,
    told: 'everyone',
    paged: 'policies',
    silence: 'response-time',
    cadenceMinutes: 15,
    postmortemHours: 48,
  },
  High: {
    meaning: 'A main feature fails for some, or works only with pain, and there is no way round.',
    responseMinutes: 15,
    told: 'engineering-leads',
    paged: 'policies',
    silence: 'response-time',
    cadenceMinutes: 15,
    postmortemHours: 48,
  },
  Medium: {
    meaning: 'Something is slow or broken, but people can still get their work done.',
    responseMinutes: 60,
    told: 'owning-teams',
    paged: 'nobody',
    silence: 'response-time',
    cadenceMinutes: 15,
    postmortemHours: null,
  },
  Low: {
    meaning: 'A blemish nobody is stopped by; it can wait for the next working day.',
    responseMinutes: 1_440,
    told: 'nobody',
    paged: 'nobody',
    silence: 'response-time',
    cadenceMinutes: null,
    postmortemHours: null,
  },
};
