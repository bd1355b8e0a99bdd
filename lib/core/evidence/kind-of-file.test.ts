import { describe, expect, test } from 'vitest';
import { cleanFileName, isImage, kindOfFile } from './kind-of-file';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('what a file is', () => {
  test.each([
    ['\x89PNG\r\n\x1a\n....', 'a.txt', 'image/png'],
    ['\xff\xd8\xff\xe0', 'a', 'image/jpeg'],
    ['GIF89a..', 'a.exe', 'image/gif'],
    ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'a', 'image/webp'],
    ['%PDF-1.7\n%\xe2\xe3', 'a', 'application/pdf'],
    ['a,b\n1,2\n', 'A.CSV', 'text/csv'],
    ['{"a":1}', 'a.json', 'application/json'],
    ['\x1b[31mERROR\x1b[0m\r\n', 'app.log', 'text/plain'],
    ['<html><script>alert(1)</script>', 'a.html', 'text/plain'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg', 'text/plain'],
    ['RIFF\x10\x00\x00\x00WAVEfmt ', 'a.webp', null],
    ['MZ\x90\x00\x03', 'a.png', null],
    ['\x7fELF\x02', 'a.txt', null],
    ['PK\x03\x04', 'a.docx', null],
    ['caf\xe9', 'latin-1.txt', null],
    ['', 'a.png', null],
  ])('%j named %s is %s', (content, name, type) => {
    expect(kindOfFile(bytes(content), name)).toBe(type);
  });

  test('text beyond ASCII is text', () => {
    expect(kindOfFile(new TextEncoder().encode('Zürich 💡'), 'a.md')).toBe('text/plain');
  });

  test('only our own image types are shown in place', () => {
    expect(isImage('image/png')).toBe(true);
    expect(isImage('image/svg+xml')).toBe(false);
  });
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ada\\graph.png', 'graph.png'],
  ['a\r\nb".txt', 'ab.txt'],
  ['   ', 'evidence'],
  ['\u202egnp.exe', 'gnp.exe'],
])('%j is kept as %j', (name, clean) => expect(cleanFileName(name)).toBe(clean));
