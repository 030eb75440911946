import type { ReferralReceipt } from '@panel/api-client';
import { receiptChannelLabel } from '@panel/case-rules';
import { dayText } from '@panel/ui';

/** "Received by email from Priya Nair, SENCo, on 20 November 2026, and entered by Judith Marsh for the school". */
export function receiptText({ receivedFrom, receivedOn, channel, recordedByName }: ReferralReceipt): string {
  const how = receiptChannelLabel(channel).replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  return `Received ${how} from ${receivedFrom}, on ${dayText(receivedOn)}, and entered by ${recordedByName} for the school`;
}
