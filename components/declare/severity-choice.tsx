import { RadioCards } from '@/components/ui/radio-cards';
import { type Severity as Mark, SeverityMark } from '@/components/ui/severity-mark';
import { severities, unsureSeverity } from '@/lib/core/severity/severity';
import { type Meanings } from './choices';

/** How bad it is, each with the policy's own sentence; "unsure" is an honest answer and the one that is chosen already. */
export function SeverityChoice({ meanings, error }: { meanings: Meanings; error: string | null }) {
  return (
    <RadioCards
      name="severity"
      legend="How bad is it?"
      defaultValue="unsure"
      error={error}
      options={[
        ...severities.map((severity) => ({
          value: severity,
          label: <SeverityMark severity={severity.toLowerCase() as Mark} size={14} />,
          hint: meanings[severity],
        })),
        {
          value: 'unsure',
          label: <SeverityMark severity={null} size={14} />,
          hint: `Triage decides. Until then it is treated as ${unsureSeverity}.`,
        },
      ]}
    />
  );
}
