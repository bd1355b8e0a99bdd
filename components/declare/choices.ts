import { type Likeness } from '@/lib/core/incident/similar';
import { type Refusal } from '@/lib/core/refusal';
import { type Severity } from '@/lib/core/severity/severity';

/** What may be chosen while declaring. */
export interface DeclareChoices {
  services: { id: string; name: string; tier: number; team: string | null }[];
  people: { id: string; name: string; hint: string }[];
}

export type Meanings = Record<Severity, string>;
export type Declare = (form: FormData) => Promise<{ number: number } | Refusal>;
export type FindDoubles = (title: string, services: string[]) => Promise<Likeness[]>;
