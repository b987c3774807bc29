create schema intake;

-- One file, form or call with rows (报送批次). The row is the desk of the work: its edges stand as facts in the one order.
-- content_hash: keyed hash of item and content, for the same key asked twice. cursor_line: last line whose row is in.
-- claim and lease_until: which worker has it and until when, on real time; a lease that ran out may be taken over.
create table intake.submission (
    id                uuid primary key,
    agency            text not null,
    sender_kind       text not null,
    sender            text not null,
    sender_name       text not null,
    sender_roles      text[] not null,
    item_id           text not null,
    file_id           uuid not null,
    content_hash      bytea not null,
    idempotency_key   text,
    received_on       date not null,
    change_id         uuid not null,
    state             text not null,
    done              boolean not null default false,
    total             integer,
    cursor_line       integer not null default 0,
    accepted          integer not null default 0,
    refused           integer not null default 0,
    duplicates        integer not null default 0,
    late              integer not null default 0,
    reason            text,
    reason_arguments  text[],
    claim             uuid,
    lease_until       timestamptz,
    attempts          integer not null default 0,
    unique (sender_kind, sender, idempotency_key)
);
create index submission_agency on intake.submission (agency, id desc);
create index submission_open on intake.submission (id) where not done;

-- What is to be mended in a row; values masked where they are or may be a person's.
create table intake.finding (
    submission_id uuid not null references intake.submission (id),
    line          integer not null,
    number        integer not null,
    field         text not null,
    rule          text not null,
    severity      text not null,
    value         text not null,
    message       text not null,
    primary key (submission_id, line, number)
);
