-- Keyed hash of what a version says, so that what a source sends again unchanged makes no new version.
alter table listing.version add column content_hash bytea;
