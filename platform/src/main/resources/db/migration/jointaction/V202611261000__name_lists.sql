-- Lists of names checked in one go (名单核查): one numbered result for many checks. content: what each row asked and what
-- became of it, sealed under the list's own key. Never updated.
create table jointaction.name_list (
    id       uuid primary key,
    year     integer not null,
    number   integer not null,
    agency   text not null,
    actor    text not null,
    matter   text not null,
    asked_at timestamptz not null,
    size     integer not null,
    content  bytea not null,
    unique (year, number)
);
create index name_list_agency on jointaction.name_list (agency, id);

create table jointaction.name_list_counter (
    year integer primary key,
    last integer not null
);
