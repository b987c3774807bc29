-- How many calls a business system may make in a minute; null: what the pack gives everybody.
alter table access.client add column requests_per_minute integer check (requests_per_minute > 0);
