import { type TeamInput } from '@/lib/core/catalog/team';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { type Unit } from '@/lib/store/transact';
import { type RecordKind } from './record-kind';
import { refuseCalled } from './refuse-called';

type Tx = Unit['tx'];

/** A team; when it is dissolved its services stay, without an owner. */
export const teamKind: RecordKind<TeamInput> = {
  noun: 'team',
  words: 'team',
  refuse: refuseTeam,
  insert: async (tx, id, input) => {
    const { name, description } = input;
    await tx.team.create({ data: { id, name, description } });
    await writeMembers(tx, id, input);
  },
  update: async (tx, id, input) => {
    const { name, description } = input;
    await tx.team.update({ where: { id }, data: { name, description } });
    await writeMembers(tx, id, input);
  },
  describe: describeTeam,
  refuseDeletion: (tx, id) => refuseCalled({ tx }, 'team', id),
  remove: (tx, id) => tx.team.delete({ where: { id } }),
};

/** What stands against writing this team down: a name in use, or people who are not there. */
async function refuseTeam(tx: Tx, id: string | null, input: TeamInput): Promise<Refusal | null> {
  const double = await tx.team.findFirst({
    where: { name: { equals: input.name, mode: 'insensitive' }, ...(id !== null && { NOT: { id } }) },
  });
  if (double) {
    const message = `There is a team called ${double.name} already.`;
    return refuse('taken', message, { name: message });
  }
  const known = await tx.person.count({ where: { id: { in: input.members } } });
  if (known === input.members.length) return null;
  const message = 'One of these people does not exist any more.';
  return refuse('invalid', message, { members: message });
}

/** Makes these people the whole team. */
async function writeMembers(tx: Tx, teamId: string, { members, leads }: TeamInput): Promise<void> {
  await tx.teamMember.deleteMany({ where: { teamId } });
  await tx.teamMember.createMany({
    data: members.map((personId) => ({ teamId, personId, lead: leads.includes(personId) })),
  });
}

/** A team as its facts speak of it: all of it, with names beside ids. */
async function describeTeam(tx: Tx, id: string) {
  const team = await tx.team.findUnique({
    where: { id },
    include: { members: { include: { person: true }, orderBy: { personId: 'asc' } } },
  });
  if (!team) return null;
  const named = (members: typeof team.members) => members.map(({ person: { id, name } }) => ({ id, name }));
  return {
    name: team.name,
    description: team.description,
    members: named(team.members),
    leads: named(team.members.filter(({ lead }) => lead)),
  };
}
