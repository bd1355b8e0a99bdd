// (f) What may go wrong in the midst of paging, each many times over: nothing may be lost, and nothing recorded twice.
import { killed } from './faults/killed';
import { moved } from './faults/moved';
import { raced } from './faults/raced';
import { restarted } from './faults/restarted';
import { vanished } from './faults/vanished';
import { type Fault, printFaults } from './lib/faults';
import { note } from './lib/table';

export async function faults(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const all: Fault[] = [];
  for (const tryFault of [killed, restarted, vanished, moved, raced]) {
    for (const fault of await tryFault(serverUrl, { quick })) {
      all.push(fault);
      note(`(f) ${fault.what}: ${fault.trials} trials, ${fault.lost} lost, ${fault.twice} twice`);
    }
  }
  printFaults(all);
  const broken = all.filter(({ lost, twice, worst, most }) => lost + twice > 0 || worst > most);
  if (broken.length > 0) throw new Error(broken.map(({ what }) => what).join(', '));
}
