-- Degree of untrustworthiness on a watch list (失信程度).
alter table listing.version add column degree text check (degree in ('MINOR', 'GENERAL', 'SERIOUS'));
alter table listing.decision add column degree text check (degree in ('MINOR', 'GENERAL', 'SERIOUS'));

-- The list's rules a determination was proposed under, where they had to be published first; and for a person whom the
-- decision about an organisation is to name: that determination, and for what the person answers.
alter table listing.determination add column rules_id uuid;
alter table listing.determination add column named_in uuid;
alter table listing.determination add column responsible_as text;
alter table listing.determination add constraint named_for_something
    check ((named_in is null) = (responsible_as is null));
create index determination_named_in on listing.determination (named_in) where named_in is not null;

-- Whom the decision about an organisation names. Without a row here nobody is entered for another's conduct.
create table listing.named (
    determination_id uuid not null,
    person_id        uuid not null,
    change_id        uuid not null,
    primary key (determination_id, person_id)
);

-- The rules of a list put to the public (公开征求意见) and published before their first use. fingerprint says which
-- wording of the rules it was: other wording needs a consultation of its own.
create table listing.rules (
    id          uuid primary key,
    list_id     text not null,
    agency_id   text not null,
    fingerprint text not null,
    opened_by   text not null,
    change_id   uuid not null
);
create index rules_list on listing.rules (list_id, id);

-- Its steps: appended, never updated. due = last day of the consultation.
create table listing.rules_step (
    rules_id  uuid not null references listing.rules (id),
    version   integer not null,
    state     text not null,
    account   text not null,
    day       date not null,
    due       date,
    change_id uuid not null,
    primary key (rules_id, version)
);
