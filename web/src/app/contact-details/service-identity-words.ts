import type { ServiceIdentity } from '@panel/api-client';
import { contrastWithWhite } from '@panel/reference';
import { instantText, type SummaryRow } from '@panel/ui';

/** Rounded down: what is too little never looks like enough. */
export function contrastText(colour: string): string {
  const ratio = (Math.floor(contrastWithWhite(colour) * 10) / 10).toFixed(1);
  return `White text on this colour has a contrast of ${ratio} to 1`;
}

export function identityRows(identity: ServiceIdentity | undefined): readonly SummaryRow[] {
  return [
    { key: 'Name of the council', value: identity?.councilName },
    { key: 'Name of the service', value: identity?.serviceName },
    { key: 'Colour', value: identity ? (identity.brandColour ?? 'That of the product') : undefined },
    ...(identity?.changedAt
      ? [{ key: 'Last changed', value: `${instantText(identity.changedAt)} by ${identity.changedByName ?? ''}` }]
      : []),
  ];
}
