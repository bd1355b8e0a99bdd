/** @type {import('next').NextConfig} */
const config = {
  // One folder per version of the sources, so that a new build never pulls files from under a running copy.
  distDir: process.env.QUARTERDECK_BUILD ?? '.next',
  // The version of the sources, so that nodes which built them alike serve each other's pages.
  generateBuildId: () => (process.env.QUARTERDECK_BUILD ?? 'development').split('/').at(-1) ?? 'development',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    '@prisma/adapter-pg',
    '@prisma/client',
    'better-auth',
    'graphile-worker',
    'pg',
    'pino',
    'prom-client',
    'socket.io',
  ],
  // `npm test` checks types; a build at the user's start must not spend a minute repeating that.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // No picture of ours is resized: left open, that address would cost strangers nothing and this machine much.
  images: { unoptimized: true },
  turbopack: { root: import.meta.dirname },
  experimental: {
    // Each version is built once, into an empty folder: a cache would only cost.
    turbopackFileSystemCacheForBuild: false,
    // A calendar file of 1 MB, and the form around it.
    serverActions: { bodySizeLimit: '1200kb' },
  },
};

export default config;
