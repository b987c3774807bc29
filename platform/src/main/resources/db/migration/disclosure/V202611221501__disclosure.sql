create schema disclosure;

-- Who asked about whom. subject_id is null where nobody was identified: of them nothing is kept, not even a hash.
create table disclosure.query_log (
    id             uuid primary key,
    subject_id     uuid,
    asked_at       timestamptz not null,
    actor_kind     text not null,
    actor          text not null,
    actor_name     text not null,
    agency_id      text,
    purpose        text not null,
    matter         text,
    reference      text,
    authority_kind text check (authority_kind in ('STATUTE', 'CONSENT')),
    authority      text,
    as_of          date,
    known_at       timestamptz,
    check ((authority_kind is null) = (authority is null))
);
create index query_log_subject on disclosure.query_log (subject_id, asked_at desc);
create index query_log_asked on disclosure.query_log (asked_at);

-- Copies that left for a client, other than answers to checks, which are logged with the checks.
create table disclosure.delivery (
    id         uuid primary key,
    subject_id uuid not null,
    kind       text not null,
    sent_at    timestamptz not null,
    recipient  text not null,
    client     text not null,
    purpose    text not null
);
create index delivery_subject on disclosure.delivery (subject_id, sent_at desc);
