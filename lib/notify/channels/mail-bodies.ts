import { textsIn } from '@/lib/core/language/texts-in';
import { type Envelope } from '../envelope';
import { colourOf, subjectOf } from '../subject';
import { markup } from '../markup';

/** A mail's plain text: what, how bad, what is asked, and one address to answer at. */
export function mailText(envelope: Envelope): string {
  const { body, url, acknowledgeUrl, outsider } = envelope;
  if (outsider) return `${body.trim()}\n`;
  const { acts } = textsIn(envelope.language);
  const answer = acknowledgeUrl ? `${acts.acknowledge}:\n${acknowledgeUrl}` : '';
  return [subjectOf(envelope), body.trim(), answer, `${acts.openIn}:\n${url}`].filter(Boolean).join('\n\n') + '\n';
}

/** The same as HTML that needs nothing from elsewhere and reads in the dark too. */
export function mailHtml(envelope: Envelope): string {
  const { body, url, acknowledgeUrl, severity, outsider, language } = envelope;
  const { acts } = textsIn(language);
  const colour = `#${colourOf(severity).toString(16).padStart(6, '0')}`;
  const button = (text: string, address: string) =>
    `<p style="margin:24px 0"><a href="${markup(address)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1f4fd1;color:#ffffff;font-weight:600;text-decoration:none">${text}</a></p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${markup(subjectOf(envelope))}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;border-left:4px solid ${colour};padding-left:16px">
<h1 style="margin:0 0 12px;font-size:18px;line-height:1.4">${markup(subjectOf(envelope))}</h1>
${body.trim() ? `<p style="margin:0;white-space:pre-line">${markup(body.trim())}</p>` : ''}
${acknowledgeUrl ? button(acts.acknowledge, acknowledgeUrl) : ''}
${outsider ? '' : `<p style="margin:16px 0 0"><a href="${markup(url)}">${acts.openIn}</a></p>`}
</div>
</body></html>
`;
}
