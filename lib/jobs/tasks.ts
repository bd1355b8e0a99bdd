import { type TaskList } from 'graphile-worker';
import { remindOfShifts } from '@/lib/commands/remind-of-shifts';
import { tidy } from '@/lib/store/housekeeping';

/** Work that may be retried, by name. */
export const tasks: TaskList = {
  tidy,
  'remind-of-shifts': remindOfShifts,
};

/** What comes round by itself: crontab lines, in UTC. */
export const crontab = ['17 3 * * * tidy ?fill=1d', '* * * * * remind-of-shifts'].join('\n');
