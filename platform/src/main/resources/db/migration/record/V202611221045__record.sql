create schema record;

-- One decision or fact about one subject. natural_key: keyed hash of authority, document number and decision day.
create table record.record (
    subject_id    uuid not null,
    id            uuid not null,
    item_id       text not null,
    natural_key   bytea not null,
    document_hash bytea not null,
    change_id     uuid not null,
    primary key (subject_id, id),
    unique (subject_id, item_id, natural_key)
);
create index record_document on record.record (subject_id, document_hash);
create index record_id on record.record (id);

-- Its versions: appended, never updated. valid_until is the last day of use, public_until the last day of publicity.
create table record.version (
    subject_id    uuid not null,
    record_id     uuid not null,
    version       integer not null,
    change_id     uuid not null,
    item_id       text not null,
    authority     text not null,
    state         text not null,
    severity      text,
    decided_on    date not null,
    valid_from    date not null,
    valid_until   date,
    public_from   date,
    public_until  date,
    late          boolean not null,
    submission_id uuid,
    line          integer,
    content_hash  bytea not null,
    payload       bytea not null,
    protected     bytea,
    primary key (subject_id, record_id, version)
);
create index version_submission on record.version (submission_id) where submission_id is not null;
create index version_change on record.version (change_id);

-- Intervals in which joint measures resting on the record stand still.
create table record.suspension (
    subject_id uuid not null,
    record_id  uuid not null,
    version    integer not null,
    change_id  uuid not null,
    suspended  boolean not null,
    primary key (subject_id, record_id, version)
);
