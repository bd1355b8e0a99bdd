import { Avatar } from '@/components/ui/avatar';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { HOUR } from '@/lib/core/instant';
import type { Burden, Fairness } from '@/lib/core/oncall/fairness';

const kinds = [
  { of: 'onCallMs', label: 'Hours' },
  { of: 'nightMs', label: 'At night' },
  { of: 'weekendMs', label: 'At weekends' },
  { of: 'holidayMs', label: 'On holidays' },
] as const satisfies readonly { of: keyof Burden; label: string }[];

/** Who bore how much, each figure with a bar against the most that anybody bore of its kind. */
export function FairnessTable({ fairness: { burdens, gapMs } }: { fairness: Fairness }) {
  const most = (of: (typeof kinds)[number]['of']) => Math.max(...burdens.map((burden) => burden[of]), HOUR);
  return (
    <>
      <Table caption="Hours on call of each person">
        <thead>
          <tr>
            <Th>Person</Th>
            {kinds.map(({ of, label }) => (
              <Th key={of} numeric>
                {label}
              </Th>
            ))}
            <Th numeric>Shifts</Th>
          </tr>
        </thead>
        <tbody>
          {burdens.map((burden) => (
            <Tr key={burden.person.id}>
              <Td>
                <span className="inline-flex items-center gap-2">
                  <Avatar id={burden.person.id} name={burden.person.name} size={24} silent />
                  {burden.person.name}
                </span>
              </Td>
              {kinds.map(({ of }) => (
                <Td key={of} numeric>
                  <Figure ms={burden[of]} share={burden[of] / most(of)} />
                </Td>
              ))}
              <Td numeric>{burden.shifts}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {gapMs > 0 && <p className="mt-3 text-critical">Nobody was on call for {hours(gapMs)} hours of it.</p>}
    </>
  );
}

function Figure({ ms, share }: { ms: number; share: number }) {
  return (
    <span className="inline-flex w-24 flex-col items-stretch gap-1">
      <span>{hours(ms)}</span>
      <span aria-hidden="true" className="h-1 rounded-full bg-sunken">
        {share > 0 && <span className="block h-1 rounded-full bg-accent" style={{ width: `${share * 100}%` }} />}
      </span>
    </span>
  );
}

const hours = (ms: number) => (Math.round((ms / HOUR) * 10) / 10).toLocaleString('en');
