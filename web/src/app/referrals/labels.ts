import { referralStatusDisplay, type ReferralStatus } from '@panel/case-rules';
import { isRiskLevel, riskLevelLabel } from '@panel/risk';
import type { TagColour } from '@panel/ui';

/** A status as a tag shows it. */
export function statusTag(status: ReferralStatus): { readonly text: string; readonly colour: TagColour } {
  const { label, colour } = referralStatusDisplay(status);
  switch (colour) {
    // The Design System has renamed these two.
    case 'light-blue':
      return { text: label, colour: 'blue' };
    case 'turquoise':
      return { text: label, colour: 'teal' };
    default:
      return { text: label, colour };
  }
}

/** "High", or "Not assessed" for a child without an assessment. */
export function riskText(level: string | null): string {
  return level !== null && isRiskLevel(level) ? riskLevelLabel(level) : 'Not assessed';
}

/** "RB" for "Robin Brown". */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
