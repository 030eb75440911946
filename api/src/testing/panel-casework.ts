import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';

import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { emptyReferralAnswers, type Role } from '@panel/case-rules';
import { Pool } from 'pg';
import request, { type Response } from 'supertest';

import { AppModule } from '../app.module.js';
import { configureApplication } from '../application.js';
import { Clock } from '../common/clock.js';
import { readEnvironment } from '../config/environment.js';
import { createTestDatabase } from './test-postgres.js';

export const today = '2026-11-24';

class FixedClock extends Clock {
  override now(): Date {
    return new Date(`${today}T10:00:00Z`);
  }
}

type Row = Record<string, unknown>;

/** Somebody who is signed in and sends what our pages send. */
export class Person {
  constructor(
    private readonly address: string,
    private readonly token: string,
    readonly userId: string,
  ) {}

  get(path: string): Promise<Response> {
    return this.send('get', path, {});
  }

  /** A creating request: `key` is new unless it is given. */
  create(path: string, body: object, key: string = randomUUID()): Promise<Response> {
    return this.send('post', path, { 'Idempotency-Key': key }, body);
  }

  /** A change of what has this version. */
  change(path: string, version: number, body?: object): Promise<Response> {
    return this.send('post', path, { 'If-Match': `"${version}"` }, body);
  }

  remove(path: string, version: number): Promise<Response> {
    return this.send('delete', path, { 'If-Match': `"${version}"` });
  }

  /** Without If-Match or Idempotency-Key. */
  post(path: string, body?: object): Promise<Response> {
    return this.send('post', path, {}, body);
  }

  private async send(
    method: 'get' | 'post' | 'delete',
    path: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<Response> {
    const cookie = `panel-session=${this.token}`;
    const sent = request(this.address)
      [method](`/api${path}`)
      .set({ Cookie: cookie, 'X-Panel-Request': '1', ...headers });
    return await (body === undefined ? sent : sent.send(body));
  }
}

/** The API on a database of its own, with an authority, a school, a provider and a rate card; cases and the rest as wanted. */
export async function startCasework(): Promise<Casework> {
  const database = await createTestDatabase();
  const environment = { ...readEnvironment({}), databaseUrl: database.url };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(environment, new FixedClock()), {
    bodyParser: false,
    logger: ['error'],
    abortOnError: false,
  });
  configureApplication(app, { isSecure: false });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const pool = new Pool({ connectionString: database.url, max: 2 });
  const casework = new Casework(`http://127.0.0.1:${port}`, pool, async () => {
    await app.close();
    await pool.end();
    await database.drop();
  });
  await casework.prepare();
  return casework;
}

interface CaseWanted {
  readonly status?: string;
  readonly schoolId?: string;
  readonly pupilName?: string;
  readonly isUrgent?: boolean;
  readonly shareWithProviders?: string;
  readonly hasAssessment?: boolean;
}

export interface Case {
  readonly id: string;
  readonly reference: string;
}

export class Casework {
  authorityId = 0;
  schoolId = '';
  providerId = '';
  private rateCardId = '';
  private clerkId = '';
  private count = 0;

  constructor(
    private readonly address: string,
    private readonly pool: Pool,
    readonly stop: () => Promise<void>,
  ) {}

  async rows<R extends Row = Row>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.pool.query<R>(sql, [...values])).rows;
  }

  async prepare(): Promise<void> {
    this.authorityId = await this.anAuthority();
    this.clerkId = await this.insert('users', { email: `clerk@example.org`, name: 'A Clerk' });
    this.schoolId = await this.aSchool();
    this.providerId = await this.aProvider();
    this.rateCardId = await this.insert('rate_cards', {
      authority_id: this.authorityId,
      name: 'Card',
      starts_on: '2020-01-01',
      hourly_rate_pence: 1116,
      weeks_tenths: 380,
      school_contribution_pence: 600_000,
      rounding: 'none',
      price_year: '2026',
      source: 'Invented',
      bands: '[]',
      created_at: `${today}T08:00:00Z`,
    });
  }

  async anAuthority(): Promise<number> {
    const [row] = await this.rows<{ id: number }>(
      "insert into authorities (name, code, service_name) values ('Elsewhere', $1, 'Panel') returning id",
      [randomUUID()],
    );
    return row?.id ?? 0;
  }

  aSchool(): Promise<string> {
    this.count += 1;
    const urn = String(100_000 + this.count);
    const school = { authority_id: this.authorityId, urn, name: `School ${this.count}`, phase: 'primary' };
    return this.insert('schools', school);
  }

  aProvider(): Promise<string> {
    this.count += 1;
    return this.insert('providers', { authority_id: this.authorityId, name: `Provider ${this.count}` });
  }

  /** A person of this role, signed in; a SENCo and a provider of the prepared school and provider unless said otherwise. */
  async signIn(
    role: Role,
    of: { readonly authorityId?: number; readonly schoolId?: string; readonly providerId?: string } = {},
  ): Promise<Person> {
    this.count += 1;
    const authorityId = of.authorityId ?? this.authorityId;
    const userId = await this.insert('users', {
      email: `person-${this.count}@example.org`,
      name: `Person ${this.count}`,
    });
    await this.insert('role_grants', {
      authority_id: authorityId,
      user_id: userId,
      role,
      school_id: of.schoolId ?? (role === 'senco' ? this.schoolId : null),
      provider_id: role === 'provider' ? (of.providerId ?? this.providerId) : null,
    });
    const token = randomBytes(32).toString('base64url');
    await this.insert('sessions', {
      authority_id: authorityId,
      user_id: userId,
      token_hash: createHash('sha256').update(token).digest(),
      created_at: `${today}T09:59:00Z`,
      last_seen_at: `${today}T09:59:30Z`,
      expires_at: `${today}T20:00:00Z`,
    });
    return new Person(this.address, token, userId);
  }

  /** A case as its school and the coordinator left it: ready for a panel unless said otherwise. */
  async aCase(wanted: CaseWanted = {}): Promise<Case> {
    this.count += 1;
    const { authorityId } = this;
    const reference = `EIP-2026-${String(this.count).padStart(4, '0')}`;
    const childId = await this.insert('children', {
      authority_id: authorityId,
      upn: `A${String(this.count).padStart(12, '0')}`,
      legal_forename: 'Robin',
      legal_surname: 'Example',
      born_on: '2016-09-03',
      sex: 'M',
    });
    const id = await this.insert('referrals', {
      authority_id: authorityId,
      school_id: wanted.schoolId ?? this.schoolId,
      child_id: childId,
      reference,
      status: wanted.status ?? 'ready_for_panel',
      pupil_name: wanted.pupilName ?? 'Robin Example',
      nc_year: '5',
      primary_need: 'SEMH',
      is_urgent: wanted.isUrgent ?? false,
      created_by: this.clerkId,
      created_at: `${today}T08:00:00Z`,
      submitted_on: '2026-10-01',
      listed_on: '2026-10-01',
      status_changed_on: '2026-11-01',
    });
    const { request, consent } = emptyReferralAnswers();
    const sections = {
      request: { ...request, requestedSupport: 'Specialist teacher', desiredOutcomes: 'Stays in lessons' },
      consent: { ...consent, agreedByName: 'Sam Example', shareWithProviders: wanted.shareWithProviders ?? 'yes' },
    };
    for (const [section, answers] of Object.entries(sections)) {
      await this.rows(
        `insert into referral_sections (authority_id, referral_id, section, answers, saved_at, saved_by)
         values ($1, $2, $3, $4, now(), $5)`,
        [authorityId, id, section, JSON.stringify(answers), this.clerkId],
      );
    }
    if (wanted.hasAssessment !== false) await this.anAssessment(id);
    return { id, reference };
  }

  async anAssessment(referralId: string, number = 1, riskLevel = 'high'): Promise<void> {
    await this.insert('assessments', {
      authority_id: this.authorityId,
      referral_id: referralId,
      number,
      risk_level: riskLevel,
      probability_percent: 70,
      is_plan_likely: true,
      weekly_hours_hundredths: 3250,
      confidence: 'high',
      rationale: 'Invented',
      rate_card_id: this.rateCardId,
      annual_value_pence: 778_260,
      assessed_on: '2026-10-05',
      assessed_by: this.clerkId,
    });
  }

  /** Ten sessions at £50, in force around today and allocated by the panel, unless said otherwise. */
  aContract(wanted: Row = {}): Promise<string> {
    this.count += 1;
    return this.insert('contracts', {
      authority_id: this.authorityId,
      provider_id: this.providerId,
      title: `Contract ${this.count}`,
      area: 'Early intervention',
      description: 'Invented',
      starts_on: '2026-09-01',
      ends_on: '2027-08-31',
      extensions: 'None',
      oversight: 'Contract managed by the council',
      reports_to: 'Board',
      is_allocated_by_panel: true,
      value_pence: 50_000,
      capacity_unit: 'session',
      unit_price_pence: 5_000,
      capacity_units: 10,
      ...wanted,
    });
  }

  /** A panel with these cases on its agenda, brought as far as wanted by the coordinator through the API. */
  async aPanel(
    coordinator: Person,
    wanted: {
      readonly heldOn: string;
      readonly cases?: readonly Case[];
      readonly status?: 'planned' | 'papers_published' | 'in_session';
    },
  ): Promise<{ id: string; version: number; items: string[] }> {
    const planned = await coordinator.create('/panels', { heldOn: wanted.heldOn, venue: 'Room 2' });
    const id = planned.body.id as string;
    for (const [index, { id: referralId }] of (wanted.cases ?? []).entries()) {
      await this.insert('agenda_items', {
        authority_id: this.authorityId,
        panel_id: id,
        referral_id: referralId,
        position: index + 1,
      });
    }
    let version = 1;
    if (wanted.status !== 'planned') {
      await coordinator.change(`/panels/${id}/publish-papers`, version++);
      if (wanted.status !== 'papers_published') await coordinator.change(`/panels/${id}/start`, version++);
    }
    const panel = await coordinator.get(`/panels/${id}`);
    return { id, version, items: (panel.body.agenda as { id: string }[]).map((item) => item.id) };
  }

  /** The audit events of a subject in the order in which they happened. */
  events(subjectId: string): Promise<{ event: string; detail: Row; actorUserId: string; subjectType: string }[]> {
    return this.rows(
      `select event, detail, actor_user_id as "actorUserId", subject_type as "subjectType" from audit_events
        where subject_id = $1 order by id`,
      [subjectId],
    );
  }

  /** What the ledger of a contract adds up to, beside the counters that the contract carries. */
  async ledgerOf(contractId: string): Promise<Row | undefined> {
    const [row] = await this.rows(
      `select c.taken_units as "takenUnits", c.committed_pence::int as "committedPence",
              coalesce(sum(e.units) filter (where e.kind in ('committed', 'released')), 0)::int as "ledgerUnits",
              coalesce(sum(e.amount_pence) filter (where e.kind in ('committed', 'released')), 0)::int as "ledgerPence"
         from contracts c left join commitment_entries e on e.contract_id = c.id
        where c.id = $1 group by c.id`,
      [contractId],
    );
    return row;
  }

  private async insert(table: string, row: Row): Promise<string> {
    const columns = Object.keys(row);
    const [inserted] = await this.rows<{ id: string }>(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
       returning id`,
      Object.values(row),
    );
    return inserted?.id ?? '';
  }
}
