/**
 * The contracts of the published register of 2021 (Report 188/2021, Appendix A) with its values and dates under invented
 * providers, then contracts of the current school year, dated relative to today.
 */
export interface DemoContract {
  readonly title: string;
  readonly provider: string;
  readonly description: string;
  readonly valuePence: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly extensions: string;
  readonly isAllocatedByPanel: boolean;
  readonly oversight: string;
  readonly reportsTo: string;
  readonly capacityUnit: 'place' | 'hour' | 'session';
  readonly unitPricePence: number;
  readonly capacityUnits: number;
}

const board = 'SEND Programme Board; Schools Forum';
const managed = 'Contract managed by the council';

export const contractsOf2021: readonly DemoContract[] = [
  {
    title: 'Support for schools regarding children and young people with ADHD',
    provider: 'Meadow ADHD Support',
    description:
      'Available to the 17 primary and 3 secondary schools; referrals reviewed and coordinated by the partnership',
    valuePence: 1_999_600,
    startsOn: '2020-04-01',
    endsOn: '2022-03-31',
    extensions: '2 years',
    isAllocatedByPanel: true,
    oversight: managed,
    reportsTo: board,
    capacityUnit: 'place',
    unitPricePence: 49_990,
    capacityUnits: 40,
  },
  {
    title: 'Supporting children with social, emotional and mental health needs',
    provider: 'Harbour Specialist Teaching',
    description: 'Specialist SEMH teachers linked to each primary school; secondary support from summer 2021',
    valuePence: 22_971_000,
    startsOn: '2020-09-01',
    endsOn: '2022-08-31',
    extensions: '1 year',
    isAllocatedByPanel: true,
    oversight: managed,
    reportsTo: board,
    capacityUnit: 'place',
    unitPricePence: 229_710,
    capacityUnits: 100,
  },
  {
    title: 'Therapy for children with speech, language and communication needs',
    provider: 'Willow Speech and Language NHS',
    description:
      'Senior practitioner three days a week giving communication and language support to schools and early years provision',
    valuePence: 11_074_800,
    startsOn: '2021-07-05',
    endsOn: '2022-08-31',
    extensions: '1+1 years',
    isAllocatedByPanel: true,
    oversight: 'Overseen by the coordinator',
    reportsTo: board,
    capacityUnit: 'session',
    unitPricePence: 36_916,
    capacityUnits: 300,
  },
  {
    title: 'Early support pilot project',
    provider: 'Brightpath Therapies',
    description: 'Consistent approach across settings for children at risk of exclusion by increasing autism knowledge',
    valuePence: 495_000,
    startsOn: '2021-09-01',
    endsOn: '2021-12-31',
    extensions: 'None',
    isAllocatedByPanel: true,
    oversight: managed,
    reportsTo: board,
    capacityUnit: 'place',
    unitPricePence: 33_000,
    capacityUnits: 15,
  },
  {
    title: 'Therapeutic interventions for children and young people',
    provider: 'Brightpath Therapies',
    description: 'Evidence-based interventions for children at increased risk of exclusion',
    valuePence: 499_900,
    startsOn: '2021-09-01',
    endsOn: '2022-07-31',
    extensions: 'None',
    isAllocatedByPanel: true,
    oversight: managed,
    reportsTo: board,
    capacityUnit: 'session',
    unitPricePence: 9_998,
    capacityUnits: 50,
  },
  {
    title: 'Partnership coordinator services',
    provider: 'Fieldgate Coordination',
    description: 'Develop and coordinate partnerships at primary and secondary phases',
    valuePence: 13_000_000,
    startsOn: '2021-09-01',
    endsOn: '2023-08-31',
    extensions: 'None',
    isAllocatedByPanel: false,
    oversight: `${managed}; twice yearly evaluation reports`,
    reportsTo: board,
    capacityUnit: 'hour',
    unitPricePence: 6_500,
    capacityUnits: 2_000,
  },
  {
    title: 'Educational psychology services',
    provider: 'Compass Psychology',
    description: 'Statutory provision; therapeutic interventions for the partnership are under separate arrangements',
    valuePence: 54_000_000,
    startsOn: '2018-09-01',
    endsOn: '2022-08-31',
    extensions: '1 year',
    isAllocatedByPanel: false,
    oversight: 'Bimonthly contract meetings with the Principal EP',
    reportsTo: 'Commissioning Group',
    capacityUnit: 'hour',
    unitPricePence: 9_000,
    capacityUnits: 6_000,
  },
  {
    title: 'Information, advice and support service',
    provider: 'Signpost Advice Agency',
    description: 'Confidential impartial advice for children, young people and parents',
    valuePence: 8_917_746,
    startsOn: '2020-01-01',
    endsOn: '2023-03-31',
    extensions: '',
    isAllocatedByPanel: false,
    oversight: 'Quarterly contract meeting; KPIs met',
    reportsTo: 'Commissioning Group',
    capacityUnit: 'hour',
    unitPricePence: 3_500,
    capacityUnits: 2_547,
  },
  {
    title: 'ADHD support services for families',
    provider: 'Meadow ADHD Support',
    description: 'Support and advice for families',
    valuePence: 3_950_000,
    startsOn: '2020-04-01',
    endsOn: '2023-03-31',
    extensions: '2 years',
    isAllocatedByPanel: false,
    oversight: 'Quarterly monitoring meeting; KPIs met',
    reportsTo: 'Commissioning Group',
    capacityUnit: 'hour',
    unitPricePence: 4_000,
    capacityUnits: 987,
  },
];

/** `year`: the calendar year in which the current school year began. */
export function contractsOfSchoolYear(year: number): DemoContract[] {
  const common = {
    startsOn: `${year}-09-01`,
    endsOn: `${year + 2}-08-31`,
    extensions: '1+1 years',
    isAllocatedByPanel: true,
    oversight: managed,
    reportsTo: board,
  };
  return [
    {
      ...common,
      title: 'Specialist SEMH teaching',
      provider: 'Harbour Specialist Teaching',
      description: 'A specialist teacher works with the child and the class for a term',
      valuePence: 12_000_000,
      capacityUnit: 'place',
      unitPricePence: 240_000,
      capacityUnits: 40,
    },
    {
      ...common,
      title: 'Counselling and play therapy',
      provider: 'Brightpath Therapies',
      description: 'Weekly sessions with a registered therapist',
      valuePence: 3_600_000,
      capacityUnit: 'session',
      unitPricePence: 6_000,
      capacityUnits: 600,
    },
    {
      ...common,
      title: 'Speech and language therapy',
      provider: 'Willow Speech and Language NHS',
      description: 'Assessment, programme and coaching for school staff',
      valuePence: 5_400_000,
      capacityUnit: 'session',
      unitPricePence: 9_000,
      capacityUnits: 600,
    },
    {
      ...common,
      title: 'Nurture places',
      provider: 'Harbour Specialist Teaching',
      description: 'A place in the nurture group for two terms',
      valuePence: 4_200_000,
      capacityUnit: 'place',
      unitPricePence: 700_000,
      capacityUnits: 6,
    },
  ];
}
