import { type Role, ROLES } from '@panel/case-rules';

/**
 * How a thing stands to the person who asks. The people of the matrix work for Alder School (SENCo, panel member), for
 * Birch Support (provider) and for the first authority.
 */
export const RELATIONS = [
  'own',
  'draft',
  'other_school',
  'other_provider',
  'on_panel',
  'conflicted',
  'consent_withdrawn',
  'planned',
  'other_person',
  'other_authority',
  'absent',
] as const;

export type Relation = (typeof RELATIONS)[number];

export const relationWords: Readonly<Record<Relation, string>> = {
  own: 'of one’s own school, provider, authority or self',
  draft: 'not yet submitted, of one’s own school',
  other_school: 'of another school',
  other_provider: 'of another provider',
  on_panel: 'of another school, in published papers of a panel',
  conflicted: 'of a school one works for, in published papers of a panel',
  consent_withdrawn: 'whose family has taken back its agreement, otherwise as visible as can be',
  planned: 'a panel whose papers are not published',
  other_person: 'of another person of the same authority',
  other_authority: 'of another authority',
  absent: 'that does not exist',
};

/** Everything but what nobody ever sees. */
const wholeAuthority: readonly Relation[] = [
  'own',
  'other_school',
  'other_provider',
  'on_panel',
  'conflicted',
  'consent_withdrawn',
  'planned',
];

const everybody: Partial<Record<Role, readonly Relation[]>> = Object.fromEntries(ROLES.map((role) => [role, ['own']]));

/**
 * What each role sees of each thing, where its permissions let it ask at all. Written by hand from the rules of the domain,
 * not from the code that it judges. A role that is not named sees nothing.
 */
export const sees: Readonly<Record<string, Partial<Record<Role, readonly Relation[]>>>> = {
  referral: {
    senco: ['own', 'draft', 'conflicted'],
    coordinator: wholeAuthority,
    panel_member: ['on_panel'],
  },
  // What council and school have between them about a case: not for the panel, not for a provider.
  on_case: { senco: ['own', 'draft', 'conflicted'], coordinator: wholeAuthority },
  child: { senco: ['own', 'conflicted'], coordinator: wholeAuthority },
  school: { senco: ['own'], coordinator: wholeAuthority, administrator: wholeAuthority },
  panel: { coordinator: wholeAuthority, panel_member: ['own'] },
  allocation: { coordinator: wholeAuthority, provider: ['own'] },
  // Who oversees sees all of them, who had one their own.
  emergency_access: {
    coordinator: ['own', 'other_person'],
    administrator: ['own'],
    data_protection_officer: ['own', 'other_person'],
  },
  // Things of the authority as a whole: whoever may ask at all sees them.
  authority: everybody,
  // What belongs to a person, such as a session, is that person's only.
  person: everybody,
};
