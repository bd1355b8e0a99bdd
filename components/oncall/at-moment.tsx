import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/field';
import type { AnswerAt } from '@/lib/core/oncall/answer-at';
import { wallWords, zoneWords } from './wall-words';

type AtMomentProps = {
  id: string;
  view: string;
  zone: string;
  /** What was asked, as a clock on the wall of `zone` shows it; empty for nothing yet. */
  asked: string;
  answer: AnswerAt | null;
};

/** Who is on call at a moment that the reader names. */
export function AtMoment({ id, view, zone, asked, answer }: AtMomentProps) {
  return (
    <div className="mt-2 mb-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      <Form action={`/oncall/${id}`} className="flex items-end gap-2" scroll={false}>
        <input type="hidden" name="view" value={view} />
        <DateTimeField key={asked} name="at" label="Who is on call at" defaultValue={asked} required />
        <Button type="submit">Show</Button>
      </Form>
      <p role="status" className="measure min-w-0 pb-1.5">
        {answer && (
          <>
            {answer.wall !== asked && `There is no ${wallWords(asked)} in ${zoneWords(zone)}: the clocks jump. `}
            {wallWords(answer.wall)}:{' '}
            <strong className={answer.person ? 'font-semibold' : 'font-semibold text-critical'}>
              {answer.known ? (answer.person?.name ?? 'nobody') : 'nothing was written down yet'}
            </strong>
            {answer.known && (answer.until ? `, until ${wallWords(answer.until)}` : ', no change within four weeks')}
          </>
        )}
      </p>
    </div>
  );
}
