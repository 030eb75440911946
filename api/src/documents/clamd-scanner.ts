import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import { type ScanResult, ScannerUnavailable, VirusScanner } from './virus-scanner.js';

const longestReply = 4_096;
const silenceMilliseconds = 120_000;
const chunkBytes = 64 * 1024;

/**
 * ClamAV's daemon, spoken to in its own protocol: `zINSTREAM`, then the bytes in chunks that say how long they are, an empty
 * one as the end, and one line as the answer. The daemon needs no access to our files.
 */
export class ClamdScanner extends VirusScanner {
  private readonly target: NetConnectOpts;

  /** `tcp://host:3310`, or `unix:/run/clamav/clamd.ctl`. */
  constructor(address: string) {
    super();
    this.target = clamdTarget(address);
  }

  async scan(bytes: Readable): Promise<ScanResult> {
    const socket = connect(this.target);
    socket.setTimeout(silenceMilliseconds, () => socket.destroy(new Error('clamd fell silent')));
    const reply = readReply(socket);
    let hasAnswered = false;
    // Looked at below; it may come, or fail, while bytes are still being sent.
    reply.then(
      () => (hasAnswered = true),
      () => undefined,
    );
    try {
      await send(socket, bytes, () => hasAnswered);
      return toResult(await reply);
    } catch (error) {
      // clamd may have answered and hung up in the middle of a stream that is longer than it takes.
      const answer = await reply.catch(() => null);
      if (answer !== null) return toResult(answer);
      throw new ScannerUnavailable(`clamd: ${error instanceof Error ? error.message : 'unknown'}`, { cause: error });
    } finally {
      bytes.destroy();
      socket.destroy();
    }
  }
}

export function clamdTarget(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const url = URL.parse(address);
  if (url?.protocol !== 'tcp:' || !url.hostname) {
    throw new Error(`PANEL_VIRUS_SCANNER must be tcp://host:port or unix:/path, but is "${address}".`);
  }
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) };
}

async function send(socket: Socket, bytes: Readable, hasAnswered: () => boolean): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of bytes) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a file comes as bytes');
    for (let at = 0; at < chunk.length; at += chunkBytes) {
      const part = chunk.subarray(at, at + chunkBytes);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      await write(socket, Buffer.concat([length, part]));
      // clamd answers and hangs up as soon as it has had too much: its answer is read before we write into nothing.
      await setImmediate();
      if (hasAnswered()) return;
    }
  }
  await write(socket, Buffer.alloc(4));
}

/** Waits until the bytes have gone, so that a slow scanner slows the reading and not the memory. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function readReply(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > longestReply) reject(new Error('clamd answers without end'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('clamd hung up without an answer')));
  });
}

function toResult(reply: string): ScanResult {
  if (reply === 'stream: OK') return { verdict: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (found !== undefined) return { verdict: 'infected', finding: found };
  if (/size limit exceeded/i.test(reply)) return { verdict: 'cannot_tell', finding: 'scanner_size_limit' };
  // Anything else is a trouble of the scanner's own, and no word about the file.
  throw new ScannerUnavailable(`clamd answered: ${reply.slice(0, 100)}`);
}
