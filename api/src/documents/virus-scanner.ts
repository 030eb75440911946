import type { Readable } from 'node:stream';

/** What a scanner says of some bytes. `cannot_tell` is for good (it will say the same again); being away is an error. */
export type ScanResult =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly finding: string }
  | { readonly verdict: 'cannot_tell'; readonly finding: string };

export abstract class VirusScanner {
  /** Rejects with `ScannerUnavailable` when nobody looked: the file then stays in quarantine and is tried again. */
  abstract scan(bytes: Readable): Promise<ScanResult>;
}

export class ScannerUnavailable extends Error {}

/** Where none is set up: nothing is ever released. */
export class NoScanner extends VirusScanner {
  scan(bytes: Readable): Promise<ScanResult> {
    bytes.destroy();
    return Promise.reject(new ScannerUnavailable('no virus scanner is set up: PANEL_VIRUS_SCANNER names none'));
  }
}
