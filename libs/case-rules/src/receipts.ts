/** How a referral came that a coordinator writes for a school. */
export const RECEIPT_CHANNELS = ['email', 'post', 'by_hand', 'other_portal'] as const;
export type ReceiptChannel = (typeof RECEIPT_CHANNELS)[number];

const LABELS: Readonly<Record<ReceiptChannel, string>> = {
  email: 'By email',
  post: 'By post',
  by_hand: 'By hand',
  other_portal: 'Through another portal of the council',
};

/** The way it came as people see it. */
export function receiptChannelLabel(channel: ReceiptChannel): string {
  return LABELS[channel];
}
