import { Button } from '@/components/ui/button';
import { type Instant, later } from '@/lib/core/instant';
import { wallAt } from '@/lib/core/oncall/calendar';
import type { Duty } from '@/lib/core/oncall/schedule';
import { DutyTable } from './duty-table';
import { OverrideDialog } from './override-dialog';
import type { OverrideFormProps } from './override-form';

type DutyListProps = {
  duties: readonly Duty[];
  /** Beyond it nothing was looked at. */
  sight: { from: Instant; to: Instant };
  now: Instant;
  zone: string;
  /** Whether the reader's clocks show something else than those of `zone`. */
  abroad: boolean;
  /** What an override is written with; null for whoever may write none. */
  override: Omit<OverrideFormProps, 'from' | 'to' | 'close'> | null;
};

/** Who is on call, one after another; what is not over yet may be given to somebody else. */
export function DutyList({ duties, sight, now, zone, abroad, override }: DutyListProps) {
  const rows = duties.map((duty) => {
    const wall = { wallFrom: wallAt(duty.from, zone), wallTo: wallAt(duty.to, zone) };
    const action = override && duty.to > now && (
      <OverrideDialog
        {...override}
        from={wallAt(later(duty.from, now), zone)}
        to={wall.wallTo}
        trigger={
          <Button
            size="sm"
            aria-label={`Override ${duty.person?.name ?? 'the gap'} from ${wall.wallFrom.replace('T', ' ')}`}
          >
            Override
          </Button>
        }
      />
    );
    return { duty, ...wall, begins: duty.from > sight.from, ends: duty.to < sight.to, action };
  });
  return <DutyTable zone={zone} rows={rows} abroad={abroad} />;
}
