import { codeLabel, type Code } from './codes.js';

/** Broad areas of need of the SEND Code of Practice (2015); a grouping for people, not part of the census codes. */
export const BROAD_AREAS_OF_NEED = [
  'Communication and interaction',
  'Cognition and learning',
  'Social, emotional and mental health',
  'Sensory and/or physical',
] as const;
export type BroadAreaOfNeed = (typeof BROAD_AREAS_OF_NEED)[number];

interface SenTypeEntry extends Code {
  readonly broadArea: BroadAreaOfNeed | null;
  /** SEN provision codes with which the type may be recorded (school census rule 2175 for NSA). */
  readonly provisions: readonly ('K' | 'E')[];
}

/**
 * Types of special educational need, DfE code set CS071 (Common Basic Data Set, May 2026), in census order. `DS` is also a
 * suspension reason: never share one table between sets.
 */
export const SEN_TYPES = [
  senType('SPLD', 'Specific learning difficulty', 'Cognition and learning'),
  senType('MLD', 'Moderate learning difficulty', 'Cognition and learning'),
  senType('SLD', 'Severe learning difficulty', 'Cognition and learning'),
  senType('PMLD', 'Profound and multiple learning difficulty', 'Cognition and learning'),
  senType('SEMH', 'Social, emotional and mental health', 'Social, emotional and mental health'),
  senType('SLCN', 'Speech, language and communication needs', 'Communication and interaction'),
  senType('HI', 'Hearing impairment', 'Sensory and/or physical'),
  senType('VI', 'Vision impairment', 'Sensory and/or physical'),
  senType('MSI', 'Multi-sensory impairment', 'Sensory and/or physical'),
  senType('PD', 'Physical disability', 'Sensory and/or physical'),
  senType('ASD', 'Autistic spectrum disorder', 'Communication and interaction'),
  { ...senType('DS', 'Down syndrome', null), validFrom: '2025-01-16' },
  senType('OTH', 'Other difficulty or disability', null),
  { ...senType('NSA', 'SEN support but no specialist assessment of type of need', null), provisions: ['K'] },
] as const satisfies readonly SenTypeEntry[];

export type SenTypeCode = (typeof SEN_TYPES)[number]['code'];

function senType<C extends string>(code: C, label: string, broadArea: BroadAreaOfNeed | null) {
  const provisions: readonly ('K' | 'E')[] = ['K', 'E'];
  return { code, label, broadArea, provisions };
}

/** Whether a text is one of the codes, in capitals. */
export function isSenTypeCode(code: string): code is SenTypeCode {
  return SEN_TYPES.some((entry) => entry.code === code);
}

/** The label of a SEN type; an unknown code is given back. */
export function senTypeLabel(code: string): string {
  return codeLabel(SEN_TYPES, code);
}

/** The broad area of need of a SEN type, or null where it has none. */
export function broadAreaOfNeed(code: SenTypeCode): BroadAreaOfNeed | null {
  return SEN_TYPES.find((entry) => entry.code === code)?.broadArea ?? null;
}

/** Whether a SEN type may be recorded with a SEN provision; with N there is no type at all (rules 2125, 2175). */
export function isSenTypeAllowedWith(code: SenTypeCode, provision: string): boolean {
  const entry: SenTypeEntry | undefined = SEN_TYPES.find((candidate) => candidate.code === code);
  return entry?.provisions.some((allowed) => allowed === provision) ?? false;
}
