import { forwardOnly } from '../forward-only.js';

export const AgencyReportsGoWithTheirDocument = forwardOnly(
  'AgencyReportsGoWithTheirDocument1795478400096',
  `
  -- A document is deleted only when its case is destroyed. A report that names it stood in the way of that.
  alter table agency_reports drop constraint agency_reports_document_fkey;
  alter table agency_reports add constraint agency_reports_document_fkey
    foreign key (authority_id, document_id) references documents (authority_id, id) on delete cascade;
  `,
);
