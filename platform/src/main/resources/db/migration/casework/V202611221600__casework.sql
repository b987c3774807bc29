create schema casework;

-- What an officer of an agency has to do. due is the last day, null = no clock; provisional = the calendar of a year it
-- was counted through was not published yet. not_by is the account that must not handle it (two pairs of eyes).
create table casework.case (
    id          uuid primary key,
    kind        text not null,
    subject_id  uuid,
    reference   uuid not null,
    agency_id   text not null,
    role        text not null,
    not_by      text,
    due         date,
    provisional boolean not null,
    change_id   uuid not null
);
create index case_inbox on casework.case (agency_id, role, id);
create index case_reference on casework.case (reference);

-- That it is done. A case without a row here is open.
create table casework.closing (
    case_id   uuid primary key references casework.case (id),
    change_id uuid not null
);

-- Papers of a procedure, sealed under the key of what it is about; served_on = day of service, null = not served.
create table casework.paper (
    id        uuid primary key,
    reference uuid not null,
    kind      text not null,
    served_on date,
    file_id   uuid,
    payload   bytea not null,
    change_id uuid not null
);
create index paper_reference on casework.paper (reference, id);
