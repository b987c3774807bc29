package org.xinheng.kernel.pack;

import java.util.Arrays;
import java.util.Optional;

/** What a layer's folders hold, one kind each: the folder's name, the top key of its files and the record of an entry. */
enum EntryKind {
    DOCUMENT("documents", "documents", Document.class),
    ITEM("catalogue", "items", Item.class),
    LIST("lists", "lists", CreditList.class),
    MEASURE("measures", "measures", Measure.class),
    MATTER("matters", "matters", Matter.class),
    AGENCY("agencies", "agencies", Agency.class),
    AGENCY_GROUP("groups", "groups", AgencyGroup.class),
    TERM("terms", "terms", PublicityTerm.class),
    RETENTION("retention", "retention", Retention.class),
    BEHAVIOUR("behaviours", "behaviours", Behaviour.class),
    MEMORANDUM("memoranda", "memoranda", Memorandum.class),
    INDICATOR("indicators", "indicators", Indicator.class),
    ASSESSMENT("assessments", "assessments", AssessmentScheme.class),
    REFUSAL("refusals", "refusals", Refusal.class);

    private final String folder;
    private final String key;
    private final Class<? extends PackEntry> type;

    EntryKind(String folder, String key, Class<? extends PackEntry> type) {
        this.folder = folder;
        this.key = key;
        this.type = type;
    }

    static Optional<EntryKind> ofFolder(String name) {
        return Arrays.stream(values()).filter(kind -> kind.folder.equals(name)).findFirst();
    }

    static EntryKind of(PackEntry entry) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(entry))
                .findFirst()
                .orElseThrow();
    }

    String key() {
        return key;
    }

    Class<? extends PackEntry> type() {
        return type;
    }
}
