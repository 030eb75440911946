/** A panel in session with one case that is not decided, as far as the decision pages read it. */
export const panelInSession = {
  id: 'p1',
  heldOn: '2026-12-15',
  venue: 'Town Hall',
  status: 'in_session',
  papersCloseOn: '2026-12-01',
  papersPublishedOn: '2026-12-08',
  caseCount: 1,
  decidedCount: 0,
  version: 3,
  papersHash: null,
  availableVerbs: ['close'],
  agenda: [
    {
      id: 'i1',
      position: 1,
      isConflicted: false,
      isConsentWithdrawn: false,
      referralId: 'r1',
      reference: 'EIP-2026-0014',
      referralStatus: 'ready_for_panel',
      isUrgent: false,
      pupilInitials: 'IU',
      schoolName: 'Orchard Wold',
      decision: null,
    },
  ],
};

const contract = {
  providerName: 'Harbour',
  startsOn: '2026-09-01',
  endsOn: '2028-08-31',
  capacityUnit: 'place',
  unitPricePence: 700_000,
  capacityUnits: 6,
  takenUnits: 0,
  leftUnits: 6,
  leftPence: 4_200_000,
  isAllocatedByPanel: true,
};

export const contracts = {
  items: [
    { ...contract, id: 'c1', title: 'Nurture places' },
    { ...contract, id: 'c2', title: 'Ended', endsOn: '2026-10-31' },
    { ...contract, id: 'c3', title: 'Not by the panel', isAllocatedByPanel: false },
  ],
};
