-- An agency may say that a task is not for it, with its reason.
alter table jointaction.task_step drop constraint task_step_state_check;
alter table jointaction.task_step add constraint task_step_state_check
    check (state in ('INITIATED', 'RESPONDED', 'EXECUTED', 'FED_BACK', 'NOT_APPLICABLE', 'CLOSED'));
-- What was said at a step: note, basis, evidence; sealed under the task's own key. Takes the place of note.
alter table jointaction.task_step add column said bytea;

-- Reminders by the credit office (催办), each once for a task as it stood.
create table jointaction.chase (
    subject_id uuid not null,
    task_id    uuid not null,
    version    integer not null,
    number     integer not null,
    change_id  uuid not null,
    actor      text not null,
    primary key (subject_id, task_id, number)
);

-- Honours and incentive listings held by whoever was entered in a serious list: whether they stay is for their agency.
-- honour: the record of the honour or the incentive listing.
create table jointaction.honour_review (
    subject_id uuid not null,
    id         uuid not null,
    change_id  uuid not null,
    listing_id uuid not null,
    list_id    text not null,
    honour     uuid not null,
    kind       text not null check (kind in ('RECORD', 'LISTING')),
    agency     text not null,
    opened_on  date not null,
    primary key (subject_id, id),
    unique (subject_id, listing_id, honour)
);
create index honour_review_agency on jointaction.honour_review (agency, id);
create index honour_review_id on jointaction.honour_review (id);
create index honour_review_listing on jointaction.honour_review (listing_id);

-- What the agency decided about them: appended, the last version counts. said: reason, who decided, document, sealed under
-- the review's own key.
create table jointaction.honour_decision (
    subject_id  uuid not null,
    review_id   uuid not null,
    version     integer not null,
    change_id   uuid not null,
    outcome     text not null check (outcome in ('WITHDRAWN', 'KEPT')),
    informed_on date,
    actor       text not null,
    said        bytea not null,
    primary key (subject_id, review_id, version)
);

-- Measures executed outside the city: what is to be passed on to whom.
create table jointaction.forwarding (
    subject_id uuid not null,
    id         uuid not null,
    change_id  uuid not null,
    listing_id uuid not null,
    list_id    text not null,
    measure    text not null,
    recipient  text not null,
    opened_on  date not null,
    primary key (subject_id, id),
    unique (subject_id, listing_id, measure, recipient)
);
create index forwarding_id on jointaction.forwarding (id);
create index forwarding_listing on jointaction.forwarding (listing_id);

-- Its steps: appended, the last version counts. said: document number and words, sealed under the forwarding's own key.
create table jointaction.forwarding_step (
    subject_id    uuid not null,
    forwarding_id uuid not null,
    version       integer not null,
    change_id     uuid not null,
    state         text not null check (state in ('DUE', 'SENT', 'NOT_NEEDED', 'ANSWERED', 'TO_WITHDRAW', 'WITHDRAWN', 'CLOSED')),
    happened_on   date not null,
    actor         text not null,
    said          bytea,
    primary key (subject_id, forwarding_id, version)
);

-- Cases worth showing (典型案例): proposed by the agency that acted, adopted by the credit office. content: title, what was
-- done, what came of it, evidence, the organisation's consent; sealed under the example's own key.
create table jointaction.example (
    subject_id   uuid not null,
    id           uuid not null,
    change_id    uuid not null,
    task_id      uuid not null,
    listing_id   uuid not null,
    kind         text not null check (kind in ('INCENTIVE', 'RESTRAINT')),
    agency       text not null,
    consented_on date not null,
    content      bytea not null,
    primary key (subject_id, id)
);
create index example_id on jointaction.example (id);

create table jointaction.example_step (
    subject_id uuid not null,
    example_id uuid not null,
    version    integer not null,
    change_id  uuid not null,
    state      text not null check (state in ('PROPOSED', 'ADOPTED', 'DECLINED', 'WITHDRAWN')),
    actor      text not null,
    primary key (subject_id, example_id, version)
);
