import { REFERRAL_SECTIONS } from '@panel/case-rules';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { reapplyErasures } from '../database/reapply-erasures.js';
import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';
import {
  declined as declinedCase,
  isThere as isThereOf,
  lastDayOfPeriod as short,
  periodOver as long,
} from '../testing/retention-cases.js';
import { readErasures } from './erasures-file.js';
import { RetentionTask } from './retention.task.js';

const erasuresFile = path.join(mkdtempSync(path.join(tmpdir(), 'panel-erasures-')), 'erasures.jsonl');

let casework: Casework;
let officer: Person;
let coordinator: Person;
let task: RetentionTask;

beforeAll(async () => {
  casework = await startCasework({ erasuresFile });
  officer = await casework.signIn('data_protection_officer');
  coordinator = await casework.signIn('coordinator');
  task = casework.service(RetentionTask);
});

afterAll(async () => {
  await casework.stop();
  rmSync(path.dirname(erasuresFile), { recursive: true });
});

const night = (): Promise<void> => task.run(1);
const isThere = (item: Case): Promise<boolean> => isThereOf(casework, item);
const logOf = (): Promise<{ recordClass: string; counts: Record<string, number>; idHashes: string[] }[]> =>
  casework.rows(
    `select record_class as "recordClass", counts, id_hashes as "idHashes" from destructions order by destroyed_at, id`,
  );

const declined = (on: string, pupilName?: string): Promise<Case> => declinedCase(casework, on, pupilName);

async function hold(upnOrReference: string, covers: 'child' | 'case') {
  return officer.create('/legal-holds', { upnOrReference, covers, reason: 'A complaint to the ombudsman' });
}

/** Every text in every table of ours that contains one of the words. */
async function tracesOf(words: readonly string[]): Promise<string[]> {
  const tables = await casework.rows<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'panel_private', 'bullmq')",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await casework.rows<{ count: number }>(
      `select count(*)::int as count from ${name} t where exists (select 1 from unnest($1::text[]) w where to_jsonb(t)::text ilike '%' || w || '%')`,
      [words],
    );
    if ((rows[0]?.count ?? 0) > 0) found.push(name);
  }
  return found;
}

describe('the night', () => {
  it('destroys a referral whose period is over, with its child, and leaves no trace of either', async () => {
    const word = 'qxdoomed';
    const item = await declined(long, `${word} ${word}son`);
    await casework.rows(
      `update referral_sections s set answers = (select jsonb_object_agg(key, case when jsonb_typeof(value) = 'string' and key not in ('upn')
         then to_jsonb((value #>> '{}') || ' ${word}') else value end) from jsonb_each(answers)) where referral_id = $1`,
      [item.id],
    );
    await casework.anAssessment(item.id, 2, 'high', 'qxdoomed');
    const [consultation] = await casework.rows<{ id: string }>(
      `insert into consultations (authority_id, referral_id, held_on, teacher_name, asked, advice, recorded_by, recorded_at)
       values (1, $1, '2026-10-01', $2, 'during_case', $2, $3, now()) returning id`,
      [item.id, word, officer.userId],
    );
    await casework.rows(
      `insert into earlier_consultations (authority_id, consultation_id, number, held_on, teacher_name, asked, advice, replaced_by, replaced_at)
       values (1, $1, 1, '2026-10-01', $2, 'during_case', $2, $3, now())`,
      [consultation?.id, word, officer.userId],
    );
    const [child] = await casework.rows<{ id: string; upn: string }>(
      'select c.id, c.upn from children c join referrals r on r.child_id = c.id where r.id = $1',
      [item.id],
    );
    await coordinator.get(`/referrals/${item.id}`);
    const senco = await casework.signIn('senco');
    const version = (await senco.get(`/referrals/${item.id}`)).body.version;
    await senco.change(`/referrals/${item.id}/consent-history/withdraw`, version, {
      panelSchools: true,
      providers: true,
      saidByName: word,
      relationship: 'Mother',
      saidOn: '2026-11-20',
      channel: 'by_phone',
      note: word,
    });
    await casework.rows(
      `insert into idempotency_keys (authority_id, user_id, operation, key, fingerprint, answer, created_at)
       values (1, $1, 'x', $2, '', $3, '2026-11-24')`,
      [officer.userId, randomUUID(), JSON.stringify({ id: item.id, pupilName: word })],
    );
    const other = await declined(short);
    const open = await casework.aCase();
    expect(await tracesOf([word, child?.upn ?? '-'])).not.toEqual([]);

    await night();

    expect(await isThere(item)).toBe(false);
    expect(await tracesOf([word, child?.upn ?? '-', child?.id ?? '-'])).toEqual(['audit_events']);
    // The audit keeps the child's id, which leads nowhere, and no name.
    expect(await tracesOf([word, child?.upn ?? '-'])).toEqual([]);
    expect([await isThere(other), await isThere(open)]).toEqual([true, true]);
    // The board still counts it among the referrals since the launch, in the quarter in which it was sent.
    expect(
      await casework.rows(
        `select count from destroyed_referral_counts where authority_id = 1 and submitted_quarter = '2026-10-01'`,
      ),
    ).toEqual([{ count: 1 }]);
    const [entry] = await logOf();
    expect(entry).toMatchObject({
      recordClass: 'unsuccessful_referral',
      counts: { referrals: 1, children: 1, assessments: 2 },
    });
    expect(JSON.stringify(entry)).not.toContain(item.id);
    const events = await casework.events(item.id);
    expect(events.at(-1)).toMatchObject({
      event: 'retention.case_destroyed',
      detail: { recordClass: 'unsuccessful_referral' },
    });
  });

  it('does no harm when it comes twice', async () => {
    const before = await logOf();
    await Promise.all([night(), night()]);
    expect(await logOf()).toEqual(before);
  });

  it('keeps what is on hold, on the case or on the child, until the hold is lifted', async () => {
    const [one, two] = [await declined(long), await declined(long)];
    const [child] = await casework.rows<{ upn: string }>(
      'select upn from children c join referrals r on r.child_id = c.id where r.id = $1',
      [two.id],
    );
    const onCase = await hold(one.reference, 'case');
    const onChild = await hold(` ${child?.upn?.toLowerCase()}`, 'child');
    expect([onCase.status, onChild.body.references]).toEqual([201, [two.reference]]);
    const preview = (await officer.get('/retention-preview')).body;
    expect(preview.items).toContainEqual(expect.objectContaining({ reference: one.reference, reasons: ['on_hold'] }));
    await night();
    expect([await isThere(one), await isThere(two)]).toEqual([true, true]);

    const lift = (id: string, version: number) =>
      officer.change(`/legal-holds/${id}/lift`, version, { reason: 'Settled' });
    expect((await lift(onCase.body.id, 9)).status).toBe(412);
    expect((await lift(onCase.body.id, 1)).body).toMatchObject({
      liftReason: 'Settled',
      liftedByName: expect.any(String),
    });
    expect((await lift(onCase.body.id, 2)).body.code).toBe('legal_hold_lifted');
    await night();
    expect([await isThere(one), await isThere(two)]).toEqual([false, true]);
    await lift(onChild.body.id, 1);
    await night();
    expect(await isThere(two)).toBe(false);
  });

  it('keeps a case about whose child a request for access is open, or was answered not long ago', async () => {
    const item = await declined(long);
    const [row] = await casework.rows<{ childId: string }>(
      'select child_id as "childId" from referrals where id = $1',
      [item.id],
    );
    const request = await officer.create('/access-requests', {
      childId: row?.childId,
      requesterName: 'Ada',
      requesterRelation: 'other',
      identityCheck: 'documents_seen',
      identityNote: '',
      receivedOn: '2026-11-02',
      wanted: '',
    });
    await night();
    expect(await isThere(item)).toBe(true);
    await officer.change(`/access-requests/${request.body.id}/close`, 1, {
      outcome: 'withdrawn',
      reason: 'No longer wanted',
    });
    await night();
    expect(await isThere(item)).toBe(true);
    await casework.rows("update access_requests set closed_on = '2023-11-20' where id = $1", [request.body.id]);
    await night();
    expect(await isThere(item)).toBe(false);
    expect(await casework.rows('select 1 from access_requests where id = $1', [request.body.id])).toEqual([]);
  });

  it('goes on after one case has failed, which stays whole, and takes it up again', async () => {
    const [first, broken, last] = [
      await declined('2020-01-01'),
      await declined('2020-01-02'),
      await declined('2020-01-03'),
    ];
    await casework.rows(
      `create function planted() returns trigger language plpgsql as $$ begin
         if old.id = '${broken.id}' then raise exception 'planted'; end if; return old; end $$`,
    );
    await casework.rows('create trigger planted before delete on referrals for each row execute function planted()');
    await expect(night()).rejects.toThrow('1 cases could not be destroyed');
    expect([await isThere(first), await isThere(broken), await isThere(last)]).toEqual([false, true, false]);
    const sections = await casework.rows('select 1 from referral_sections where referral_id = $1', [broken.id]);
    expect(sections.length).toBe(REFERRAL_SECTIONS.length);
    await casework.rows('drop trigger planted on referrals');
    await night();
    expect(await isThere(broken)).toBe(false);
  });

  it('keeps what finance needs: ledgers and past results add up as before, without a way to the case', async () => {
    const item = await casework.aCase();
    const panel = await casework.aPanel(coordinator, { heldOn: '2027-04-01', cases: [item], status: 'in_session' });
    const contractId = await casework.aContract();
    const path = `/panels/${panel.id}/agenda/${panel.items[0]}/decision`;
    const agreed = { outcome: 'agree_as_requested', reason: 'Fits', declineReason: null, contractId, units: 3 };
    expect((await coordinator.create(path, agreed)).status).toBe(201);
    const [run] = await casework.rows<{ id: string }>(
      `insert into analysis_runs (authority_id, period_from, period_to, rate_card_id, methodology_version, parameters, started_by, queued_at)
       select 1, '1990-01-01', '1990-12-31', id, '1', '{}', $1, now() from rate_cards limit 1 returning id`,
      [officer.userId],
    );
    await casework.rows(
      `insert into analysis_lines (authority_id, run_id, referral_id, reviewed_on, is_avoided, gross_pence, net_pence)
       values (1, $1, $2, '1990-05-05', true, 700, 500)`,
      [run?.id, item.id],
    );
    await casework.rows("update referrals set status = 'closed' where id = $1", [item.id]);
    await casework.rows(
      "update children set born_on = '1990-01-01' where id = (select child_id from referrals where id = $1)",
      [item.id],
    );
    const before = await casework.ledgerOf(contractId);
    await night();
    expect(await isThere(item)).toBe(false);
    expect(await casework.ledgerOf(contractId)).toEqual(before);
    expect(before).toMatchObject({ takenUnits: 3, ledgerUnits: 3 });
    const ledger = (await coordinator.get(`/contracts/${contractId}`)).body.ledger;
    expect(ledger).toEqual([expect.objectContaining({ units: 3, reference: '' })]);
    const lines = (await coordinator.get(`/analyses/${run?.id}/lines`)).body.items;
    expect(lines).toEqual([expect.objectContaining({ referralId: null, reference: '', netPence: 500 })]);
    expect((await logOf()).at(-1)).toMatchObject({ recordClass: 'sen_case', counts: { allocations: 1, decisions: 1 } });
  });

  it('warns the school of a draft once, without a name, and destroys it a fortnight later unless it is changed', async () => {
    const senco = await casework.signIn('senco');
    const draft = async (): Promise<Case> => {
      const { body } = await senco.create('/referrals', { schoolId: casework.schoolId });
      await casework.rows(
        "update referrals set created_at = '2026-09-01T10:00Z', status_changed_on = '2026-09-01', pupil_name = 'Qxdraft' where id = $1",
        [body.id],
      );
      return body;
    };
    const [left, kept] = [await draft(), await draft()];
    await night();
    await night();
    const mails = await casework.rows<{ subject: string; body: string }>(
      "select distinct subject, body from outbox_mails where kind = 'draft_expiring' order by subject",
    );
    expect(mails.length).toBe(2);
    expect(mails[0]?.body).toContain('It will be deleted on 1 December 2026.');
    expect(JSON.stringify(mails)).not.toContain('Qxdraft');
    const saved = await senco.put(
      `/referrals/${kept.id}/sections/needs`,
      (await senco.get(`/referrals/${kept.id}`)).body.sections.needs.answers,
      0,
    );
    expect(saved.status).toBe(200);
    await casework.rows(
      "update referrals set created_at = '2026-08-01T10:00Z', status_changed_on = '2026-08-01' where id = $1",
      [left.id],
    );
    await night();
    expect([await isThere(left), await isThere(kept)]).toEqual([false, true]);
  });

  it('destroys the files of released packs, sent mail and kept answers by their own periods', async () => {
    await casework.rows(
      `insert into outbox_mails (authority_id, to_name, to_address, kind, subject, body, holds_secret, created_at, next_attempt_at, sent_at)
       values (1, 'A', 'a@test.example', 'invitation', 'Old', 'x', false, '2026-01-01', '2026-01-01', '2026-01-01'),
              (1, 'A', 'a@test.example', 'invitation', 'New', 'x', false, '2026-11-01', '2026-11-01', '2026-11-01'),
              (1, 'A', 'a@test.example', 'invitation', 'Waiting', 'x', false, '2026-01-01', '2026-01-01', null)`,
    );
    await casework.rows(
      `insert into idempotency_keys (authority_id, user_id, operation, key, fingerprint, answer, created_at)
       values (1, $1, 'old', $2, '', '{}', '2026-11-16'), (1, $1, 'new', $2, '', '{}', '2026-11-18')`,
      [officer.userId, randomUUID()],
    );
    await night();
    const subjects = await casework.rows<{ subject: string }>(
      "select subject from outbox_mails where to_name = 'A' order by subject",
    );
    expect(subjects.map(({ subject }) => subject)).toEqual(['New', 'Waiting']);
    const kept = await casework.rows<{ operation: string }>(
      "select operation from idempotency_keys where operation in ('old', 'new')",
    );
    expect(kept.map(({ operation }) => operation)).toEqual(['new']);
  });
});

describe('a restored backup', () => {
  it('is brought up to date from the file outside of the database, as often as one likes', async () => {
    const item = await declined(long, 'Qxrestored Child');
    const tables = ['children', 'referrals', 'referral_sections', 'assessments'];
    const copies = new Map<string, unknown>();
    for (const table of tables) {
      const column = table === 'referrals' ? 'id' : 'referral_id';
      const where = table === 'children' ? 'id = (select child_id from referrals where id = $1)' : `${column} = $1`;
      const [row] = await casework.rows<{ rows: unknown }>(
        `select jsonb_agg(to_jsonb(t)) as rows from ${table} t where ${where}`,
        [item.id],
      );
      copies.set(table, row?.rows);
    }
    await night();
    expect(await isThere(item)).toBe(false);
    for (const table of tables) {
      await casework.rows(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        JSON.stringify(copies.get(table)),
      ]);
    }
    expect(await isThere(item)).toBe(true);

    const erasures = await readErasures(erasuresFile);
    expect(readFileSync(erasuresFile, 'utf8')).not.toContain(item.id);
    const hashes = new Map([[1, erasures.flatMap(({ idHashes }) => idHashes)]]);
    const again = () => reapplyErasures(casework.ownerUrl, casework.scopeKey, hashes);
    expect(await again()).toBe(1);
    expect(await isThere(item)).toBe(false);
    expect(await tracesOf(['Qxrestored'])).toEqual([]);
    expect(await again()).toBe(0);
  });
});
