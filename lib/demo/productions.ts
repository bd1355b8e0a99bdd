import { gitlab2017 } from './stories/gitlab-2017';
import { lateWebhooks } from './stories/late-webhooks';
import { type Story } from './story';

/** A story that is played live, again and again. Times in minutes of the story. */
export interface Production {
  key: string;
  story: Story;
  /** How much of it has passed when a demo starts for the first time. */
  lead: number;
  /** Between one end and the next beginning. */
  pause: number;
}

export const outage: Production = { key: 'outage', story: gitlab2017, lead: 38, pause: 12 };

export const productions: readonly Production[] = [outage, { key: 'aside', story: lateWebhooks, lead: 19, pause: 60 }];
