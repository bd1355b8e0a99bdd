/** Nothing of the caller's: a PGDATA or a locale of theirs would mislead the server. */
export const bareEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV };
