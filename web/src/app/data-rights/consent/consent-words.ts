import type { ConsentChannel, ConsentEvent } from '@panel/api-client';
import type { Option } from '@panel/ui';

export const consentChannels: readonly Option<ConsentChannel>[] = [
  { value: 'in_person', text: 'In person' },
  { value: 'by_phone', text: 'By phone' },
  { value: 'in_writing', text: 'In writing' },
];

export function channelText(channel: string): string {
  return consentChannels.find(({ value }) => value === channel)?.text ?? channel;
}

export function groupsText({ panelSchools, providers }: Pick<ConsentEvent, 'panelSchools' | 'providers'>): string {
  if (panelSchools && providers) return 'Panel schools and providers of support';
  return panelSchools ? 'Panel schools' : 'Providers of support';
}

export function sharedText(isShared: boolean): string {
  return isShared ? 'Yes, the family agrees' : 'No, nothing is shared';
}
