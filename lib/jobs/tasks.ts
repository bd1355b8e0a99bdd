import { type TaskList } from 'graphile-worker';
import { offerPagesOn } from '@/lib/commands/offer-pages-on';
import { remindOfShifts } from '@/lib/commands/remind-of-shifts';
import { tidy } from '@/lib/store/housekeeping';

/** Work that may be retried, by name. */
export const tasks: TaskList = {
  tidy,
  'remind-of-shifts': remindOfShifts,
  'offer-pages-on': offerPagesOn,
};

/** What comes round by itself: crontab lines, in UTC. */
export const crontab = ['17 3 * * * tidy ?fill=1d', '* * * * * remind-of-shifts', '* * * * * offer-pages-on'].join(
  '\n',
);
