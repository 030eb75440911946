import type { Code } from './codes.js';

/**
 * Ethnicity, main codes of the DfE Common Basic Data Set (May 2026). Optional and for monitoring only: never in a score, never
 * before a panel. Schools’ own extended codes are mapped to these on import.
 */
export const ETHNICITIES = [
  { code: 'WBRI', label: 'White – British' },
  { code: 'WIRI', label: 'White – Irish' },
  { code: 'WIRT', label: 'Traveller of Irish heritage' },
  { code: 'WROM', label: 'Gypsy / Roma' },
  { code: 'WOTH', label: 'Any other White background' },
  { code: 'MWBC', label: 'White and Black Caribbean' },
  { code: 'MWBA', label: 'White and Black African' },
  { code: 'MWAS', label: 'White and Asian' },
  { code: 'MOTH', label: 'Any other Mixed background' },
  { code: 'AIND', label: 'Indian' },
  { code: 'APKN', label: 'Pakistani' },
  { code: 'ABAN', label: 'Bangladeshi' },
  { code: 'AOTH', label: 'Any other Asian background' },
  { code: 'ABRI', label: 'Asian – British' },
  { code: 'AWEL', label: 'Asian – Welsh' },
  { code: 'CHNE', label: 'Chinese' },
  { code: 'BCRB', label: 'Black Caribbean' },
  { code: 'BAFR', label: 'Black – African' },
  { code: 'BOTH', label: 'Any other Black background' },
  { code: 'BBRI', label: 'Black – British' },
  { code: 'BWEL', label: 'Black – Welsh' },
  { code: 'OOTH', label: 'Any other ethnic group' },
  { code: 'REFU', label: 'Refused' },
  { code: 'NOBT', label: 'Information not yet obtained' },
] as const satisfies readonly Code[];
