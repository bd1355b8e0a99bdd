import { type Instant, between } from '../instant';
import { outageSpan, type PagingOut, silenceWords } from './silence';

interface OutageText {
  title: string;
  body: string;
}

const clock = (at: Instant) => `${at.slice(11, 16)} UTC`;

/** What administrators are told when paging is out. */
export function outText({ since, silence }: PagingOut): OutageText {
  return {
    title: 'Quarterdeck: pages may not arrive',
    body: `${silenceWords[silence]} The last sign that paging works came at ${clock(since)}. Pages may not reach anybody: call people yourselves until you are told that paging works again.`,
  };
}

/** What they are told when it works again at `now`. */
export function returnedText({ since }: Pick<PagingOut, 'since'>, now: Instant): OutageText {
  return {
    title: 'Quarterdeck: paging works again',
    body: `It was out for ${outageSpan(between(since, now))}, since ${clock(since)}. Settings, Channels, shows what was given up meanwhile.`,
  };
}
