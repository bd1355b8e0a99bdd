import { type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Listens, trying for five seconds: a killed process may hold the port a moment longer. */
export async function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!inUse || attempt === 20) throw error;
      await sleep(250);
    }
  }
}
