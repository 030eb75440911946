import type { Referral, ReferralGapAnswer, ReferralListItem } from '@panel/api-client';
import { emptyReferralAnswers, type ReferralSection } from '@panel/case-rules';
import type { OpenedPage } from '../home/page/page.fixture.js';

/** A draft of an invented child in which nothing is written yet. */
export function aReferral(changes: Partial<Referral> = {}): Referral {
  const answers = emptyReferralAnswers();
  const unsaved = <S extends ReferralSection>(section: S) => ({
    version: 0,
    savedAt: null,
    savedByName: null,
    changes: [],
    copiedFrom: null,
    answers: answers[section],
  });
  const referral: Referral = {
    id: 'r1',
    reference: 'EIP-2026-0001',
    status: 'draft',
    version: 3,
    school: { id: 's1', name: 'Larkfield Primary School' },
    childId: null,
    pupilName: '',
    ncYear: null,
    primaryNeed: null,
    isUrgent: false,
    isEditable: true,
    amendment: null,
    receipt: null,
    signOff: { state: 'signed', name: 'Amal Head', role: 'Head teacher', at: '2026-11-24T08:00:00Z', comment: null },
    isPanelConsentWithdrawn: false,
    isProviderConsentWithdrawn: false,
    createdOn: '2026-11-20',
    submittedOn: null,
    nextStep: { text: 'The school needs to complete and submit the referral', dueOn: null },
    availableVerbs: ['submit', 'withdraw'],
    sections: {
      pupil: unsaved('pupil'),
      family: unsaved('family'),
      consent: unsaved('consent'),
      needs: unsaved('needs'),
      flags: unsaved('flags'),
      attendance: unsaved('attendance'),
      graduatedResponse: unsaved('graduatedResponse'),
      measures: unsaved('measures'),
      voice: unsaved('voice'),
      request: unsaved('request'),
    },
    hiddenAnswers: [],
    gaps: [],
    returnReason: null,
    declineReason: null,
    declineExplanation: null,
    withdrawReason: null,
    reopenReason: null,
    ...changes,
  };
  return { ...referral, isEditable: changes.isEditable ?? ['draft', 'returned'].includes(referral.status) };
}

/** The draft after its pupil section was saved once. */
export function withPupil(
  referral: Referral,
  { version, name = '', upn = '' }: { readonly version: number; readonly name?: string; readonly upn?: string },
): Referral {
  const { pupil } = referral.sections;
  const saved = {
    version,
    savedAt: '2026-11-24T09:30:00Z',
    savedByName: 'Jo Fielding',
    changes: [],
    copiedFrom: null,
    answers: { ...pupil.answers, legalForename: name, upn },
  };
  return { ...referral, sections: { ...referral.sections, pupil: saved } };
}

export function aGap(pointer: string, message: string, why = 'It matters.'): ReferralGapAnswer {
  return { section: pointer.split('/')[1] ?? '', pointer, code: 'missing', message, why };
}

export function aListItem(changes: Partial<ReferralListItem> = {}): ReferralListItem {
  return {
    id: 'r1',
    reference: 'EIP-2026-0001',
    pupilName: 'Robin Brown',
    ncYear: '5',
    schoolName: 'Larkfield Primary School',
    status: 'submitted',
    primaryNeed: 'SEMH',
    riskLevel: 'high',
    isUrgent: false,
    submittedOn: '2026-11-20',
    ...changes,
  };
}

/** The session of a person with these permissions, as a stand-in for `CurrentSession`. */
export function sessionWith(...permissions: readonly string[]): {
  may(permission: string): boolean;
  session(): { readonly userId: string; readonly authority: { readonly name: string } };
} {
  const session = { userId: 'u1', authority: { name: 'Larkshire County Council' } };
  return { may: (permission) => permissions.includes(permission), session: () => session };
}

/** Submits the form of a page, as the Enter key does; the button takes a second click within a second for a double click. */
export function submit(page: OpenedPage): Promise<void> {
  page.find('form').dispatchEvent(new Event('submit', { cancelable: true }));
  return page.settle();
}
