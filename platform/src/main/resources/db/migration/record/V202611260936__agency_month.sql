-- An agency's own records by item and day of decision: for its pages, for monthly reporting and its statistics.
create index version_decided on record.version (authority, item_id, decided_on, record_id);

-- Found by document number alone too (sampling for concealed decisions).
drop index record.record_document;
create index record_document on record.record (document_hash, subject_id);
