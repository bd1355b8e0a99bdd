import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { hoursWords, minutesWords, pagedWords, silenceWords, toldWords } from '@/lib/core/severity/policy-words';
import { type SeverityRule, type SeverityRules, pagedUnder, severities } from '@/lib/core/severity/severity';

const updates = ({ cadenceMinutes }: SeverityRule) =>
  cadenceMinutes === null ? 'None owed' : minutesWords(cadenceMinutes);
const postmortem = ({ postmortemHours }: SeverityRule) =>
  postmortemHours === null ? 'None owed' : `Within ${hoursWords(postmortemHours)}`;

const again = (rule: SeverityRule) => pagedUnder(rule) !== 'nobody' && `Again: ${silenceWords(rule).toLowerCase()}`;

/** What each severity means and asks for. */
export function PolicyTable({ rules }: { rules: SeverityRules }) {
  return (
    <>
      <div className="max-md:hidden">
        <Table caption="What each severity means and asks for">
          <thead>
            <tr>
              <Th className="w-2/5">Severity</Th>
              <Th>Somebody commands within</Th>
              <Th>Told at once</Th>
              <Th>Paged until acknowledged</Th>
              <Th>Updates every</Th>
              <Th>Postmortem</Th>
            </tr>
          </thead>
          <tbody>
            {severities.map((severity) => (
              <Tr key={severity}>
                <Td wrap className="py-3">
                  <SeverityMark severity={severity.toLowerCase() as Mark} size={14} className="text-base" />
                  <span className="measure mt-0.5 block text-muted">{rules[severity].meaning}</span>
                </Td>
                <Td className="tnum">{minutesWords(rules[severity].responseMinutes)}</Td>
                <Td wrap className="max-w-56">
                  {toldWords[rules[severity].told]}
                </Td>
                <Td wrap className="max-w-56">
                  {pagedWords[pagedUnder(rules[severity])]}
                  <span className="block text-xs text-muted">{again(rules[severity])}</span>
                </Td>
                <Td className="tnum">{updates(rules[severity])}</Td>
                <Td className="tnum">{postmortem(rules[severity])}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <div className="flex flex-col gap-6 md:hidden">
        {severities.map((severity) => (
          <section key={severity} aria-label={severity}>
            <SeverityMark severity={severity.toLowerCase() as Mark} size={14} className="text-base" />
            <p className="text-muted">{rules[severity].meaning}</p>
            <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 border-t border-line pt-2">
              <dt className="text-muted">Commanded</dt>
              <dd>within {minutesWords(rules[severity].responseMinutes)}</dd>
              <dt className="text-muted">Told</dt>
              <dd>{toldWords[rules[severity].told]}</dd>
              <dt className="text-muted">Paged</dt>
              <dd>
                {pagedWords[pagedUnder(rules[severity])]}
                <span className="block text-xs text-muted">{again(rules[severity])}</span>
              </dd>
              <dt className="text-muted">Updates</dt>
              <dd>{updates(rules[severity])}</dd>
              <dt className="text-muted">Postmortem</dt>
              <dd>{postmortem(rules[severity])}</dd>
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
