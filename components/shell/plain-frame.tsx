import type { ReactNode } from 'react';
import { Sign } from '../ui/sign';
import { DialBackdrop } from './dial-backdrop';

type PlainFrameProps = { title: string; lead?: ReactNode; children: ReactNode; foot?: ReactNode };

/** One column for whoever is not inside yet: sign-in, set-up, invitation, a page that is not there. */
export function PlainFrame({ title, lead, children, foot }: PlainFrameProps) {
  return (
    <div className="isolate min-h-dvh">
      <DialBackdrop />
      <main className="mx-auto flex min-h-dvh w-full max-w-[27rem] flex-col px-5 pt-[9vh] pb-10 lg:mr-0 lg:ml-[58vw]">
        <Sign size={30} wordmark />
        <div className="mt-10 rounded-md border border-line bg-surface p-6 max-md:-mx-1 max-md:p-5">
          <h1 className="text-lg font-semibold tracking-[-0.015em]">{title}</h1>
          {lead && <div className="mt-1 text-muted">{lead}</div>}
          <div className="mt-5 flex flex-col gap-4">{children}</div>
        </div>
        {foot && <div className="mt-3 -ml-1 self-start rounded-sm bg-ground px-2 py-1 text-muted">{foot}</div>}
      </main>
    </div>
  );
}
