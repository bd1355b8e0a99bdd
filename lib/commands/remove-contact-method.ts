import { type PersonRef } from '@/lib/core/access/actor';
import { type Refusal } from '@/lib/core/refusal';
import { type Caller } from './caller';
import { actOnOwnMethod } from './own-contact-method';

/** Removes one of one's contact methods; what waits to be sent by it is withdrawn. */
export async function removeContactMethod(caller: Caller, methodId: string): Promise<PersonRef | Refusal> {
  return actOnOwnMethod(caller, { name: 'remove-contact-method', methodId }, async ({ unit: { tx }, self, method }) => {
    const { id, channel, shown } = method;
    await tx.$executeRaw`update delivery set state = 'withdrawn' where method_id = ${id} and state = 'waiting'`;
    await tx.contactMethod.delete({ where: { id } });
    return [{ kind: 'contact-method.removed', data: { person: self, id, channel, shown } }];
  });
}
