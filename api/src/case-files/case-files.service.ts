import { Injectable } from '@nestjs/common';
import { nextActor } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole, may } from '../auth/actor.js';
import { type PersonOnCase, PeopleOnCaseQuery } from '../case-tasks/people-on-case.query.js';
import { fieldsInvalid } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { describeReferralEvent, referralEventNames } from '../referrals/referral-events.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { caseEventKind, caseEventLink } from './case-event-kinds.js';
import { type CaseEventRow, CaseEventsQuery } from './case-events.query.js';
import type { CaseEvent, CasePeople, CasePerson, CaseTimeline, CaseTimelineParameters } from './case-file.dto.js';
import { PanelOfCaseQuery } from './panel-of-case.query.js';

const eventsOnAPage = 30;
/** More than a case has in years; a copy of it shows them all. */
const eventsOfACopy = 1000;

/** What is read of a case as a whole: what happened, and who works on it. */
@Injectable()
export class CaseFilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly referrals: ReferralsRepository,
    private readonly schools: SchoolsRepository,
    private readonly events: CaseEventsQuery,
    private readonly people: PeopleOnCaseQuery,
    private readonly panels: PanelOfCaseQuery,
    private readonly audit: AuditService,
  ) {}

  timeline(actor: Actor, referralId: string, { kind, before }: CaseTimelineParameters): Promise<CaseTimeline> {
    const cursor = readCursor(before);
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
      await this.audit.record(tx, actor, 'referral.timeline_viewed', 'referral', referralId);
      const events = referralEventNames.filter((event) => kind === undefined || caseEventKind(event) === kind);
      const rows = await this.events.run(tx, actor, referralId, { events, before: cursor, limit: eventsOnAPage + 1 });
      const shown = rows.slice(0, eventsOnAPage);
      const isLast = rows.length <= eventsOnAPage;
      return {
        items: shown.flatMap((row) => toEvent(actor, referralId, row)),
        nextBefore: isLast ? null : String(shown.at(-1)?.seq ?? ''),
      };
    });
  }

  /** All events of a case, for a copy of it. The case was already found to be visible. */
  async loadEvents(tx: Tx, actor: Actor, referralId: string): Promise<CaseEvent[]> {
    const filter = { events: referralEventNames, before: null, limit: eventsOfACopy };
    const rows = await this.events.run(tx, actor, referralId, filter);
    return rows.flatMap((row) => toEvent(actor, referralId, row));
  }

  readPeople(actor: Actor, referralId: string): Promise<CasePeople> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'referral.people_viewed', 'referral', referralId);
      return this.loadPeople(tx, actor, referral);
    });
  }

  async loadPeople(tx: Tx, actor: Actor, referral: ReferralEntity): Promise<CasePeople> {
    const { authorityId } = actor;
    const school = await this.schools.findOfReferral(tx, authorityId, referral.schoolId);
    const people = await this.people.find(tx, authorityId, referral.id);
    const panel = await this.panels.find(tx, authorityId, referral.id);
    // A panel that is only planned is the coordinator's business.
    const isKnown = panel !== null && (panel.status !== 'planned' || !hasRole(actor, 'panel_member'));
    return {
      items: people.flatMap((person) => toPerson(actor, person, school.name)),
      nextRole: nextActor(referral.status),
      panelHeldOn: isKnown ? panel.heldOn : null,
      panelId: isKnown && may(actor, 'panel:read') ? panel.panelId : null,
    };
  }
}

function toEvent(actor: Actor, referralId: string, { seq, at, event, actorName, detail }: CaseEventRow): CaseEvent[] {
  const summary = describeReferralEvent(event, detail);
  if (summary === null) return [];
  const link = caseEventLink(actor, event, referralId);
  return [{ seq, at: at.toISOString(), event, kind: caseEventKind(event), actorName, summary, link }];
}

/** Who runs the case and its school reach each other and the provider; the panel reaches the coordinators. */
function toPerson(
  actor: Actor,
  { role, name, email, providerName, isLead }: PersonOnCase,
  schoolName: string,
): CasePerson[] {
  const worksOnCase = hasRole(actor, 'coordinator') || hasRole(actor, 'senco') || actor.emergencyGrants !== undefined;
  if (!worksOnCase && role !== 'coordinator') return [];
  const organisationName = role === 'senco' ? schoolName : providerName;
  return [{ role, organisationName, name, isLead, email }];
}

function readCursor(before: string | undefined): number | null {
  if (before === undefined) return null;
  if (/^\d{1,15}$/.test(before)) return Number(before);
  throw fieldsInvalid([
    { pointer: '/before', code: 'cursor_unknown', detail: 'Send the `nextBefore` of the page before.' },
  ]);
}
