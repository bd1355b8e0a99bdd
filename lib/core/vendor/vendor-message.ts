// What a vendor is written when a step of a policy comes due: nothing that an outsider should not read, so no words of the incident's own.
import { type Incident } from '../incident/incident';
import { type Severity } from '../severity/severity';

/** The vendor as we are known there, who we are, and whom an answer reaches: who commands here, else who is called; or null. */
export interface Asking {
  vendor: { name: string; account: string; contract: string };
  organisation: string;
  answers: { name: string; commands: boolean } | null;
}

const levels: Record<Severity, string> = {
  Critical: 'the highest of our four levels',
  High: 'the second of our four levels',
  Medium: 'the third of our four levels',
  Low: 'the lowest of our four levels',
};

/** A message that asks a vendor for help; of a private incident only that we ask to be contacted. */
export function vendorMessage(
  { number, severity, startedAt, private: secret }: Pick<Incident, 'number' | 'severity' | 'startedAt' | 'private'>,
  { vendor: { name, account, contract }, organisation, answers }: Asking,
): { title: string; body: string } {
  const customer = [account && `Our account: ${account}.`, contract && `Our contract: ${contract}.`];
  if (secret) {
    const body = [
      `Hello ${name},`,
      `please contact ${organisation} about INC-${number}. Reply to this message.`,
      lines(customer),
    ];
    return { title: `${organisation}: please contact us (INC-${number})`, body: paragraphs(body) };
  }
  const reach = answers
    ? `Reply to this message to reach ${answers.name}, who is ${answers.commands ? 'in command' : 'on call'} here.`
    : 'Reply to this message to reach us.';
  return {
    title: `${organisation}: please help us with ${name} (INC-${number} ${severity})`,
    body: paragraphs([
      `Hello ${name},`,
      `this is ${organisation}. Something is wrong here, your service may have a part in it, and we ask for your help.`,
      lines([
        `How bad it is for us: ${severity}, ${levels[severity]}.`,
        `Since: ${minuteOf(startedAt)} UTC.`,
        ...customer,
      ]),
      `We call it INC-${number}: please name it in your answer, and give us your ticket number.`,
      reach,
    ]),
  };
}

function lines(all: readonly string[]): string {
  return all.filter(Boolean).join('\n');
}

function paragraphs(all: readonly string[]): string {
  return all.filter(Boolean).join('\n\n');
}

function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
