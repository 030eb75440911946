import { Injectable } from '@nestjs/common';
import { laestab, REGISTER_PHASES, SCHOOL_STATUSES } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import {
  type CorrectSchool,
  type SchoolDetails,
  type SchoolList,
  type SchoolRegisterPage,
  type SchoolRegisterParameters,
  toSchool,
} from './school.dto.js';
import { SchoolCorrectionsRepository } from './school-corrections.repository.js';
import type { SchoolEntity } from './school.entity.js';
import { closingDayInvalid, schoolAbsent, schoolNotCorrected, schoolUnchanged } from './school.problems.js';
import { SchoolRegisterQuery, schoolsOnAPage } from './school-register.query.js';
import { schoolChoicesMax, SchoolsRepository } from './schools.repository.js';
import { SuccessorsQuery } from './successors.query.js';

const correctable = ['name', 'phase', 'status', 'closedOn', 'headTeacher', 'street', 'town', 'postcode'] as const;
type CorrectableField = (typeof correctable)[number];

/** The register of schools: read, and corrected by hand where the national register is wrong or late. */
@Injectable()
export class SchoolsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SchoolsRepository,
    private readonly query: SchoolRegisterQuery,
    private readonly corrections: SchoolCorrectionsRepository,
    private readonly successors: SuccessorsQuery,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** To choose from: at most so many; in a larger register people search. */
  list(actor: Actor, search = ''): Promise<SchoolList> {
    return this.transactions.read(actor, async (tx) => {
      const found = await this.repository.findChoices(tx, actor, search.trim());
      const items = found.slice(0, schoolChoicesMax);
      const closed = items.filter(({ status }) => status === 'closed').map(({ urn }) => urn);
      const successors = await this.successors.run(tx, actor.authorityId, closed);
      return {
        items: items.map((school) => toSchool(school, successors.get(school.urn) ?? [])),
        isCut: found.length > schoolChoicesMax,
      };
    });
  }

  listRegister(actor: Actor, parameters: SchoolRegisterParameters): Promise<SchoolRegisterPage> {
    return this.transactions.read(actor, async (tx) => {
      const { rows, total } = await this.query.run(tx, actor, parameters);
      const items = rows.slice(0, schoolsOnAPage);
      return {
        items: items.map(({ laCode, establishmentNumber, ...row }) => ({
          ...row,
          laestab: laestab(laCode, establishmentNumber),
        })),
        total,
        nextAfter: rows.length > schoolsOnAPage ? (items.at(-1)?.id ?? null) : null,
      };
    });
  }

  read(actor: Actor, schoolId: string): Promise<SchoolDetails> {
    return this.transactions.read(actor, async (tx) => {
      const school = await this.repository.findOne(tx, actor, schoolId);
      if (!school) throw schoolAbsent();
      return this.present(tx, actor, school);
    });
  }

  /** What is corrected stays over the next import, which shows where the national register differs. */
  correct(actor: Actor, schoolId: string, version: number, sent: CorrectSchool): Promise<SchoolDetails> {
    const body = { ...sent, closedOn: sent.closedOn ?? null };
    return this.transactions.run(actor, async (tx) => {
      const school = await this.lockVersion(tx, actor, schoolId, version);
      refuseImpossibleClosing(school, body);
      const changed = correctable.filter((field) => body[field] !== school[field]);
      if (changed.length === 0) throw schoolUnchanged();
      for (const field of changed) {
        await this.corrections.put(tx, {
          authorityId: actor.authorityId,
          schoolId,
          field,
          registerValue: school[field],
          reason: body.reason,
          correctedBy: actor.userId,
          correctedAt: this.clock.now(),
        });
        put(school, field, body[field]);
      }
      await this.repository.save(tx, school);
      await this.audit.record(tx, actor, 'school.corrected', 'school', schoolId, { fields: changed.join(', ') });
      return this.present(tx, actor, school);
    });
  }

  /** Takes the corrections back: the school is again as the national register has it. */
  followRegister(actor: Actor, schoolId: string, version: number): Promise<SchoolDetails> {
    return this.transactions.run(actor, async (tx) => {
      const school = await this.lockVersion(tx, actor, schoolId, version);
      const corrected = await this.corrections.findFields(tx, actor.authorityId, schoolId);
      if (corrected.length === 0) throw schoolNotCorrected();
      for (const { field, registerValue } of corrected) {
        const known = correctable.find((name) => name === field);
        if (known) put(school, known, registerValue);
      }
      await this.corrections.remove(tx, actor.authorityId, schoolId);
      await this.repository.save(tx, school);
      await this.audit.record(tx, actor, 'school.register_followed', 'school', schoolId);
      return this.present(tx, actor, school);
    });
  }

  private async lockVersion(tx: Tx, actor: Actor, schoolId: string, version: number): Promise<SchoolEntity> {
    const school = await this.repository.lock(tx, actor, schoolId);
    if (!school) throw schoolAbsent();
    if (school.version !== version) throw versionStale();
    return school;
  }

  private async present(tx: Tx, actor: Actor, school: SchoolEntity): Promise<SchoolDetails> {
    const {
      authorityId: _authorityId,
      laCode,
      establishmentNumber,
      trustId: _trustId,
      typeCode: _type,
      ...shown
    } = school;
    return {
      ...shown,
      laestab: laestab(laCode, establishmentNumber),
      trust: await this.query.findTrustOf(tx, actor, school.id),
      predecessors: await this.query.findLinked(tx, actor, school.urn, 'predecessors'),
      successors: await this.query.findLinked(tx, actor, school.urn, 'successors'),
      people: await this.query.findPeople(tx, actor, school.id),
      openReferrals: await this.query.countOpenReferrals(tx, actor, school.id),
      corrections: await this.query.findCorrections(tx, actor, school.id),
    };
  }
}

function refuseImpossibleClosing({ openedOn }: SchoolEntity, { status, closedOn }: CorrectSchool): void {
  if (status === 'closed' && closedOn === null) throw closingDayInvalid('Enter the day on which the school closed');
  if (closedOn !== null && openedOn !== null && closedOn < openedOn) {
    throw closingDayInvalid('The closing day must not be before the day on which the school opened');
  }
}

/** Sets a field to a value that the contract or the register allows. */
function put(school: SchoolEntity, field: CorrectableField, value: string | null): void {
  if (field === 'closedOn') school.closedOn = value;
  else if (field === 'phase') school.phase = REGISTER_PHASES.find(({ code }) => code === value)?.code ?? school.phase;
  else if (field === 'status')
    school.status = SCHOOL_STATUSES.find(({ code }) => code === value)?.code ?? school.status;
  else school[field] = value ?? '';
}
