-- What a finding says in English; empty for findings of an earlier build.
alter table intake.finding add column english text not null default '';

-- Accepted rows of a submission by the clock (公示时限) of each site their decisions must stand on, beside that of reporting:
-- how many have it, and how many came here when it had run out already.
create table intake.clock (
    submission_id uuid not null references intake.submission (id),
    site          text not null,
    clocked       integer not null,
    late          integer not null,
    primary key (submission_id, site)
);

-- The late ones of them; late for reporting is what the record says itself.
create table intake.late_row (
    submission_id uuid not null references intake.submission (id),
    site          text not null,
    line          integer not null,
    decided_on    date not null,
    due           date not null,
    primary key (submission_id, site, line)
);
