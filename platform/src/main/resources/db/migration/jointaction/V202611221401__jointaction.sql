create schema jointaction;

-- Every check, written and committed before its answer leaves. Keyed by month for partitioning; the month is that of the
-- id's own timestamp, so that an id alone finds its row. subject_hash: keyed hash of whom was asked about, known here or
-- not. content: what was asked and answered, sealed under the check's own key. Never updated.
create table jointaction.check_log (
    month        date not null,
    id           uuid not null,
    group_number bigint not null,
    place        integer not null,
    year         integer not null,
    number       integer not null,
    asked_at     timestamptz not null,
    asked_on     date not null,
    actor_kind   text not null,
    actor        text not null,
    agency       text not null,
    matter       text not null,
    subject_hash bytea not null,
    subject_id   uuid,
    outcome      text not null,
    release      text not null,
    known_at     timestamptz not null,
    content      bytea not null,
    primary key (month, id)
);
create index check_log_subject on jointaction.check_log (subject_hash, agency, matter, asked_on);
create index check_log_group on jointaction.check_log (group_number, place);
create index check_log_agency on jointaction.check_log (agency, asked_at);

-- The prompts of a check: which version of which listing brought which measure.
create table jointaction.prompt (
    month           date not null,
    check_id        uuid not null,
    id              uuid not null,
    group_number    bigint not null,
    place           integer not null,
    ordinal         integer not null,
    agency          text not null,
    matter          text not null,
    asked_on        date not null,
    subject_id      uuid not null,
    listing_id      uuid not null,
    listing_version integer not null,
    measure         text not null,
    kind            text not null,
    nature          text not null,
    origin          text not null,
    advisory        boolean not null,
    feedback_due    date not null,
    primary key (month, check_id, id)
);
create index prompt_group on jointaction.prompt (group_number, place, ordinal);
create index prompt_due on jointaction.prompt (feedback_due, agency);
create index prompt_listing on jointaction.prompt (listing_id, agency);
create index prompt_subject on jointaction.prompt (subject_id, asked_on);

-- The log's own chain: checks written together are one link.
create table jointaction.check_group (
    number    bigint primary key,
    size      integer not null,
    sealed_at timestamptz not null,
    digest    bytea not null,
    hash      bytea not null
);

-- The last link; locked by whoever writes the next.
create table jointaction.check_head (
    only_one boolean primary key default true check (only_one),
    number   bigint not null,
    hash     bytea not null
);

insert into jointaction.check_head (number, hash) values (0, decode(repeat('00', 32), 'hex'));

-- Slips are numbered without a gap in each year.
create table jointaction.check_counter (
    year integer primary key,
    last integer not null
);

-- What an officer did with a prompt: appended, the last version counts. content: reason, who decided, evidence, sealed
-- under the feedback's own key.
create table jointaction.feedback (
    month       date not null,
    check_id    uuid not null,
    prompt_id   uuid not null,
    version     integer not null,
    id          uuid not null,
    change_id   uuid not null,
    outcome     text not null,
    informed_on date,
    content     bytea not null,
    primary key (month, check_id, prompt_id, version)
);

-- What was decided at a matter, reported by a system or taken in as a licence. decision_key: keyed hash by which a
-- decision reported twice is one. content: reference, outcome and whom, sealed; null for records, which say it themselves.
create table jointaction.decision (
    month          date not null,
    id             uuid not null,
    change_id      uuid not null,
    agency         text not null,
    matter         text not null,
    decided_on     date not null,
    subject_id     uuid,
    subject_hashes bytea[] not null,
    record_id      uuid,
    decision_key   bytea not null,
    content        bytea,
    primary key (month, id),
    unique (month, decision_key)
);
create index decision_decided on jointaction.decision (decided_on, agency);

-- Joint action: what one agency is to do because of one listing, and how far it has come.
create table jointaction.task (
    subject_id uuid not null,
    id         uuid not null,
    change_id  uuid not null,
    listing_id uuid not null,
    list_id    text not null,
    initiator  text not null,
    agency     text not null,
    measures   text[] not null,
    primary key (subject_id, id),
    unique (subject_id, listing_id, agency)
);
create index task_agency on jointaction.task (agency, id);
create index task_id on jointaction.task (id);
create index task_listing on jointaction.task (listing_id);

-- Its steps: appended, the last version counts. note: sealed under the task's own key.
create table jointaction.task_step (
    subject_id uuid not null,
    task_id    uuid not null,
    version    integer not null,
    change_id  uuid not null,
    state      text not null check (state in ('INITIATED', 'RESPONDED', 'EXECUTED', 'FED_BACK', 'CLOSED')),
    actor      text not null,
    note       bytea,
    primary key (subject_id, task_id, version)
);
