create schema access;

-- Who signs in to pages: officers of agencies, and subjects' own accounts.
create table access.account (
    id            uuid primary key,
    account       text not null unique,
    kind          text not null check (kind in ('OFFICER', 'SUBJECT')),
    name          text not null,
    agency_id     text,
    subject_id    uuid,
    roles         text[] not null,
    password_hash text not null,
    change_id     uuid not null,
    check ((kind = 'OFFICER') = (agency_id is not null))
);

-- Business systems that call the API, each for one agency and its own matters.
create table access.client (
    id          text primary key,
    name        text not null,
    agency_id   text not null,
    roles       text[] not null,
    matters     text[] not null,
    secret_hash text not null,
    change_id   uuid not null
);
