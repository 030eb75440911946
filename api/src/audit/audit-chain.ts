import { createHash } from 'node:crypto';

/** One event as far as the chain is concerned. */
export interface ChainRow {
  readonly seq: number;
  readonly hash: Buffer;
  /** What was hashed behind the hash before it: docs/audit.md. */
  readonly canonical: string;
}

export interface ChainEnd {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Where a chain ended at a moment, as it was written down outside the database. */
export interface Anchor {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

export interface ChainFault {
  readonly seq: number;
  readonly code: 'event_missing' | 'event_changed' | 'head_differs' | 'anchor_differs' | 'anchor_missing';
}

export interface ChainVerdict {
  readonly events: number;
  readonly end: ChainEnd;
  /** The first thing that is wrong, or null: the chain is whole. */
  readonly fault: ChainFault | null;
}

export interface ChainSource {
  /** The next events by number, none at the end. */
  readAfter(seq: number): Promise<readonly ChainRow[]>;
  /** The head and the newest event, both of one moment. */
  readEnds(): Promise<{ readonly head: ChainEnd | null; readonly last: ChainEnd | null }>;
}

/** Before the first event: also less than any number that somebody could have slipped in before it. */
const beforeAll = -Number.MAX_SAFE_INTEGER;
export const chainStart: ChainEnd = { seq: 0, hash: Buffer.alloc(32) };

export function nextHash(before: Buffer, canonical: string): Buffer {
  return createHash('sha256').update(before).update(canonical, 'utf8').digest();
}

/**
 * Computes a whole chain again and compares it with what is stored, with its head, and with what was written down outside.
 * Streams: while one batch is hashed the next is on its way.
 */
export async function verifyChain(source: ChainSource, anchors: readonly Anchor[]): Promise<ChainVerdict> {
  const anchored = new Map<number, Set<string>>();
  for (const { seq, hash } of anchors) anchored.set(seq, (anchored.get(seq) ?? new Set()).add(hash));
  let end = chainStart;
  let events = 0;
  const broken = (seq: number, code: ChainFault['code']): ChainVerdict => ({ events, end, fault: { seq, code } });

  let ends: Awaited<ReturnType<ChainSource['readEnds']>>;
  do {
    let batch = await source.readAfter(events === 0 ? beforeAll : end.seq);
    while (batch.length > 0) {
      const next = source.readAfter(batch.at(-1)?.seq ?? 0);
      next.catch(() => undefined); // awaited below; a fault found before that must not leave it unheard
      for (const row of batch) {
        if (row.seq !== end.seq + 1) return broken(end.seq + 1, 'event_missing');
        const hash = nextHash(end.hash, row.canonical);
        if (!hash.equals(row.hash)) return broken(row.seq, 'event_changed');
        const told = anchored.get(row.seq);
        if (told && [...told].some((anchor) => anchor !== hash.toString('hex')))
          return broken(row.seq, 'anchor_differs');
        end = { seq: row.seq, hash };
        events += 1;
      }
      batch = await next;
    }
    // While we read, others may have written: what was newest when the ends were read must have been seen.
    ends = await source.readEnds();
  } while ((ends.last?.seq ?? 0) > end.seq);
  const last = ends.last ?? chainStart;
  const head = ends.head ?? chainStart;
  if (head.seq !== last.seq || !head.hash.equals(last.hash))
    return broken(Math.min(head.seq, last.seq) + 1, 'head_differs');
  const lost = [...anchored.keys()].filter((seq) => seq > end.seq).sort((a, b) => a - b)[0];
  return lost === undefined ? { events, end, fault: null } : broken(end.seq + 1, 'anchor_missing');
}

const words: Readonly<Record<ChainFault['code'], string>> = {
  event_missing: 'is missing, or one was put in its place',
  event_changed: 'is not what was written',
  head_differs: 'does not fit the recorded end of the chain',
  anchor_differs: 'is not the one that was written down outside the database',
  anchor_missing: 'was written down outside the database and is gone, with all after it',
};

export function describeFault({ seq, code }: ChainFault): string {
  return `Event ${seq} ${words[code]}.`;
}
