create schema oversight;

-- A policy document in which tasks are divided, as it came in. digest: of the file; text_digest: of all it says without
-- blanks, so that the same document in another form is known again. state: what became of it.
create table oversight.document (
    id          uuid primary key,
    change_id   uuid not null,
    owner       text not null,
    file_id     uuid not null,
    file_name   text not null,
    text_digest bytea not null,
    actor       text not null
);
create index document_text on oversight.document (text_digest);

create table oversight.document_state (
    document_id uuid not null references oversight.document,
    version     integer not null,
    change_id   uuid not null,
    state       text not null check (state in ('IN_REVIEW', 'CONFIRMED', 'DISCARDED')),
    primary key (document_id, version)
);

-- What was understood of it, then each correction: appended, the last version counts.
create table oversight.draft (
    document_id uuid not null references oversight.document,
    version     integer not null,
    change_id   uuid not null,
    content     jsonb not null,
    primary key (document_id, version)
);

-- One piece of work, whatever documents name it. parent: of a sub-task or a rectification.
create table oversight.task (
    id        uuid primary key,
    change_id uuid not null,
    owner     text not null,
    kind      text not null check (kind in ('DOCUMENT', 'SUBTASK', 'RECTIFICATION')),
    parent    uuid references oversight.task
);
create index task_parent on oversight.task (parent) where parent is not null;
create index task_owner on oversight.task (owner);

-- How a document words it; a later document that issues it again adds a version. document_id null: worded here.
create table oversight.wording (
    task_id      uuid not null references oversight.task,
    version      integer not null,
    change_id    uuid not null,
    document_id  uuid references oversight.document,
    position     integer not null,
    number       text,
    section_path text[] not null,
    title        text,
    text         text not null,
    deadline     text,
    due          date,
    cycle        text check (cycle in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
    open_ended   boolean not null,
    remark       text,
    primary key (task_id, version)
);
create index wording_document on oversight.wording (document_id, position);

-- Who is named, as printed. agency null: a name nobody was found for. "group": the collective name it was expanded from.
create table oversight.assignment (
    task_id  uuid not null,
    version  integer not null,
    position integer not null,
    role     text not null check (role in ('LEAD', 'COOPERATING', 'RESPONSIBLE')),
    agency   text,
    unit     text not null,
    alias    text,
    "group"  text,
    foreign key (task_id, version) references oversight.wording,
    primary key (task_id, version, position)
);
create index assignment_agency on oversight.assignment (agency, task_id);

-- What one accountable agency owes of a task, as it stands; part_step is its history. due: its own last day, with
-- extensions, of the running period where the task comes again.
create table oversight.part (
    id      uuid primary key,
    task_id uuid not null references oversight.task,
    agency  text not null,
    state   text not null check (state in ('NOT_BEGUN', 'IN_WORK', 'REPORTED', 'SENT_BACK', 'ACCEPTED', 'RELEASED')),
    due     date,
    version integer not null,
    unique (task_id, agency)
);
create index part_agency on oversight.part (agency, task_id);

create table oversight.part_step (
    part_id     uuid not null references oversight.part,
    version     integer not null,
    change_id   uuid not null,
    state       text not null check (state in ('NOT_BEGUN', 'IN_WORK', 'REPORTED', 'SENT_BACK', 'ACCEPTED', 'RELEASED')),
    due         date,
    happened_on date not null,
    primary key (part_id, version)
);

-- What an agency says about its work. evidence: [{kind, words, reference}].
create table oversight.report (
    id          uuid primary key,
    task_id     uuid not null references oversight.task,
    change_id   uuid not null,
    agency      text not null,
    kind        text not null check (kind in ('PLAN', 'PROGRESS', 'COMPLETION')),
    due         date,
    text        text not null,
    evidence    jsonb not null,
    reported_on date not null,
    actor       text not null
);
create index report_task on oversight.report (task_id, id);

create table oversight.review (
    report_id   uuid primary key references oversight.report,
    change_id   uuid not null,
    accepted    boolean not null,
    reason      text,
    reviewed_on date not null,
    actor       text not null
);

-- More time, asked with a reason; answered by the office that owns the task.
create table oversight.extension (
    id        uuid primary key,
    task_id   uuid not null references oversight.task,
    change_id uuid not null,
    agency    text not null,
    until     date not null,
    reason    text not null,
    asked_on  date not null,
    actor     text not null
);
create index extension_task on oversight.extension (task_id, id);

create table oversight.extension_answer (
    extension_id uuid primary key references oversight.extension,
    change_id    uuid not null,
    granted      boolean not null,
    reason       text not null,
    answered_on  date not null,
    actor        text not null
);

create table oversight.question (
    id        uuid primary key,
    task_id   uuid not null references oversight.task,
    change_id uuid not null,
    agency    text not null,
    text      text not null,
    asked_on  date not null,
    actor     text not null
);
create index question_task on oversight.question (task_id, id);

create table oversight.answer (
    question_id uuid primary key references oversight.question,
    change_id   uuid not null,
    text        text not null,
    answered_on date not null,
    actor       text not null
);

create table oversight.closing (
    task_id   uuid primary key references oversight.task,
    change_id uuid not null,
    reason    text,
    closed_on date not null,
    actor     text not null
);

-- A circular (通报): who is how far behind with what, on the day it was issued.
create table oversight.circular (
    id         uuid primary key,
    change_id  uuid not null,
    owner      text not null,
    year       integer not null,
    number     integer not null,
    title      text not null,
    text       text not null,
    issued_on  date not null,
    actor      text not null,
    unique (owner, year, number)
);

create table oversight.circular_line (
    circular_id  uuid not null references oversight.circular,
    position     integer not null,
    agency       text not null,
    task_id      uuid references oversight.task,
    due          date,
    behind       integer,
    words        text not null,
    rectification uuid references oversight.task,
    primary key (circular_id, position)
);
create index circular_line_agency on oversight.circular_line (agency, circular_id);
