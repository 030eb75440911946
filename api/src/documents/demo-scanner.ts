import type { Readable } from 'node:stream';

import { type ScanResult, VirusScanner } from './virus-scanner.js';

/** In two halves, or a scanner of the machine that holds this source would find it here. */
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

/**
 * The demonstration's stand-in: knows the harmless EICAR test file, wherever in the bytes it is, and nothing else. It says
 * that it is the demonstration's, and production refuses to run with it.
 */
export class DemoScanner extends VirusScanner {
  async scan(bytes: Readable): Promise<ScanResult> {
    let before = Buffer.alloc(0);
    for await (const chunk of bytes) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a file comes as bytes');
      const text = Buffer.concat([before, chunk]);
      if (text.includes(eicar)) {
        bytes.destroy();
        return { verdict: 'infected', finding: 'EICAR test file (demonstration scanner)' };
      }
      before = text.subarray(-eicar.length);
    }
    return { verdict: 'clean' };
  }
}
