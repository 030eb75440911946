import { Injectable } from '@nestjs/common';
import { addDays, academicYearStart } from '@panel/reference';

import { identity } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { caseFileRows } from './demo-case-file.js';
import { childRecordRows } from './demo-children.js';
import { cohortOf2021 } from './demo-cohort-2021.js';
import { contractsOf2021, contractsOfSchoolYear, type DemoContract } from './demo-contracts.js';
import { currentCases, type CurrentCase, onBehalfCase } from './demo-current-year.js';
import { dataRightsRows } from './demo-data-rights.js';
import { firstStepsRows } from './demo-first-steps.js';
import { demoId } from './demo-ids.js';
import { primarySchools, secondarySchools } from './demo-names.js';
import { councilName, demoPeople } from './demo-people.js';
import {
  allocationRows,
  assessmentRow,
  childRow,
  decisionRow,
  deliverySessionRows,
  type DemoContext,
  eventRow,
  panelRow,
  referralRow,
  reviewRow,
  sectionRows,
} from './demo-rows.js';
import { schoolRows } from './demo-schools.js';
import { DemoRepository } from './demo.repository.js';
import { signOffRows } from './demo-sign-offs.js';
import { versionRows } from './demo-versions.js';
import { triageOfCase, triageRows } from './demo-triage.js';

const rateCardOf2021 = {
  id: demoId('rate card 2021'),
  name: 'Teaching assistants 2019–22',
  startsOn: '2019-09-01',
  endsOn: '2022-08-31',
  hourlyRatePence: 1126,
  weeksTenths: 380,
  schoolContributionPence: 600_000,
  rounding: 'none' as const,
  bands: [
    { weeklyHoursHundredths: 2500, fixedAnnualPence: null },
    { weeklyHoursHundredths: 3250, fixedAnnualPence: null },
  ],
};

/** Fills an empty database with an invented authority: the published cohort of 2021 and a school year under way. */
@Injectable()
export class DemoService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DemoRepository,
    private readonly clock: Clock,
  ) {}

  /** The authority when it was made now, null when one was there already. Everything or nothing. */
  seedOnce(): Promise<number | null> {
    const today = this.clock.today();
    return this.transactions.run(identity, async (tx) => {
      if (await this.repository.isSeeded(tx)) return null;
      const context = await this.seedAuthority(tx, today);
      await this.seedCohortOf2021(tx, context);
      await this.seedCurrentYear(tx, context, today);
      const others = [
        ...caseFileRows(context, currentCases(today), today),
        ...childRecordRows(context, today),
        ...dataRightsRows(context, today),
        ...signOffRows(context, today),
        versionRows(context, today),
      ];
      for (const [table, rows] of others) await this.repository.insert(tx, table, rows);
      for (const [table, rows] of firstStepsRows(context)) await this.repository.insert(tx, table, rows);
      return context.authorityId;
    });
  }

  private async seedAuthority(tx: Tx, today: string): Promise<DemoContext> {
    const authorityId = await this.repository.insertAuthority(tx, councilName, 'larkshire', 'Inclusion Panel');
    // People come before their authority is entered: there nobody can make them.
    await this.repository.insert(
      tx,
      'users',
      demoPeople.map(({ key, name }, index) => ({
        id: demoId(`user ${key}`),
        email: `${key}@larkshire.example`,
        name,
        demo_key: key,
        is_active: true,
        created_at: `2020-01-01T09:00:${String(index).padStart(2, '0')}Z`,
      })),
    );
    await tx.enter({ authorityId });
    const schoolNames = [...primarySchools, ...secondarySchools];
    const schoolIds = schoolNames.map((name) => demoId(`school ${name}`));
    for (const [table, rows] of schoolRows(authorityId)) await this.repository.insert(tx, table, rows);
    const contracts = [...contractsOf2021, ...contractsOfSchoolYear(academicYearStart(today))];
    const providers = [...new Set(contracts.map((contract) => contract.provider))];
    await this.repository.insert(
      tx,
      'providers',
      providers.map((name) => ({ id: demoId(`provider ${name}`), authority_id: authorityId, name })),
    );
    await this.repository.insert(
      tx,
      'role_grants',
      demoPeople.flatMap(({ key, role, school, provider, also }) => {
        const grant = { authority_id: authorityId, user_id: demoId(`user ${key}`) };
        const schoolOf = (index: number | undefined) => (index === undefined ? null : schoolIds[index]);
        const first = {
          ...grant,
          id: demoId(`grant ${key}`),
          role,
          school_id: schoolOf(school),
          provider_id: provider === undefined ? null : demoId(`provider ${provider}`),
        };
        const second = { ...grant, id: demoId(`second grant ${key}`), provider_id: null };
        return also ? [first, { ...second, role: also.role, school_id: schoolOf(also.school) }] : [first];
      }),
    );
    const year = academicYearStart(today);
    const { weeksTenths, schoolContributionPence, ...amounts } = rateCardOf2021;
    const shared = {
      authority_id: authorityId,
      weeks_tenths: weeksTenths,
      school_contribution_pence: schoolContributionPence,
      rounding: 'none',
      bands: amounts.bands,
      created_at: '2020-01-01T09:00:00Z',
    };
    await this.repository.insert(tx, 'rate_cards', [
      {
        ...shared,
        id: amounts.id,
        name: amounts.name,
        starts_on: amounts.startsOn,
        ends_on: amounts.endsOn,
        hourly_rate_pence: amounts.hourlyRatePence,
        price_year: '2020/21',
        source: 'Council pay scale, teaching assistant grade',
      },
      {
        ...shared,
        id: demoId('rate card now'),
        name: `Teaching assistants ${year}/${(year + 1) % 100}`,
        starts_on: `${year}-04-01`,
        ends_on: null,
        hourly_rate_pence: 1489,
        price_year: `${year}/${(year + 1) % 100}`,
        source: 'Council pay scale, teaching assistant grade',
      },
    ]);
    await this.repository.insert(
      tx,
      'contracts',
      contracts.map((contract) => contractRow(authorityId, contract)),
    );
    return {
      authorityId,
      schoolIds,
      userIds: Object.fromEntries(demoPeople.map(({ key }) => [key, demoId(`user ${key}`)])),
    };
  }

  private async seedCohortOf2021(tx: Tx, context: DemoContext): Promise<void> {
    const cases = cohortOf2021();
    const id = (number: number): string => `2021-${number}`;
    const counters: Record<string, number> = {};
    const reference = (day: string): string => {
      const year = day.slice(0, 4);
      counters[year] = (counters[year] ?? 0) + 1;
      return `EIP-${year}-${String(counters[year]).padStart(4, '0')}`;
    };
    await this.repository.insert(
      tx,
      'children',
      cases.map((item) => childRow(context, id(item.number), item)),
    );
    await this.repository.insert(
      tx,
      'referrals',
      cases.map((item) =>
        referralRow(context, id(item.number), item, {
          reference: reference(item.submittedOn),
          status: 'closed',
          startedOn: addDays(item.submittedOn, -5),
          changedOn: item.review?.on ?? addDays(item.submittedOn, 84),
        }),
      ),
    );
    await this.repository.insert(
      tx,
      'referral_sections',
      cases.flatMap((item) => sectionRows(context, id(item.number), item, item.submittedOn)),
    );
    await this.repository.insert(
      tx,
      'assessments',
      cases.map((item) => assessmentRow(context, id(item.number), item, addDays(item.submittedOn, 7), rateCardOf2021)),
    );
    await this.repository.insert(
      tx,
      'reviews',
      cases.flatMap((item) => reviewRow(context, item)),
    );
    await this.repository.insert(
      tx,
      'reference_counters',
      Object.entries(counters).map(([year, last]) => ({
        authority_id: context.authorityId,
        year: Number(year),
        last_number: last,
      })),
    );
  }

  private async seedCurrentYear(tx: Tx, context: DemoContext, today: string): Promise<void> {
    const cases = currentCases(today);
    const id = (item: CurrentCase): string => `now-${item.number}`;
    const year = Number(today.slice(0, 4));
    const rateCard = { ...rateCardOf2021, id: demoId('rate card now'), hourlyRatePence: 1489 };
    const submitted = cases.filter((item) => item.submittedOn !== null);
    const assessed = cases.filter((item) =>
      ['assessed', 'ready_for_panel', 'decided', 'in_delivery'].includes(item.status),
    );
    const decided = cases.filter((item) => item.status === 'decided' || item.status === 'in_delivery');

    await this.repository.insert(
      tx,
      'children',
      submitted.map((item) => childRow(context, id(item), item)),
    );
    await this.repository.insert(
      tx,
      'referrals',
      cases.map((item, index) => ({
        ...referralRow(context, id(item), item, {
          reference: `EIP-${year}-${String(index + 1).padStart(4, '0')}`,
          status: item.status,
          startedOn: item.startedOn,
          changedOn: item.submittedOn ?? item.startedOn,
        }),
        ...triageOfCase(context, item),
        ...(item.number === onBehalfCase && { created_by: context.userIds['coordinator'] }),
      })),
    );
    await this.repository.insert(tx, 'reference_counters', [
      { authority_id: context.authorityId, year, last_number: cases.length },
    ]);
    await this.repository.insert(
      tx,
      'referral_sections',
      [...submitted, ...cases.filter((item) => item.submittedOn === null)].flatMap((item) =>
        sectionRows(context, id(item), item, item.submittedOn ?? item.startedOn),
      ),
    );
    const judgements = [
      { riskLevel: 'high', probabilityPercent: 75, weeklyHoursHundredths: 3250 },
      { riskLevel: 'high', probabilityPercent: 70, weeklyHoursHundredths: 2500 },
      { riskLevel: 'medium', probabilityPercent: 50, weeklyHoursHundredths: 2500 },
    ];
    await this.repository.insert(
      tx,
      'assessments',
      assessed.flatMap((item) => {
        const judgement = judgements[item.number % judgements.length];
        return judgement && item.submittedOn
          ? [assessmentRow(context, id(item), judgement, addDays(item.submittedOn, 3), rateCard)]
          : [];
      }),
    );
    for (const [table, rows] of triageRows(context, today, cases)) await this.repository.insert(tx, table, rows);
    await this.seedPanelsAndDelivery(tx, context, today, cases, decided);
    await this.repository.appendEvents(
      tx,
      submitted.map((item) => {
        const day = item.submittedOn ?? today;
        return item.number === onBehalfCase
          ? eventRow(context, id(item), 'referral.submitted', day, 'coordinator', 'Judith Marsh', 'coordinator')
          : eventRow(context, id(item), 'referral.submitted', day, 'senco', 'Sarah Okafor', 'senco');
      }),
    );
  }

  private async seedPanelsAndDelivery(
    tx: Tx,
    context: DemoContext,
    today: string,
    cases: readonly CurrentCase[],
    decided: readonly CurrentCase[],
  ): Promise<void> {
    const lastPanelOn = addDays(today, -30);
    const nextPanelOn = addDays(today, 4);
    const onNextAgenda = cases.filter((item) => item.status === 'ready_for_panel').slice(0, 2);
    const caseId = (item: CurrentCase): string => `now-${item.number}`;
    await this.repository.insert(tx, 'panels', [
      panelRow(context, 'last', lastPanelOn, 'closed'),
      panelRow(context, 'next', nextPanelOn, 'papers_published'),
    ]);
    const item = (panel: string) => (demoCase: CurrentCase, index: number) => ({
      id: demoId(`item ${caseId(demoCase)}`),
      authority_id: context.authorityId,
      panel_id: demoId(`panel ${panel}`),
      referral_id: demoId(`referral ${caseId(demoCase)}`),
      position: index + 1,
    });
    await this.repository.insert(tx, 'agenda_items', [...decided.map(item('last')), ...onNextAgenda.map(item('next'))]);
    await this.repository.insert(
      tx,
      'decisions',
      decided.map((demoCase) => decisionRow(context, caseId(demoCase), lastPanelOn)),
    );

    const [teaching, counselling] = contractsOfSchoolYear(academicYearStart(today));
    if (!teaching || !counselling) return;
    const allocations = decided.map((demoCase, index) => {
      const contract = index % 2 === 0 ? counselling : teaching;
      const status = demoCase.status === 'in_delivery' ? 'active' : 'approved';
      return allocationRows(
        context,
        caseId(demoCase),
        {
          id: contractId(contract),
          providerId: demoId(`provider ${contract.provider}`),
          unitPricePence: contract.unitPricePence,
        },
        { units: contract === counselling ? 10 : 1, status, on: lastPanelOn },
      );
    });
    await this.repository.insert(
      tx,
      'allocations',
      allocations.map(({ allocation }) => allocation),
    );
    await this.repository.insert(
      tx,
      'commitment_entries',
      allocations.map(({ entry }) => entry),
    );
    await this.repository.takeCommittedUnits(tx, context.authorityId);
    await this.repository.insert(
      tx,
      'delivery_sessions',
      decided.flatMap((demoCase, index) =>
        demoCase.status === 'in_delivery'
          ? deliverySessionRows(
              context,
              caseId(demoCase),
              addDays(lastPanelOn, 7),
              3,
              index % 2 === 0 ? 'provider' : 'provider-semh',
            )
          : [],
      ),
    );
  }
}

function contractId(contract: DemoContract): string {
  return demoId(`contract ${contract.title} ${contract.startsOn}`);
}

function contractRow(authorityId: number, contract: DemoContract): Record<string, unknown> {
  return {
    id: contractId(contract),
    authority_id: authorityId,
    provider_id: demoId(`provider ${contract.provider}`),
    title: contract.title,
    area: 'Early Intervention, SEND & Inclusion',
    description: contract.description,
    starts_on: contract.startsOn,
    ends_on: contract.endsOn,
    extensions: contract.extensions,
    oversight: contract.oversight,
    reports_to: contract.reportsTo,
    is_allocated_by_panel: contract.isAllocatedByPanel,
    value_pence: contract.valuePence,
    capacity_unit: contract.capacityUnit,
    unit_price_pence: contract.unitPricePence,
    capacity_units: contract.capacityUnits,
    taken_units: 0,
    committed_pence: 0,
  };
}
