import { Section } from '@/components/ui/section';
import { ToDoLine } from './to-do-line';

type Advice = { href: string; title: string; why: string };

const forAll: Advice[] = [
  {
    href: '/settings/account',
    title: 'Add a passkey to your account',
    why: 'At three in the morning a touch signs you in, and no password has to be found.',
  },
  {
    href: '/policy',
    title: 'Read the severity policy',
    why: 'It says how bad each severity is, how fast somebody commands, and who is told.',
  },
];
const forResponders: Advice = {
  href: '/services',
  title: 'See what can break and who owns it',
  why: 'You pick from these services when you declare; your teams own some of them.',
};
const forObservers: Advice = {
  href: '/incidents',
  title: 'Know where the past is kept',
  why: 'Every incident stays in the history, with all that was said and done in it.',
};

/** What somebody who administers nothing may do before the first incident. */
export function NewcomerAdvice({ mayAct }: { mayAct: boolean }) {
  return (
    <Section title="Until then" className="mt-10 max-w-[46rem]">
      <ul className="mt-1">
        {[mayAct ? forResponders : forObservers, ...forAll].map((advice) => (
          <ToDoLine key={advice.href} {...advice} />
        ))}
      </ul>
    </Section>
  );
}
