-- A return names its submission, and a submission the return it mends: as foreign keys that is a ring, which a restore
-- table by table cannot follow. The use case checks what a submission mends.
alter table intake.submission drop constraint submission_mends_fkey;
