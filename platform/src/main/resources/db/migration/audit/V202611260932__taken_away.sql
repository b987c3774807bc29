-- Facts that take something away, for who has yet to acknowledge them; few among the many that only add.
create index fact_taken_away on audit.fact (position)
    where type in ('RecordCorrected', 'RecordEnded', 'RecordSuspended', 'ListingCorrected', 'ListingEnded',
                   'ListingSuspended');
