import { Avatar, AvatarStack } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Countdown, LiveDial } from '@/components/ui/live-dial';
import { PanelRow, Section } from '@/components/ui/section';
import { SeverityMark } from '@/components/ui/severity-mark';
import { TabSign } from '@/components/ui/tab-sign';
import { Time } from '@/components/ui/time';
import { people } from './samples';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

const fields = [
  ['Status', 'Payments API returns 502 for 38% of card payments. Wallets are not affected.'],
  ['Actions', 'Rolling back 2026-11-21.3 (Cy). Stripe’s status checked (Di).'],
  ['Next', 'Confirm the error rate is below 1%, then replay the queue.'],
  ['Estimate', '14:30, confirmed 4 min ago'],
] as const;

/** The commander's screen in small: how the parts stand together. */
export function RoomSketch({ now }: { now: number }) {
  const dueAt = now + 6 * MINUTE + 12_000;
  return (
    <Section title="In the room">
      <TabSign dueAt={dueAt} cadenceMs={QUARTER} />
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="text-muted">INC-42</span>
        <SeverityMark severity="critical" size={14} />
        <span className="text-lg font-semibold tracking-[-0.015em]">Card payments fail at checkout</span>
        <Badge tone="done">live</Badge>
        <span className="flex-1" />
        <AvatarStack people={people} label="Here now" />
      </div>
      <div className="mt-4 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <div className="flex flex-col-reverse gap-5 md:flex-row md:items-start">
            <dl className="flex min-w-0 flex-1 flex-col gap-2">
              {fields.map(([name, text]) => (
                <div key={name} className="grid grid-cols-[5rem_1fr] gap-3">
                  <dt className="text-muted">{name}</dt>
                  <dd className="measure">{text}</dd>
                </div>
              ))}
            </dl>
            <div className="flex items-center gap-3">
              <LiveDial dueAt={dueAt} cadenceMs={QUARTER} size={80} show="dial" />
              <div>
                <Countdown dueAt={dueAt} className="text-xl font-semibold tracking-[-0.02em]" />
                <div className="text-muted">
                  next update by <Time at={dueAt} form="clock" />
                </div>
              </div>
            </div>
          </div>
          <div className="mt-5 flex flex-wrap gap-2">
            <Button tone="primary" hotkey={{ keys: 'u', group: 'Room' }}>
              Write update
            </Button>
            <Button hotkey={{ keys: 'n', group: 'Room' }}>No change</Button>
            <Button hotkey={{ keys: 't', group: 'Room' }}>Task</Button>
            <Button hotkey={{ keys: 'x', group: 'Room' }}>Decision</Button>
          </div>
        </div>
        <div className="flex flex-col gap-4">
          <Section
            title="Roles"
            level={3}
            action={
              <Button size="sm" tone="plain" hotkey={{ keys: 'h', group: 'Room' }}>
                Hand over
              </Button>
            }
          >
            <PanelRow lead={<Avatar id="ada" name="Ada Kowalski" silent />} end="commands · 41 min">
              Ada Kowalski
            </PanelRow>
            <PanelRow lead={<Avatar id="bea" name="Bea Rossi" silent />} end="deputy">
              Bea Rossi
            </PanelRow>
            <PanelRow end={<Button size="sm">Take</Button>}>
              <span className="text-muted">Communications lead owed</span>
            </PanelRow>
          </Section>
          <Section title="Tasks" count={2} level={3}>
            <PanelRow
              lead={<Avatar id="cy" name="Cy Stone" silent />}
              end={<LiveDial dueAt={now + 130_000} cadenceMs={10 * MINUTE} size={16} />}
            >
              Roll back 2026-11-21.3
            </PanelRow>
            <PanelRow
              lead={<Avatar id="di" name="Di Abara" silent />}
              end={<LiveDial dueAt={now - 130_000} cadenceMs={10 * MINUTE} size={16} />}
            >
              Call Stripe
            </PanelRow>
          </Section>
        </div>
      </div>
    </Section>
  );
}
