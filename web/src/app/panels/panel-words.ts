import { isSenTypeCode, ncYearLabel, isNcYearCode, senTypeLabel } from '@panel/reference';
import { dayText } from '@panel/ui';

const risks: Readonly<Record<string, string>> = { low: 'Low', medium: 'Medium', high: 'High' };

export const riskText = (level: string | null): string => (level === null ? 'Not assessed' : (risks[level] ?? level));

export const needText = (code: string | null): string =>
  code === null ? 'Not provided' : isSenTypeCode(code) ? senTypeLabel(code) : code;

export const yearText = (code: string | null): string =>
  code === null ? 'Not provided' : isNcYearCode(code) ? ncYearLabel(code) : code;

export const panelName = ({ heldOn }: { readonly heldOn: string }): string => `Panel on ${dayText(heldOn)}`;
