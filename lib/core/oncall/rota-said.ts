// What is said of shifts outside the app, in the language of its reader and by their clocks.
import { type PersonRef } from '../access/actor';
import { type Instant } from '../instant';
import { type Reader } from '../language/language';
import { dayAndClockWords, spanInWords } from '../language/moment';
import { textsIn } from '../language/texts-in';
import { type Schedule } from './schedule';
import { type Swap } from './swap';
import { type SwapWords } from './swap-words';

type Named = Pick<Schedule, 'name'>;

export function reminderSaid({ name }: Named, from: Instant, reader: Reader): SwapWords {
  const { rota } = textsIn(reader.language);
  return { title: rota.title({ schedule: name }), body: rota.soon({ when: dayAndClockWords(from, reader) }) };
}

export function offerSaid({ name }: Named, { offerer, shift, back, note }: Swap, reader: Reader): SwapWords {
  const { rota } = textsIn(reader.language);
  const spans = { shift: spanInWords(shift, reader), back: back && spanInWords(back, reader) };
  return { title: rota.title({ schedule: name }), body: rota.offered({ offerer: offerer.name, ...spans, note }) };
}

export function answerSaid(
  { name }: Named,
  { shift, back }: Swap,
  { by, take }: { by: PersonRef; take: boolean },
  reader: Reader,
): SwapWords {
  const { rota } = textsIn(reader.language);
  const said = { by: by.name, shift: spanInWords(shift, reader) };
  const body = take ? rota.taken({ ...said, back: back && spanInWords(back, reader) }) : rota.declined(said);
  return { title: rota.title({ schedule: name }), body };
}
