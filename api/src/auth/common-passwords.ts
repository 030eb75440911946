import { dictionary } from '@zxcvbn-ts/language-common';

let known: ReadonlySet<string> | undefined;

/** Whether it is among the 49,000 most used, in lower case. The list is unpacked when it is first asked. */
export function isCommonPassword(lower: string): boolean {
  known ??= new Set(dictionary['passwords-common']);
  return known.has(lower);
}
