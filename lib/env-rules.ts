import { z } from 'zod';

const url = (what: string, protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must be ${what}`);

const flag = z
  .enum(['0', '1', 'true', 'false'], 'must be 1 or 0')
  .optional()
  .transform((text) => text === '1' || text === 'true');

const port = z.coerce
  .number('must be a number')
  .int('must be whole')
  .min(1, 'is too small')
  .max(65_535, 'is too large');

const keys = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3000),
  /** Absent: every address of this machine, IPv6 and IPv4. */
  HOST: z.string().optional(),
  DATABASE_URL: url('a Postgres address, such as postgresql://user:password@host:5432/quarterdeck', [
    'postgresql:',
    'postgres:',
  ]),
  QUARTERDECK_DATA: z.string().optional(),
  /** The address people use, without a slash at the end. */
  QUARTERDECK_URL: url('an http or https address', ['http:', 'https:'])
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  /** For whoever has not chosen a language or time zone of their own. */
  QUARTERDECK_LANGUAGE: z.enum(['en', 'de', 'fr', 'es'], 'must be one of en, de, fr, es').default('en'),
  QUARTERDECK_TIME_ZONE: z.string().refine(isTimeZone, 'must be a time zone, such as Europe/Berlin').default('UTC'),
  /** Who we are, as vendors read it. */
  QUARTERDECK_ORGANISATION: z.string().trim().max(80, 'is too long').optional(),
  QUARTERDECK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  QUARTERDECK_DEMO: flag,
  /** How much faster than told the demo replays its outage. */
  QUARTERDECK_DEMO_SPEED: z.coerce
    .number('must be a number')
    .min(0.1, 'must be at least 0.1')
    .max(100, 'must be at most 100')
    .default(1),
  QUARTERDECK_TEST: flag,
  API_REQUESTS_PER_MINUTE: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(1, 'must be at least 1')
    .default(600),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be one of trace, debug, info, warn, error, fatal, silent',
    )
    .default('info'),
  /** A range service for stolen passwords, asked with five letters of a digest: https://api.pwnedpasswords.com/range */
  PASSWORD_RANGE_URL: url('an http or https address', ['http:', 'https:']).optional(),
  /** Reverse proxies in front, each adding one address to X-Forwarded-For; 1 where the public address is https, else none. */
  TRUSTED_PROXIES: z.coerce.number('must be a number').int('must be whole').min(0, 'is too small').optional(),
  /** Minutes from one synthetic page to the next; 0 sends none. */
  SYNTHETIC_PAGE_MINUTES: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(0, 'is too small')
    .max(60, 'must be at most 60')
    .default(5),
  COMMANDER_AWAY_MINUTES: z.coerce.number('must be a number').min(1, 'must be at least 1').default(5),
});

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

const rules = keys.transform((env) => ({
  ...env,
  QUARTERDECK_URL: env.QUARTERDECK_URL ?? `http://localhost:${env.PORT}`,
}));

export type Env = z.infer<typeof rules>;

/** The name of every key of the configuration. */
export const envKeys: readonly string[] = Object.keys(keys.shape);

/** Reads the configuration from `source`; an empty value counts as none. Every problem is told at once, one a line. */
export function readEnv(source: Record<string, string | undefined>): { env: Env } | { problems: string } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = rules.safeParse(given);
  if (parsed.success) return { env: parsed.data };
  const lines = parsed.error.issues.map((issue) => {
    const key = String(issue.path[0]);
    return `  ${key} ${key in given ? issue.message : 'is missing'}`;
  });
  return { problems: `The configuration is not usable:\n${lines.join('\n')}` };
}
