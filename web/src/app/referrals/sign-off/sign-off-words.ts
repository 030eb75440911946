import type { SignOff, SignOffSummary } from '@panel/api-client';
import { instantText, type SummaryRow, type TagColour } from '@panel/ui';

type State = SignOffSummary['state'];

const labels: Readonly<Record<State, readonly [text: string, colour: TagColour]>> = {
  none: ['Not asked yet', 'grey'],
  asked: ['Waiting for the head teacher', 'blue'],
  asked_outdated: ['To be asked again', 'orange'],
  expired: ['Link expired', 'orange'],
  signed: ['Signed off', 'green'],
  signed_outdated: ['No longer holds', 'orange'],
  sent_back: ['Sent back', 'red'],
  revoked: ['Not asked yet', 'grey'],
};

export function signOffTag(state: State): { readonly text: string; readonly colour: TagColour } {
  const [text, colour] = labels[state];
  return { text, colour };
}

/** What the state means, and what to do. */
export function signOffText({ state, name, at }: SignOffSummary): string {
  const who = name ?? 'The head teacher';
  const when = at === null ? '' : ` on ${instantText(at)}`;
  switch (state) {
    case 'none':
    case 'revoked':
      return 'The head teacher reads the referral and signs it off before it is submitted.';
    case 'asked':
      return `${who} was asked${when}. Whoever asked gets an email with the answer.`;
    case 'asked_outdated':
      return `${who} was asked${when}, and an answer has changed since. Ask again, so that they read what you will submit.`;
    case 'expired':
      return `${who} was asked${when}. The link has expired without an answer. Ask again.`;
    case 'signed':
      return `${who} signed off these answers${when}.`;
    case 'signed_outdated':
      return `${who} signed off the referral${when}, but an answer has changed since. The sign-off no longer holds: ask again.`;
    case 'sent_back':
      return `${who} sent the referral back${when}. Read the comment, change what is needed, then ask again.`;
  }
}

const ways: Readonly<Record<SignOff['way'], string>> = {
  link: 'By the link in an email',
  account: 'Signed in to this service',
  form: 'On the form that arrived',
};

const headings: Readonly<Record<SignOff['status'], string>> = {
  asked: 'Asked',
  signed: 'Signed off',
  sent_back: 'Sent back',
  revoked: 'Revoked',
};

/** One request or signature of the history. */
export function signOffCard(signOff: SignOff): { readonly heading: string; readonly rows: readonly SummaryRow[] } {
  const { status, headName, headEmail, askedByName, askedAt, decidedAt, signedName, signedRole, comment, remindedAt } =
    signOff;
  const signed = signedName === null ? [] : [{ key: 'Signed by', value: [signedName, signedRole ?? ''] }];
  return {
    heading: `${headings[status]}: ${headName}`,
    rows: [
      ...(headEmail === null ? [] : [{ key: 'Sent to', value: headEmail }]),
      { key: 'Asked', value: `${instantText(askedAt)} by ${askedByName}` },
      ...(remindedAt === null ? [] : [{ key: 'Last reminded', value: instantText(remindedAt) }]),
      ...signed,
      ...(decidedAt === null ? [] : [{ key: headings[status], value: instantText(decidedAt) }]),
      ...(status === 'signed' ? [{ key: 'How', value: ways[signOff.way] }] : []),
      ...(signOff.statement === null ? [] : [{ key: 'Statement', value: signOff.statement }]),
      ...(comment === null ? [] : [{ key: 'Comment', value: comment.split('\n') }]),
    ],
  };
}
