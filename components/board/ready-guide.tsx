import { Section } from '@/components/ui/section';
import { type Furnishing, type PreparationName, preparationsOf } from '@/lib/core/readiness';
import { ToDoLine } from './to-do-line';

const places: Record<PreparationName, { href: string; title: string; why: (there: Furnishing) => string }> = {
  people: {
    href: '/people/invite',
    title: 'Invite people',
    why: ({ people, invited }) =>
      people === 1 && invited > 0
        ? 'You are alone aboard until an invitation is taken up.'
        : 'Whoever acts or reads along has an account of their own, so that the timeline can say who did what.',
  },
  teams: {
    href: '/teams',
    title: 'Form teams and name their leads',
    why: ({ teams, led }) =>
      teams > 0 && led === 0
        ? 'No team has a lead yet: when its services break, only administrators would be told.'
        : 'When nobody takes command in time, the leads of the team that owns the service are told.',
  },
  services: {
    href: '/services',
    title: 'Add services',
    why: ({ services, owned }) =>
      services > 0 && owned === 0
        ? 'None of your services has an owner yet: open one and choose its team.'
        : 'Write down what can break and who owns it, so that whoever declares only has to pick.',
  },
  policy: {
    href: '/policy',
    title: 'Read the severity policy',
    why: ({ policyVersion }) =>
      policyVersion > 1
        ? `Version ${policyVersion} is in force, your own.`
        : 'It decides how fast somebody commands, who is told, and how often an update is owed. Most start with it as it is.',
  },
  drill: {
    href: '/declare',
    title: 'Declare a drill',
    why: () => 'Ten minutes of practice show everyone the room. Say “drill” in the title, and cancel it at the end.',
  },
};

/** What is prepared for the first incident and what is not, for an administrator on a calm board. */
export function ReadyGuide({ there }: { there: Furnishing }) {
  const preparations = preparationsOf(there);
  const essential = preparations.filter((each) => each.essential);
  const next = essential.find(({ done }) => !done);
  return (
    <Section title="Get ready" className="mt-10 max-w-[46rem]">
      <p className="measure pt-1 pb-2 text-muted">
        {essential.filter(({ done }) => done).length} of {essential.length} things are there that the first incident
        stands on. This list goes away with the last.
      </p>
      <ol>
        {preparations.map(({ name, done, essential }) => (
          <ToDoLine
            key={name}
            href={places[name].href}
            title={places[name].title}
            why={places[name].why(there)}
            done={done}
            optional={!essential}
            next={name === next?.name}
          />
        ))}
      </ol>
    </Section>
  );
}
