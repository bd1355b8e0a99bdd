import pino from 'pino';
import { env } from '@/lib/env';

/** Structured log on standard output. Secrets are blotted out wherever an object that carries them is logged. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  redact: {
    paths: ['password', 'token', 'secret', 'authorization', 'cookie'].flatMap((key) => [
      key,
      `*.${key}`,
      `headers["${key}"]`,
      `*.headers["${key}"]`,
    ]),
    censor: '(hidden)',
  },
});
