import type { Role } from '@panel/case-rules';

/** What a person says themselves, because nothing else in the data says it. */
export const STEP_MARKS = ['help_read', 'toolkit_read', 'retention_reviewed', 'privacy_notice_read'] as const;
export const MARKS = ['dismissed', ...STEP_MARKS] as const;
export type Mark = (typeof MARKS)[number];

export interface StepKind {
  readonly code: string;
  readonly title: string;
  readonly hint: string;
  readonly link: string;
  /** Done once the person has opened its page; null: the data say so. */
  readonly mark: Mark | null;
  /** A condition; $1 the authority, $2 the person, $3 their schools, $4 their providers, $5 today, $6 has a second factor. */
  readonly sql: string;
}

const own = (mark: Mark): Pick<StepKind, 'mark' | 'sql'> => ({
  mark,
  sql: `exists (select 1 from getting_started_marks where authority_id = $1 and user_id = $2 and mark = '${mark}')`,
});

const data = (sql: string): Pick<StepKind, 'mark' | 'sql'> => ({ mark: null, sql });

const secondFactor: StepKind = {
  code: 'second_factor',
  title: 'Set up a second way to show that it is you',
  hint: 'An authenticator app or a passkey, beside your password',
  link: '/account/sign-in-methods',
  ...data('$6::boolean'),
};

const help = (role: Role, hint: string): StepKind => ({
  code: 'help',
  title: 'Read what happens when',
  hint,
  link: `/help/${role.replaceAll('_', '-')}`,
  ...own('help_read'),
});

const ofSchools = 'r.authority_id = $1 and r.school_id = any($3::uuid[])';

/** Somebody who has the role, or has been asked to take it. */
const invited = (role: Role, title: string): StepKind => ({
  code: `invited_${role}`,
  title,
  hint: 'They get a link by email and choose how to sign in',
  link: '/users/invite',
  ...data(`(exists (select 1 from role_grants g join users u on u.id = g.user_id and u.is_active
                     where g.authority_id = $1 and g.role = '${role}')
            or exists (select 1 from invitations i join invitation_roles g on g.authority_id = i.authority_id and g.invitation_id = i.id
                        where i.authority_id = $1 and g.role = '${role}' and i.withdrawn_at is null and i.accepted_at is null))`),
});

/** The first steps of each role, in their order. What is done is read from the data, so nobody ticks off their own work. */
export const stepsOfRole: Readonly<Record<Role, readonly StepKind[]>> = {
  senco: [
    secondFactor,
    {
      code: 'toolkit',
      title: 'Read the toolkit',
      hint: 'What to try first, and what a referral needs to show',
      link: '/toolkit',
      ...own('toolkit_read'),
    },
    help('senco', 'From the first draft to the review'),
    {
      code: 'draft',
      title: 'Start a referral',
      hint: 'It is saved as you type, and your colleagues can go on with it',
      link: '/referrals/new',
      ...data(`exists (select 1 from referrals r where ${ofSchools})`),
    },
    {
      code: 'document',
      title: 'Add a report or a plan',
      hint: 'From the list of documents of a referral',
      link: '/referrals?status=draft',
      ...data(`exists (select 1 from documents d join referrals r on r.authority_id = d.authority_id and r.id = d.referral_id
                        where ${ofSchools} and d.removed_at is null)`),
    },
    {
      code: 'submitted',
      title: 'Submit a referral',
      hint: 'When nothing is missing any more',
      link: '/referrals?status=draft',
      ...data(`exists (select 1 from referrals r where ${ofSchools} and r.submitted_on is not null)`),
    },
  ],
  coordinator: [
    secondFactor,
    help('coordinator', 'From triage to the review'),
    {
      code: 'triaged',
      title: 'Look at a referral and accept, return or decline it',
      hint: 'New ones are in the list of referrals',
      link: '/referrals?status=submitted',
      ...data(
        `exists (select 1 from referrals where authority_id = $1 and status not in ('draft', 'submitted', 'withdrawn'))`,
      ),
    },
    {
      code: 'assessed',
      title: 'Assess a risk',
      hint: 'On the page of an accepted case',
      link: '/referrals?status=accepted',
      ...data('exists (select 1 from assessments where authority_id = $1)'),
    },
    {
      code: 'planned',
      title: 'Plan a panel',
      hint: 'With its date, its place and its agenda',
      link: '/panels',
      ...data('exists (select 1 from panels where authority_id = $1 and held_on >= $5::date)'),
    },
    {
      code: 'published',
      title: 'Publish the papers of a panel',
      hint: 'Members can read them from then on',
      link: '/panels',
      ...data("exists (select 1 from panels where authority_id = $1 and status <> 'planned')"),
    },
    {
      code: 'decided',
      title: 'Record a decision',
      hint: 'While the panel speaks',
      link: '/panels',
      ...data('exists (select 1 from decisions where authority_id = $1)'),
    },
  ],
  panel_member: [
    secondFactor,
    help('panel_member', 'Reading the pack, conflicts of interest, the meeting'),
    {
      code: 'pack',
      title: 'Open a panel’s pack',
      hint: 'Papers are published five working days before a panel',
      link: '/panels',
      ...data(
        `exists (select 1 from audit_events where authority_id = $1 and actor_user_id = $2 and event = 'panel.viewed')`,
      ),
    },
  ],
  provider: [
    secondFactor,
    help('provider', 'Accepting a child, recording sessions, the end report'),
    {
      code: 'answered',
      title: 'Accept or decline an allocation',
      hint: 'The coordinator offers a place; you say whether you can give it',
      link: '/allocations',
      ...data(`exists (select 1 from allocations where authority_id = $1 and provider_id = any($4::uuid[])
                         and status not in ('proposed', 'approved'))`),
    },
    {
      code: 'session',
      title: 'Record a session',
      hint: 'It takes less than a minute on a phone',
      link: '/allocations',
      ...data(`exists (select 1 from delivery_sessions s join allocations a on a.authority_id = s.authority_id and a.id = s.allocation_id
                        where s.authority_id = $1 and a.provider_id = any($4::uuid[]))`),
    },
  ],
  contract_manager: [
    secondFactor,
    help('contract_manager', 'Contracts, capacity and the ledger'),
    {
      code: 'contract',
      title: 'Have a contract in force',
      hint: 'With its capacity and its price',
      link: '/contracts',
      ...data('exists (select 1 from contracts where authority_id = $1 and $5::date between starts_on and ends_on)'),
    },
    {
      code: 'commitment',
      title: 'See a commitment in the ledger',
      hint: 'A place that the panel has given is taken off the capacity by itself',
      link: '/contracts',
      ...data('exists (select 1 from commitment_entries where authority_id = $1)'),
    },
  ],
  board_member: [
    secondFactor,
    help('board_member', 'How to read the figures, and what you approve'),
    {
      code: 'read',
      title: 'Read a report',
      hint: 'Every figure has its interval and a link to how it was worked out',
      link: '/reports',
      ...data(
        `exists (select 1 from audit_events where authority_id = $1 and actor_user_id = $2 and event = 'report.viewed')`,
      ),
    },
    {
      code: 'approved',
      title: 'Approve a report',
      hint: 'After that it can be published',
      link: '/reports',
      ...data('exists (select 1 from reports where authority_id = $1 and approved_by is not null)'),
    },
  ],
  administrator: [
    secondFactor,
    {
      code: 'contact_details',
      title: 'Say whom people can ask',
      hint: 'Shown in the accessibility statement, the privacy notice and the help',
      link: '/contact-details',
      ...data('exists (select 1 from contact_details where authority_id = $1)'),
    },
    {
      code: 'schools',
      title: 'Have the schools of the area',
      hint: 'From the national register',
      link: '/schools',
      ...data('exists (select 1 from schools where authority_id = $1)'),
    },
    {
      code: 'rate_card',
      title: 'Have a rate card in force today',
      hint: 'Hourly rates, weeks and the school’s contribution, for the value of an assessment',
      link: '/rate-cards',
      ...data(`exists (select 1 from rate_cards where authority_id = $1 and starts_on <= $5::date
                         and (ends_on is null or ends_on >= $5::date))`),
    },
    invited('coordinator', 'Invite a coordinator'),
    invited('senco', 'Invite a SENCo'),
    invited('panel_member', 'Invite panel members'),
    invited('provider', 'Invite a provider'),
    invited('contract_manager', 'Invite a contract manager'),
    invited('board_member', 'Invite board members'),
    invited('data_protection_officer', 'Invite the data protection officer'),
    {
      code: 'single_sign_on',
      title: 'Switch on single sign-on',
      hint: 'So that people sign in with the account they have',
      link: '/identity-providers',
      ...data('exists (select 1 from identity_providers where authority_id = $1 and is_enabled)'),
    },
    {
      code: 'retention',
      title: 'Look at how long records are kept',
      hint: 'The periods that ship are a start: your own schedule may differ',
      link: '/retention',
      ...own('retention_reviewed'),
    },
  ],
  data_protection_officer: [
    secondFactor,
    {
      code: 'privacy_notice',
      title: 'Read the privacy notice',
      hint: 'With your contact details and the periods in force',
      link: '/privacy-notice',
      ...own('privacy_notice_read'),
    },
    {
      code: 'officer',
      title: 'Have your contact details in the notices',
      hint: 'An administrator enters them',
      link: '/privacy-notice',
      ...data('exists (select 1 from contact_details where authority_id = $1)'),
    },
    {
      code: 'retention',
      title: 'Look at how long records are kept',
      hint: 'The periods that ship are a start: your own schedule may differ',
      link: '/retention',
      ...own('retention_reviewed'),
    },
    {
      code: 'audit',
      title: 'See that the audit trail is whole',
      hint: 'It is verified every night; the last time must be within a week',
      link: '/audit-events',
      ...data(`exists (select 1 from audit_verifications where authority_id = $1 and fault_code is null
                         and verified_at > $5::date - interval '7 days')`),
    },
    help('data_protection_officer', 'Access requests, retention, emergency accesses'),
  ],
};
