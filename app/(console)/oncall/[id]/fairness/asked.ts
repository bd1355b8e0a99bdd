import { type FairnessSpan, fairnessSpans } from '@/lib/core/oncall/fairness';

/** The span that an address names: `?span=year&way=ahead`; the last quarter for what is none. */
export function askedOf(get: (name: string) => string | null | undefined): { span: FairnessSpan; ahead: boolean } {
  const span = fairnessSpans.find((each) => each === get('span')) ?? 'quarter';
  return { span, ahead: get('way') === 'ahead' };
}
