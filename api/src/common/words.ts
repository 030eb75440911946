import { formatDate } from '@panel/reference';

/** Parts of a name that are no words but are read letter by letter. */
const letters: Readonly<Record<string, string>> = { upn: 'UPN', ehc: 'EHC', id: 'ID' };

/** `legal_surname` and `agreedByName` as people read them. */
export function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[_ ]/)
    .map((word) => letters[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const code = /^[a-z]+(_[a-z0-9]+)+$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}(\.\d+)?(Z|\+00:00)$/;

/** A code, a date or an instant as people read it; every other text as it is. */
export function textInWords(text: string): string {
  if (code.test(text)) return inWords(text);
  if (day.test(text)) return formatDate(text);
  const [, date, time] = instant.exec(text) ?? [];
  return date === undefined ? text : `${formatDate(date)} at ${time} (UTC)`;
}
