/** For which stage of schooling a page of the toolkit is; coarser than the codes of the register, as advice is. */
export const TOOLKIT_PHASES = ['early_years', 'primary', 'secondary', 'post_16'] as const;
export type ToolkitPhase = (typeof TOOLKIT_PHASES)[number];

const LABELS: Readonly<Record<ToolkitPhase, string>> = {
  early_years: 'Early years',
  primary: 'Primary',
  secondary: 'Secondary',
  post_16: 'After 16',
};

/** The phase as people see it. */
export function toolkitPhaseLabel(phase: ToolkitPhase): string {
  return LABELS[phase];
}

/** Whether a text is a phase of the toolkit. */
export function isToolkitPhase(text: string): text is ToolkitPhase {
  return TOOLKIT_PHASES.some((phase) => phase === text);
}
