import type { Option } from '@panel/ui';

/** Entries of a code set as answers to choose from. */
export function codeOptions(codes: readonly { readonly code: string; readonly label: string }[]): Option[] {
  return codes.map(({ code, label }) => ({ value: code, text: label }));
}

export const YES_NO: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];
