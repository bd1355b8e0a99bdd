import { CST, Lexer } from 'yaml';

/** More than any file of the catalog has. What is nested by the thousand takes down the process that reads it. */
const mostFlow = 20;
const mostOnALine = 20;
const mostIndent = 100;
const mostReferences = 200;

const deep = 'This is nested too deeply.';
const referring = `There are more than ${mostReferences} references (& and *) in this file.`;

/** Tokens that the lexer adds and that stand for nothing in the text. */
const marks = new Set<CST.TokenType | null>(['doc-mode', 'flow-error-end', 'scalar']);

/** What in a text cannot be read without danger, and its offset; or null. It looks at one sign after the other and goes into nothing. */
export function tooMuchIn(text: string): { offset: number; message: string } | null {
  let [offset, flow, onThisLine, references, lineBegins] = [0, 0, 0, 0, true];
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'flow-seq-start' || type === 'flow-map-start') flow += 1;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') flow -= 1;
    else if (type === 'seq-item-ind' || type === 'explicit-key-ind') onThisLine += 1;
    else if (type === 'anchor' || type === 'alias') references += 1;
    const indented = type === 'space' && lineBegins && token.length > mostIndent;
    if (indented || flow > mostFlow || onThisLine > mostOnALine) return { offset, message: deep };
    if (references > mostReferences) return { offset, message: referring };
    lineBegins = type === 'newline';
    if (lineBegins) onThisLine = 0;
    if (!marks.has(type)) offset += token.length;
  }
  return null;
}
