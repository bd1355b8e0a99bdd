import { type TaskList } from 'graphile-worker';
import { tidy } from '@/lib/store/housekeeping';

/** Work that may be retried, by name. */
export const tasks: TaskList = {
  tidy,
};

/** What comes round by itself: crontab lines, in UTC. */
export const crontab = '17 3 * * * tidy ?fill=1d';
