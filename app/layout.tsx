import './globals.css';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
  adjustFontFallback: 'Arial',
});

const interExt = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  variable: '--font-inter-ext',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-02BA,U+02BD-02C5,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

const jetbrains = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains',
  weight: '100 800',
  display: 'swap',
  adjustFontFallback: false,
});

/** The process's clock, read once a request; a room that follows the database's nests a clock of its own. */
const serverNow = () => Date.now();

export const metadata: Metadata = {
  title: { default: 'Quarterdeck', template: '%s · Quarterdeck' },
  description: 'Incident command, calm at three in the morning.',
  applicationName: 'Quarterdeck',
  manifest: '/manifest.webmanifest',
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/icon-180.png' },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f4ee' },
    { media: '(prefers-color-scheme: dark)', color: '#0b0f16' },
  ],
};

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Theme, keys and zone come from the person's cookies, the platform from the request: the first paint is the right one, without a script. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const theme = jar.get('qd-theme')?.value;
  const zone = jar.get('qd-zone')?.value ?? 'UTC';
  const keys = jar.get('qd-keys')?.value === 'off' ? 'off' : 'on';
  const mac = /Mac|iPhone|iPad/.test(head.get('user-agent') ?? '');
  return (
    <html
      lang="en"
      data-theme={theme === 'night' || theme === 'day' ? theme : undefined}
      data-keys={keys}
      data-platform={mac ? 'mac' : 'other'}
      className={`${inter.variable} ${interExt.variable} ${jetbrains.variable}`}
    >
      <body>
        <Providers now={serverNow()} zone={isZone(zone) ? zone : 'UTC'} keysOn={keys === 'on'}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
