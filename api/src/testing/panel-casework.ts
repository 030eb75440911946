import { randomUUID } from 'node:crypto';

import type { INestApplication, Type } from '@nestjs/common';
import type { ReferralAnswers, ReferralStatus, Role } from '@panel/case-rules';
import request, { type Response } from 'supertest';

import type { Environment } from '../config/environment.js';
import { Transactions } from '../database/transactions.js';
import { type SignedIn, startTestApplication, type TestApplication, type TestClock } from './test-application.js';

export const today = '2026-11-24';

type Row = Record<string, unknown>;

/** Somebody who is signed in and says each time whether they create or change something. */
export class Person {
  constructor(
    private readonly app: INestApplication,
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

  put(path: string, body: object, version: number): Promise<Response> {
    return this.send('put', path, { 'If-Match': `"${version}"` }, body);
  }

  /** A file, as its bytes. */
  async download(path: string): Promise<Response> {
    return await request(this.app.getHttpServer())
      .get(`/api${path}`)
      .set({ Cookie: `panel-session=${this.token}`, 'X-Panel-Request': '1' })
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
  }

  /** Without If-Match or Idempotency-Key. */
  post(path: string, body?: object): Promise<Response> {
    return this.send('post', path, {}, body);
  }

  private async send(
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<Response> {
    const cookie = `panel-session=${this.token}`;
    const sent = request(this.app.getHttpServer())
      [method](`/api${path}`)
      .set({ Cookie: cookie, 'X-Panel-Request': '1', ...headers });
    return await (body === undefined ? sent : sent.send(body));
  }
}

/** The application with a school, a provider and a rate card; cases, contracts and panels as wanted. */
export async function startCasework(changes: Partial<Environment> = {}): Promise<Casework> {
  const application = await startTestApplication(today, changes);
  // Listening before the first request: hundreds at once must not each open and close the server.
  await application.app.listen(0, '127.0.0.1');
  const casework = new Casework(application);
  await casework.prepare();
  return casework;
}

interface CaseWanted {
  readonly status?: ReferralStatus;
  readonly schoolId?: string;
  readonly pupilName?: string;
  readonly isUrgent?: boolean;
  readonly shareWithProviders?: string;
}

export interface Case {
  readonly id: string;
  readonly reference: string;
}

export class Casework {
  schoolId = '';
  providerId = '';
  private rateCardId = '';
  private clerkId = '';
  private readonly authorityId = 1;

  constructor(private readonly application: TestApplication) {}

  async prepare(): Promise<void> {
    const { rows } = this.application;
    this.schoolId = await rows.aSchool();
    this.providerId = await rows.aProvider();
    this.rateCardId = await rows.aRateCard();
    this.clerkId = await rows.aMember('A Clerk');
  }

  stop(): Promise<void> {
    return this.application.close();
  }

  rows<R extends Row = Row>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.application.rows.query<R>(sql, [...values]);
  }

  /** The test's database as the owner of its tables, and as the application's own role. */
  get ownerUrl(): string {
    return this.application.ownerUrl;
  }

  get applicationUrl(): string {
    return this.application.environment.databaseUrl ?? '';
  }

  get scopeKey(): string {
    return this.application.environment.scopeKey ?? '';
  }

  /** A statement as the application runs it, in the scope of the test's authority. */
  scoped<R extends Row = Row>(sql: string): Promise<R[]> {
    return this.service(Transactions).read({ authorityId: this.authorityId }, (tx) => tx.rows<R>(sql));
  }

  get clock(): TestClock {
    return this.application.clock;
  }

  /** A provider of the application, such as the processor of a job. */
  service<Service>(type: Type<Service>): Service {
    return this.application.app.get(type);
  }

  anAuthority(): Promise<number> {
    return this.application.rows.anAuthority(`Elsewhere ${randomUUID()}`);
  }

  /** Somebody without a session. */
  get anonymous(): SignedIn {
    return this.application.anonymous;
  }

  /** Answers without a gap, of a child that no other case has. */
  completeAnswers(): ReferralAnswers {
    return this.application.rows.completeAnswers();
  }

  aSchool(): Promise<string> {
    return this.application.rows.aSchool();
  }

  async schoolElsewhere(): Promise<string> {
    return this.application.rows.aSchool({ authorityId: await this.anAuthority() });
  }

  aProvider(): Promise<string> {
    return this.application.rows.aProvider();
  }

  /** A person of this role, signed in; a SENCo and a provider of the prepared school and provider unless said otherwise. */
  async signIn(
    role: Role,
    of: { readonly authorityId?: number; readonly schoolId?: string; readonly providerId?: string } = {},
  ): Promise<Person> {
    const token = await this.application.rows.aSession(role, {
      ...(role === 'senco' && { schoolId: this.schoolId }),
      ...(role === 'provider' && { providerId: this.providerId }),
      ...of,
    });
    const { app } = this.application;
    const session = await new Person(app, token, '').get('/session');
    return new Person(app, token, session.body.userId);
  }

  /** A case with its assessment, as its school and the coordinator left it: ready for a panel unless said otherwise. */
  async aCase(wanted: CaseWanted = {}): Promise<Case> {
    const submittedOn = '2026-11-01';
    const { pupil, consent, request: asked, ...others } = this.application.rows.completeAnswers(submittedOn);
    const [legalForename = '', ...surnames] = (wanted.pupilName ?? 'Robin Example').split(' ');
    const id = await this.application.rows.aReferral({
      schoolId: wanted.schoolId ?? this.schoolId,
      status: wanted.status ?? 'ready_for_panel',
      submittedOn,
      answers: {
        ...others,
        pupil: { ...pupil, legalForename, legalSurname: surnames.join(' ') },
        consent: { ...consent, agreedByName: 'Sam Example', shareWithProviders: wanted.shareWithProviders ?? 'yes' },
        request: { ...asked, requestedSupport: 'Specialist teacher', desiredOutcomes: 'Stays in lessons' },
      },
    });
    const [row] = await this.rows<{ reference: string }>(
      'update referrals set is_urgent = $2 where id = $1 returning reference',
      [id, wanted.isUrgent ?? false],
    );
    await this.anAssessment(id);
    return { id, reference: row?.reference ?? '' };
  }

  async someCases(count: number): Promise<Case[]> {
    const cases: Case[] = [];
    while (cases.length < count) cases.push(await this.aCase());
    return cases;
  }

  async anAssessment(referralId: string, number = 1, riskLevel = 'high', rationale = 'Invented'): Promise<void> {
    await this.insert('assessments', {
      authority_id: this.authorityId,
      referral_id: referralId,
      number,
      risk_level: riskLevel,
      probability_percent: 70,
      is_plan_likely: true,
      weekly_hours_hundredths: 3250,
      confidence: 'high',
      rationale,
      rate_card_id: this.rateCardId,
      annual_value_pence: 778_260,
      assessed_on: '2026-10-05',
      assessed_by: this.clerkId,
    });
  }

  /** Ten sessions at £50, in force around today and allocated by the panel, unless said otherwise. */
  aContract(wanted: Row = {}): Promise<string> {
    return this.insert('contracts', {
      authority_id: this.authorityId,
      provider_id: this.providerId,
      title: `Contract ${randomUUID()}`,
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

  /** The same without those that say who looked. */
  async changes(
    subjectId: string,
  ): Promise<{ event: string; detail: Row; actorUserId: string; subjectType: string }[]> {
    return (await this.events(subjectId)).filter(({ event }) => !event.endsWith('viewed'));
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
