import { createHash } from 'node:crypto';

/** The same name gives the same id on every machine: a demo that is set up twice has the same addresses. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`inclusion-panel demo ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) % 4) + 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
