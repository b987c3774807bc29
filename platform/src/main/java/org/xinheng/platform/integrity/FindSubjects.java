package org.xinheng.platform.integrity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.record.RecordHolders;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.SubjectLife;
import org.xinheng.platform.subject.Subjects;

/** Finds organisations by a campaign's rule among the records in force. Persons and sole traders are never looked for. */
@Component
class FindSubjects {

    private static final int PAGE = 500;

    private final RecordHolders holders;
    private final Records records;
    private final Subjects subjects;
    private final SubjectLife life;

    FindSubjects(RecordHolders holders, Records records, Subjects subjects, SubjectLife life) {
        this.holders = holders;
        this.records = records;
        this.subjects = subjects;
        this.life = life;
    }

    /** Those the rule finds now, with the records that count, at most {@code limit}. */
    Map<SubjectId, List<StoredRecord>> by(CampaignRule rule, AsOf now, int limit) {
        var found = new LinkedHashMap<SubjectId, List<StoredRecord>>();
        @Nullable SubjectId after = null;
        while (found.size() < limit) {
            var page = holders.of(new ItemId(rule.item()), rule.atLeast(), rule.since(now.day()), now, after, PAGE);
            var about = subjects.get(page);
            for (var id : page) {
                var subject = about.get(id);
                if (subject == null
                        || subject.code() == null
                        || !rule.covers(new CreditCode(subject.code()).division())
                        || !life.isOpen(id)) {
                    continue;
                }
                var counted = counted(rule, id, now);
                if (counted.size() >= rule.atLeast() && found.size() < limit) {
                    found.put(id, counted);
                }
            }
            if (page.size() < PAGE) {
                break;
            }
            after = page.getLast();
        }
        return found;
    }

    /** The records of one subject that count for the rule. */
    List<StoredRecord> counted(CampaignRule rule, SubjectId subject, AsOf now) {
        var counted = new ArrayList<StoredRecord>();
        for (var record : records.inForce(subject, now)) {
            if (rule.counts(record, now.day())) {
                counted.add(record);
            }
        }
        return counted;
    }
}
