import { createHash, randomBytes, randomUUID } from 'node:crypto';

import {
  CASE_DEADLINE_DEFAULTS,
  caseDueOn,
  emptyReferralAnswers,
  type ReferralAnswers,
  REFERRAL_SECTIONS,
  type ReferralStatus,
  type Role,
} from '@panel/case-rules';
import { addDays } from '@panel/reference';
import pg from 'pg';

import type { Clock } from '../common/clock.js';
import { demoAnswers } from '../demo/demo-answers.js';
import { demoUpn } from '../demo/demo-cohort-2021.js';

/** Rows for tests, written straight to the tables. Each has what it needs and nothing shared with another test. */
export class TestRows {
  private serial = 0;

  private constructor(
    private readonly client: pg.Client,
    private readonly clock: Clock,
  ) {}

  static async open(url: string, clock: Clock): Promise<TestRows> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const rows = new TestRows(client, clock);
    await rows.anAuthority('Testshire');
    return rows;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Rows of any statement, for looking at what was left behind. */
  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, values)).rows;
  }

  private async insert(sql: string, values: unknown[]): Promise<string> {
    const [row] = await this.query<{ id: string }>(sql, values);
    if (!row) throw new Error('nothing was inserted');
    return row.id;
  }

  private next(): number {
    this.serial += 1;
    return this.serial;
  }

  /** The first one has id 1 and is what the other factories use unless told otherwise. */
  async anAuthority(name: string): Promise<number> {
    return Number(
      await this.insert('insert into authorities (name, code, service_name) values ($1, $2, $3) returning id', [
        name,
        name.toLowerCase(),
        'Inclusion Panel',
      ]),
    );
  }

  aSchool(
    options: { readonly authorityId?: number; readonly name?: string; readonly phase?: string } = {},
  ): Promise<string> {
    const serial = this.next();
    return this.insert('insert into schools (authority_id, urn, name, phase) values ($1, $2, $3, $4) returning id', [
      options.authorityId ?? 1,
      String(900_000 + serial),
      options.name ?? `School ${serial}`,
      options.phase ?? 'primary',
    ]);
  }

  aProvider(options: { readonly authorityId?: number } = {}): Promise<string> {
    return this.insert('insert into providers (authority_id, name) values ($1, $2) returning id', [
      options.authorityId ?? 1,
      `Provider ${this.next()}`,
    ]);
  }

  async aUser(
    name = `Person ${this.next()}`,
    passwordHash: string | null = null,
    email = `person-${randomUUID()}@test.example`,
  ): Promise<string> {
    return this.insert('insert into users (email, name, password_hash) values ($1, $2, $3) returning id', [
      email,
      name,
      passwordHash,
    ]);
  }

  /** Somebody who once had a role in the authority: may be named there beside what they wrote. */
  async aMember(name?: string, authorityId = 1): Promise<string> {
    const userId = await this.aUser(name);
    await this.query('insert into memberships (authority_id, user_id) values ($1, $2)', [authorityId, userId]);
    return userId;
  }

  grant(
    userId: string,
    role: Role,
    options: { readonly schoolId?: string; readonly providerId?: string; readonly authorityId?: number } = {},
  ): Promise<string> {
    return this.insert(
      'insert into role_grants (authority_id, user_id, role, school_id, provider_id) values ($1, $2, $3, $4, $5) returning id',
      [options.authorityId ?? 1, userId, role, options.schoolId ?? null, options.providerId ?? null],
    );
  }

  /** A new person of this role with an open session; gives the session's token. */
  async aSession(
    role: Role,
    options: { readonly schoolId?: string; readonly providerId?: string; readonly authorityId?: number } = {},
    person?: string,
  ): Promise<string> {
    const userId = person ?? (await this.aUser());
    await this.grant(userId, role, options);
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.insert(
      `insert into sessions (authority_id, user_id, token_hash, stage, signed_in_with, created_at, last_seen_at, expires_at, confirmed_at)
       values ($1, $2, $3, 'open', '{password,app_code}', $4, $4, $5, $4) returning id`,
      [
        options.authorityId ?? 1,
        userId,
        createHash('sha256').update(token).digest(),
        now,
        new Date(now.getTime() + 36_000_000),
      ],
    );
    return token;
  }

  /** Answers without a gap, of a child that no other test has. */
  completeAnswers(submittedOn = this.clock.today()): ReferralAnswers {
    const serial = this.next();
    return demoAnswers(
      {
        forename: 'Robin',
        surname: `Test${serial}`,
        upn: demoUpn(2017 + Math.floor(serial / 1000), serial % 1000),
        // A day of its own in one school year: children of the same name born on one day would be possible duplicates.
        bornOn: addDays('2015-09-01', (serial * 7) % 365),
        sex: 'M',
      },
      'SEMH',
      submittedOn,
    );
  }

  /** A referral in a status, with complete answers unless told otherwise. */
  async aReferral(
    options: {
      readonly authorityId?: number;
      readonly schoolId?: string;
      readonly status?: ReferralStatus;
      readonly answers?: ReferralAnswers;
      readonly submittedOn?: string;
      readonly primaryNeed?: string;
      readonly timesReturned?: number;
      readonly isUrgent?: boolean;
    } = {},
  ): Promise<string> {
    const authorityId = options.authorityId ?? 1;
    const schoolId = options.schoolId ?? (await this.aSchool({ authorityId }));
    const status = options.status ?? 'submitted';
    const submittedOn = options.submittedOn ?? this.clock.today();
    const answers =
      options.answers ?? (status === 'draft' ? emptyReferralAnswers() : this.completeAnswers(submittedOn));
    const author = await this.aMember(undefined, authorityId);
    const childId =
      status === 'draft'
        ? null
        : await this.insert(
            `insert into children (authority_id, upn, legal_forename, legal_surname, born_on, sex) values ($1, $2, $3, $4, $5, $6) returning id`,
            [
              authorityId,
              answers.pupil.upn,
              answers.pupil.legalForename,
              answers.pupil.legalSurname,
              answers.pupil.bornOn,
              answers.pupil.sex,
            ],
          );
    const id = await this.insert(
      `insert into referrals (authority_id, school_id, child_id, reference, status, pupil_name, nc_year, primary_need, created_by, created_at,
         submitted_on, listed_on, status_changed_on, return_reason, decline_reason, times_returned, is_urgent, due_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $15, $16, $17) returning id`,
      [
        authorityId,
        schoolId,
        childId,
        `EIP-2026-9${String(this.next()).padStart(5, '0')}`,
        status,
        `${answers.pupil.legalForename} ${answers.pupil.legalSurname}`.trim(),
        childId && '5',
        childId && (options.primaryNeed ?? 'SEMH'),
        author,
        this.clock.now(),
        childId && submittedOn,
        submittedOn,
        status === 'returned' ? 'More, please.' : null,
        status === 'declined' ? 'threshold_not_met' : null,
        options.timesReturned ?? (status === 'returned' ? 1 : 0),
        options.isUrgent ?? false,
        caseDueOn(status, submittedOn, CASE_DEADLINE_DEFAULTS),
      ],
    );
    if (status !== 'draft') {
      for (const section of REFERRAL_SECTIONS) {
        await this.query(
          'insert into referral_sections (referral_id, section, authority_id, answers, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6)',
          [id, section, authorityId, JSON.stringify(answers[section]), this.clock.now(), author],
        );
      }
    }
    return id;
  }

  aRateCard(
    options: { readonly authorityId?: number; readonly hourlyRatePence?: number; readonly startsOn?: string } = {},
  ): Promise<string> {
    return this.insert(
      `insert into rate_cards (authority_id, name, starts_on, hourly_rate_pence, weeks_tenths, school_contribution_pence, rounding, price_year, source, bands, created_at)
       values ($1, $2, $3, $4, 380, 600000, 'none', '2020/21', 'Test', '[]', $5) returning id`,
      [
        options.authorityId ?? 1,
        `Card ${this.next()}`,
        options.startsOn ?? '2019-09-01',
        options.hourlyRatePence ?? 1126,
        this.clock.now(),
      ],
    );
  }

  aContract(options: {
    readonly authorityId?: number;
    readonly providerId: string;
    readonly capacityUnits?: number;
    readonly unitPricePence?: number;
    readonly valuePence?: number;
    readonly startsOn?: string;
    readonly endsOn?: string;
    readonly isAllocatedByPanel?: boolean;
  }): Promise<string> {
    return this.insert(
      `insert into contracts (authority_id, provider_id, title, area, description, starts_on, ends_on, extensions, oversight, reports_to,
         is_allocated_by_panel, value_pence, capacity_unit, unit_price_pence, capacity_units)
       values ($1, $2, $3, 'SEND', '', $4, $5, '', '', '', $6, $7, 'place', $8, $9) returning id`,
      [
        options.authorityId ?? 1,
        options.providerId,
        `Contract ${this.next()}`,
        options.startsOn ?? '2026-09-01',
        options.endsOn ?? '2027-08-31',
        options.isAllocatedByPanel ?? true,
        options.valuePence ?? 100_000_000,
        options.unitPricePence ?? 100_000,
        options.capacityUnits ?? 10,
      ],
    );
  }
}
