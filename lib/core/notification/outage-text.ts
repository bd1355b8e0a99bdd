import { type Instant, between } from '../instant';
import { type Reader } from '../language/language';
import { clockWords } from '../language/moment';
import { textsIn } from '../language/texts-in';
import { outageSpan, type PagingOut } from './silence';

interface OutageText {
  title: string;
  body: string;
}

/** What administrators are told when paging is out. */
export function outText({ since, silence }: PagingOut, reader: Reader): OutageText {
  const { title, body, silent } = textsIn(reader.language).outage;
  return { title, body: body({ why: silent[silence], when: clockWords(since, reader) }) };
}

/** What they are told when it works again at `now`. */
export function returnedText({ since }: Pick<PagingOut, 'since'>, now: Instant, reader: Reader): OutageText {
  const { backTitle, back } = textsIn(reader.language).outage;
  return { title: backTitle, body: back({ span: outageSpan(between(since, now)), when: clockWords(since, reader) }) };
}
