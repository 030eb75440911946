import { createServer } from 'node:net';

const wantedFirst = 3000;
const tries = 50;

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The port that was asked for, or the first free one from 3000 on. A port that was asked for and is taken is an error. */
export async function choosePort(asked: number | null, host: string): Promise<number> {
  if (asked !== null) {
    if (await isFree(asked, host)) return asked;
    throw new Error(
      `Port ${asked} is taken by another program. Set PORT to a free one, or leave it out to have one picked.`,
    );
  }
  for (let port = wantedFirst; port < wantedFirst + tries; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port between ${wantedFirst} and ${wantedFirst + tries - 1}. Set PORT to one that is free.`);
}
