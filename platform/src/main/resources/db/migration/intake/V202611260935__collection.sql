-- Which agency has to report which item from which month to which (应报责任), as the credit office set it: appended, the
-- last version counts. until_month before from_month = it has not to. Where nothing is set, who reported in the months
-- before is expected to go on.
create table intake.duty (
    agency      text not null,
    item_id     text not null,
    version     integer not null,
    change_id   uuid not null,
    from_month  date not null,
    until_month date,
    primary key (agency, item_id, version)
);

-- "Nothing to report" of a month (零报告): appended, the last version counts; declared false = taken back.
create table intake.zero_report (
    agency    text not null,
    item_id   text not null,
    month     date not null,
    version   integer not null,
    change_id uuid not null,
    declared  boolean not null,
    primary key (agency, item_id, month, version)
);
create index zero_report_month on intake.zero_report (month);

-- What statistics of collection read: submissions by day of receipt.
create index submission_received on intake.submission (received_on, agency, item_id);

-- Rows sent back to be mended (退回): the refused rows of a submission, or one record. line null = all that were refused.
create table intake.sent_back (
    id            uuid primary key,
    agency        text not null,
    item_id       text not null,
    submission_id uuid references intake.submission (id),
    subject_id    uuid,
    record_id     uuid,
    by_platform   boolean not null,
    change_id     uuid not null,
    check ((submission_id is null) = (record_id is not null))
);
create index sent_back_agency on intake.sent_back (agency, id);
create index sent_back_submission on intake.sent_back (submission_id) where submission_id is not null;
create index sent_back_record on intake.sent_back (record_id) where record_id is not null;

-- Its steps: appended, the last version counts. due = last day to mend it. words: why, or what was answered, sealed under
-- the key of the return. submission_id: the one that mended it.
create table intake.sent_back_step (
    sent_back_id  uuid not null references intake.sent_back (id),
    version       integer not null,
    change_id     uuid not null,
    state         text not null check (state in ('TO_MEND', 'ANSWERED', 'SETTLED')),
    on_day        date not null,
    due           date,
    provisional   boolean not null default false,
    account       text not null,
    submission_id uuid,
    words         bytea,
    primary key (sent_back_id, version)
);

-- The return a submission mends; null for most.
-- No reference to the return: a return may itself point at a submission, and tables that refer to each other in a ring
-- could be restored in no order.
alter table intake.submission add column mends uuid;

-- Why a record was corrected by a one-row form. ground: sealed under the record's key.
create table intake.correction (
    submission_id uuid primary key references intake.submission (id),
    subject_id    uuid not null,
    record_id     uuid not null,
    change_id     uuid not null,
    ground        bytea not null
);
create index correction_record on intake.correction (record_id);

-- A record its agency wants to take back: proposed by one, decided by another. ground: sealed under the record's key.
create table intake.withdrawal (
    id          uuid primary key,
    subject_id  uuid not null,
    record_id   uuid not null,
    agency      text not null,
    cause       text not null,
    ground      bytea not null,
    proposed_by text not null,
    change_id   uuid not null
);
create index withdrawal_record on intake.withdrawal (record_id);

create table intake.withdrawal_decision (
    withdrawal_id uuid primary key references intake.withdrawal (id),
    approved      boolean not null,
    decided_by    text not null,
    change_id     uuid not null
);

-- A random draw of decisions to look for concealed ones (瞒报抽查). content: what was drawn from and what was drawn, sealed
-- under the sample's key; with the seed anyone who may read it can repeat the draw.
create table intake.sample (
    id         uuid primary key,
    agency     text not null,
    item_id    text not null,
    source     text not null check (source in ('REGISTER', 'MATTER')),
    seed       text not null,
    population integer not null,
    size       integer not null,
    drawn_on   date not null,
    content    bytea not null,
    change_id  uuid not null
);
create index sample_agency on intake.sample (agency, id);

-- What was found about each drawn decision: appended, the last version counts. note: sealed under the sample's key.
create table intake.sample_finding (
    sample_id uuid not null references intake.sample (id),
    place     integer not null,
    version   integer not null,
    finding   text not null
              check (finding in ('REPORTED', 'CONCEALED', 'REPORTED_AFTER_DRAW', 'NOT_ISSUED', 'NOT_TO_REPORT')),
    found_on  date not null,
    note      bytea,
    change_id uuid not null,
    primary key (sample_id, place, version)
);
