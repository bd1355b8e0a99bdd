import { type Last } from './method';

const whats: Record<string, string> = {
  test: 'The test',
  code: 'The code',
  page: 'A page',
  news: 'News',
  alarm: 'An alarm',
};

/** Whether more will become of it soon: not of news that waits for the morning, nor of what waits for another try. */
export function isOnItsWay({ purpose, state, error }: Last): boolean {
  return (purpose === 'test' || purpose === 'code') && (state === 'sending' || (state === 'waiting' && error === null));
}

/** What became of a message, with the seconds it took. */
export function lastWords(last: Last): string {
  const what = whats[last.purpose] ?? 'A message';
  switch (last.state) {
    case 'sent':
      return last.seconds === null ? `${what} was sent.` : `${what} was sent in ${secondsOf(last.seconds)}.`;
    case 'failed':
    case 'dead':
      return `${what} could not be sent: ${last.error ?? 'no reason was given.'}`;
    case 'withdrawn':
      return `${what} was not needed any more.`;
    default:
      return last.error ? `${what} was not taken yet and is tried again: ${last.error}` : `${what} is on its way.`;
  }
}

function secondsOf(seconds: number): string {
  return seconds < 10 ? `${Math.max(0, seconds).toFixed(1)} s` : `${Math.round(seconds)} s`;
}
