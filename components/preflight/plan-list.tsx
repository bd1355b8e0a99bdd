import { Avatar } from '@/components/ui/avatar';
import { GapMark } from '@/components/escalation/gap-mark';
import { TargetMark } from '@/components/escalation/target-mark';
import { Section } from '@/components/ui/section';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { Time } from '@/components/ui/time';
import type { ChannelName } from '@/lib/core/notification/channels';
import { channelWords } from '@/lib/core/notification/channel-words';
import { endWords } from '@/lib/core/escalation/policy-words';
import { type Rehearsed } from '@/lib/core/escalation/preflight';
import { type Paged, type Severity } from '@/lib/core/severity/severity';

type Way = { channel: ChannelName; shown: string; minutes: number };

type PlanListProps = {
  preflight: {
    service: { id: string; name: string };
    severity: Severity;
    at: string;
    paged: Paged;
    covered: boolean;
    plans: readonly { policy: { id: string; name: string }; steps: readonly Rehearsed[] }[];
    reach: Readonly<Record<string, readonly Way[]>>;
  };
};

/** Who would be paged at T+0, T+5 and so on, if nobody answered. */
export function PlanList({ preflight: { service, severity, at, covered, plans, reach } }: PlanListProps) {
  return (
    <div aria-live="polite" className="flex flex-col gap-4">
      <p>
        If {service.name} went <SeverityMark severity={severity.toLowerCase() as Mark} /> at{' '}
        <Time at={at} form="clock" />
        {plans.length === 0 && ', nobody would be paged: so the severity policy has it.'}
      </p>
      {!covered && (
        <p>
          <GapMark>{service.name} has no escalation policy: administrators are paged.</GapMark>
        </p>
      )}
      {plans.map(({ policy, steps }) => (
        <Section key={policy.id} title={`By “${policy.name}”`}>
          <ol aria-label={`Pages by ${policy.name}`}>
            {steps.map((step, index) => (
              <li key={index} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
                <span className="tnum w-16 shrink-0 font-medium">T+{step.minutes}</span>
                <span className="w-28 shrink-0 text-muted">
                  <Time at={step.at} form="clock" />
                </span>
                <StepOutcome step={step} reach={reach} asked={askedBefore(steps, index)} />
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </div>
  );
}

/** The vendors that the steps before this one asked: a vendor is written to once. */
function askedBefore(steps: readonly Rehearsed[], index: number): ReadonlySet<string> {
  return new Set(steps.slice(0, index).flatMap(({ vendors }) => vendors.map(({ id }) => id)));
}

type StepProps = {
  step: Rehearsed;
  reach: Readonly<Record<string, readonly Way[]>>;
  asked: ReadonlySet<string>;
};

function StepOutcome({ step: { outcome, people, vendors, vacant, step, round, ending }, reach, asked }: StepProps) {
  if (outcome === 'unanswered') return <span>Nobody acknowledged: {endWords(ending)}.</span>;
  if (outcome === 'skipped') {
    return (
      <GapMark>
        Step {step + 1} ({vacant.join(', ')}) stands for nobody and is passed over.
      </GapMark>
    );
  }
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
      {people.map(({ id, name }) => (
        <span key={id} className="inline-flex items-center gap-2">
          <Avatar id={id} name={name} size={20} silent />
          {name}
          <Ways ways={reach[id] ?? []} />
        </span>
      ))}
      {vendors.map(({ id, name }) => (
        <span key={id} className="inline-flex items-center gap-2">
          <TargetMark kind="vendor" />
          {name}
          <span className="text-muted">{asked.has(id) ? 'asked already' : 'by e-mail'}</span>
        </span>
      ))}
      {people.length === 0 && <GapMark>Nobody here is asked to answer.</GapMark>}
      <span className="text-muted">
        step {step + 1}
        {round > 0 && `, round ${round + 1}`}
      </span>
      {vacant.length > 0 && <span className="text-high">Nobody stands for {vacant.join(', ')}.</span>}
    </span>
  );
}

/** `in the app, email, sms after 1 min`; red where nothing leaves the app. */
function Ways({ ways }: { ways: readonly Way[] }) {
  if (ways.length === 0) return <span className="text-high">in the app alone</span>;
  const said = ways.map(
    ({ channel, minutes }) => `${channelWords[channel]}${minutes > 0 ? ` after ${minutes} min` : ''}`,
  );
  return <span className="text-muted">in the app, {said.join(', ')}</span>;
}
