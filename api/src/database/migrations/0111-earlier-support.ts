import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const EarlierSupport = forwardOnly(
  'EarlierSupport1795478400111',
  `
  -- What a consultation said before it was changed, by whom and when. Only ever added to.
  create table earlier_consultations (
    authority_id integer not null,
    consultation_id uuid not null,
    number integer not null,
    held_on date not null,
    teacher_name text not null,
    asked text not null,
    advice text not null,
    replaced_by uuid not null,
    replaced_at timestamptz not null,
    constraint earlier_consultations_pkey primary key (authority_id, consultation_id, number),
    constraint earlier_consultations_replaced_by_fkey foreign key (replaced_by) references users (id),
    constraint earlier_consultations_number_positive check (number > 0)
  );
  alter table consultations add constraint consultations_authority_id_key unique (authority_id, id);
  alter table earlier_consultations add constraint earlier_consultations_consultation_fkey
    foreign key (authority_id, consultation_id) references consultations (authority_id, id) on delete cascade;
  ${tenantTable('earlier_consultations', 'select, insert')}
  create trigger earlier_consultations_no_change before update or delete on earlier_consultations
    for each row execute function case_records_are_append_only();

  -- The same of a report of another agency.
  create table earlier_agency_reports (
    authority_id integer not null,
    agency_report_id uuid not null,
    number integer not null,
    reported_on date not null,
    agency text not null,
    title text not null,
    summary text not null,
    document_id uuid,
    replaced_by uuid not null,
    replaced_at timestamptz not null,
    constraint earlier_agency_reports_pkey primary key (authority_id, agency_report_id, number),
    constraint earlier_agency_reports_document_fkey foreign key (authority_id, document_id)
      references documents (authority_id, id) on delete cascade,
    constraint earlier_agency_reports_replaced_by_fkey foreign key (replaced_by) references users (id),
    constraint earlier_agency_reports_number_positive check (number > 0)
  );
  alter table agency_reports add constraint agency_reports_authority_id_key unique (authority_id, id);
  alter table earlier_agency_reports add constraint earlier_agency_reports_report_fkey
    foreign key (authority_id, agency_report_id) references agency_reports (authority_id, id) on delete cascade;
  create index earlier_agency_reports_by_document on earlier_agency_reports (authority_id, document_id)
    where document_id is not null;
  ${tenantTable('earlier_agency_reports', 'select, insert')}
  create trigger earlier_agency_reports_no_change before update or delete on earlier_agency_reports
    for each row execute function case_records_are_append_only();

  -- A change that does not keep what stood there is refused, whoever writes it.
  create function consultations_keep_earlier() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from earlier_consultations e where e.authority_id = old.authority_id
                     and e.consultation_id = old.id and e.number = old.version) or new.version <> old.version + 1 then
      raise exception 'a consultation cannot be changed without keeping what it said';
    end if;
    return new;
  end $$;
  create trigger consultations_keep_earlier before update on consultations
    for each row execute function consultations_keep_earlier();

  create function agency_reports_keep_earlier() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from earlier_agency_reports e where e.authority_id = old.authority_id
                     and e.agency_report_id = old.id and e.number = old.version) or new.version <> old.version + 1 then
      raise exception 'a report cannot be changed without keeping what it said';
    end if;
    return new;
  end $$;
  create trigger agency_reports_keep_earlier before update on agency_reports
    for each row execute function agency_reports_keep_earlier();
  `,
);
