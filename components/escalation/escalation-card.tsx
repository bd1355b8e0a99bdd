import { type ReactNode } from 'react';
import { ServiceLinks } from '@/components/catalog/service-links';
import { Section } from '@/components/ui/section';
import { type EscalationPolicy } from '@/lib/core/escalation/escalation-policy';
import { endingWords, minutesOfSteps, targetWords, whenWords } from '@/lib/core/escalation/policy-words';
import { TargetMark } from './target-mark';

type EscalationCardProps = {
  policy: EscalationPolicy & { services: { id: string; name: string; tier: number }[] };
  actions?: ReactNode;
};

/** One escalation policy: its steps in order, its end, and the services that page by it. */
export function EscalationCard({ policy, actions }: EscalationCardProps) {
  const minutes = minutesOfSteps(policy.steps);
  return (
    <div id={policy.id} className="scroll-mt-6">
      <Section title={policy.name} action={actions}>
        <ol aria-label={`Steps of ${policy.name}`}>
          {policy.steps.map(({ targets }, at) => (
            <li key={at} className="flex gap-4 border-b border-line py-2">
              <span className="tnum w-28 shrink-0 text-muted max-md:w-32">{whenWords(minutes[at] ?? 0)}</span>
              <ul className="flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-1">
                {targets.map((target) => (
                  <li key={`${target.kind}:${target.id}`} className="flex min-w-0 items-center gap-2">
                    <TargetMark kind={target.kind} />
                    <span className="truncate">{targetWords(target)}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
        <p className="measure py-2 text-muted">{endingWords(policy)}</p>
        <ServiceLinks services={policy.services} none="No service pages by it." />
      </Section>
    </div>
  );
}
