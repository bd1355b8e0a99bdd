import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { Time } from '@/components/ui/time';
import { policyChanges } from '@/lib/core/severity/policy-words';
import { type SeverityRules } from '@/lib/core/severity/severity';

type Version = {
  version: number;
  rules: SeverityRules;
  by: string | null;
  at: string | null;
  former: SeverityRules | null;
  governs: number;
};

/** Every version, newest first: who put it in force, when, and what it changed. */
export function PolicyHistory({ versions }: { versions: readonly Version[] }) {
  return (
    <ol>
      {versions.map(({ version, rules, by, at, former, governs }, place) => (
        <li
          key={version}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 last:border-b-0 md:grid-cols-[14rem_1fr]"
        >
          <div>
            <p className="tnum font-medium">
              Version {version}
              {place === 0 && <span className="ml-2 font-normal text-done">in force</span>}
            </p>
            <p className="text-xs text-muted">
              {by && at ? (
                <>
                  {by} · <Time at={at} form="clock" />
                </>
              ) : (
                'Came with Quarterdeck'
              )}
            </p>
            {governs > 0 && (
              <p className="text-xs text-muted">
                governs {governs} open {governs === 1 ? 'incident' : 'incidents'}
              </p>
            )}
          </div>
          {former && (
            <ul className="flex flex-col gap-1">
              {policyChanges(former, rules).map(({ severity, what, before, after }) => (
                <li key={`${severity} ${what}`} className="flex flex-wrap items-baseline gap-x-2">
                  <SeverityMark severity={severity.toLowerCase() as Mark} size={10} className="w-20" />
                  <span className="text-muted">{what}</span>
                  <span>
                    <del className="text-muted no-underline">{before}</del>
                    <span aria-hidden="true" className="mx-1.5 text-muted">
                      →
                    </span>
                    <span className="sr-only"> became </span>
                    <ins className="font-medium no-underline">{after}</ins>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
