import { log } from '@/lib/log';
import { readCalled } from '@/lib/queries/calls';
import { type LiveServer, personRoom } from './wire';

/** Tells everybody whom the pages of an incident called that something about it is another, so that their screens ask anew. */
export function tellCalls(io: LiveServer): (number: number) => void {
  return (number) => {
    readCalled(number).then(
      (people) => {
        for (const id of people) io.to(personRoom(id)).emit('calls');
      },
      (error: unknown) => log.warn({ error: String(error), number }, 'whom a page calls was not read'),
    );
  };
}
