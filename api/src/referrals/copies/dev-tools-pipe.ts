import type { Readable, Writable } from 'node:stream';

type Answer = Readonly<Record<string, unknown>>;

/**
 * Chromium's DevTools protocol over its two pipes: messages of JSON that end in a zero byte. Every build of Chromium speaks it,
 * also those that cannot print by parameters alone.
 */
export class DevToolsPipe {
  private readonly waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  private rest = Buffer.alloc(0);
  private serial = 0;

  constructor(
    private readonly toBrowser: Writable,
    fromBrowser: Readable,
  ) {
    fromBrowser.on('data', (piece: Buffer) => this.read(piece));
    // A browser that ends takes the pipe with it: what waits is failed by `fail`.
    toBrowser.on('error', (error: Error) => this.fail(error));
    fromBrowser.on('error', (error: Error) => this.fail(error));
  }

  send(method: string, params: object, sessionId?: string): Promise<Answer> {
    this.serial += 1;
    const id = this.serial;
    const answer = new Promise<Answer>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    return answer;
  }

  /** Nobody answers any more. */
  fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private read(piece: Buffer): void {
    this.rest = Buffer.concat([this.rest, piece]);
    for (let end = this.rest.indexOf(0); end >= 0; end = this.rest.indexOf(0)) {
      const message: unknown = JSON.parse(this.rest.subarray(0, end).toString());
      this.rest = this.rest.subarray(end + 1);
      if (isAnswer(message)) this.settle(message);
    }
  }

  private settle({ id, result, error }: { id: number; result?: Answer; error?: unknown }): void {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (result === undefined || error !== undefined) one?.reject(new Error('the browser refused a command'));
    else one?.resolve(result);
  }
}

/** Events of the browser have no id. */
function isAnswer(message: unknown): message is { id: number; result?: Answer; error?: unknown } {
  return typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number';
}
