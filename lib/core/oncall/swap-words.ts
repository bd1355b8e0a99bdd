import { type PersonRef } from '../access/actor';
import { type Schedule } from './schedule';
import { spanWords } from './span-words';
import { type Swap } from './swap';

/** A message about a swap, as whoever it is to reads it. */
export interface SwapWords {
  title: string;
  body: string;
}

type Rota = Pick<Schedule, 'name' | 'timeZone'>;

export function offerWords({ name, timeZone }: Rota, { offerer, shift, back, note }: Swap): SwapWords {
  const inReturn = back ? ` For your shift ${spanWords(back, timeZone)}.` : '';
  const why = note ? ` ${note}` : '';
  return {
    title: `On call in ${name}`,
    body: `${offerer.name} offers you a shift: ${spanWords(shift, timeZone)}.${inReturn}${why}`,
  };
}

export function answerWords({ name, timeZone }: Rota, { shift, back }: Swap, by: PersonRef, take: boolean): SwapWords {
  const inReturn = back && take ? ` You take ${spanWords(back, timeZone)}.` : '';
  const shiftIn = spanWords(shift, timeZone);
  return {
    title: `On call in ${name}`,
    body: take
      ? `${by.name} takes your shift: ${shiftIn}.${inReturn}`
      : `${by.name} cannot take your shift: ${shiftIn}. It is still yours.`,
  };
}
