'use client';

import { useRouter } from 'next/navigation';
import { type Refusal } from '@/lib/core/refusal';
import { type Declare, type DeclareChoices, type FindDoubles, type Meanings } from './choices';
import { DeclareForm } from './declare-form';

type Returned = { refusal: Refusal; title: string; summary: string };

type DeclarePageFormProps = {
  requestKey: string;
  meanings: Meanings;
  choices: DeclareChoices;
  declare: Declare;
  declareAndGo: (before: Returned | null, form: FormData) => Promise<Returned>;
  findDoubles: FindDoubles;
};

/** The form on a page of its own: for a link on a phone, and for a browser without scripts. */
export function DeclarePageForm(props: DeclarePageFormProps) {
  const router = useRouter();
  return (
    <DeclareForm
      {...props}
      onDone={(number) => router.push(`/incidents/${number}`)}
      footer={(submit, double) => (
        <div className="mt-5 flex flex-wrap items-center gap-3">
          {submit}
          {double}
        </div>
      )}
    />
  );
}
