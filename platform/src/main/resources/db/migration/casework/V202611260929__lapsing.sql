-- The last day on which a case matters, null = until it is closed: what rests on something the clock ends needs no job to
-- leave the inbox.
alter table casework.case add column lapses date;
create index case_due on casework.case (due) where due is not null;
