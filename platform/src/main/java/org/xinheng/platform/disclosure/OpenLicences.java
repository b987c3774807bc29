package org.xinheng.platform.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.FieldType;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Polarity;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.subject.Subjects;

/** Licences of organisations that stand on the portal. Names of persons in them are left out, masked ones too. */
@Component
class OpenLicences implements OpenDataset {

    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Packs packs;
    private final Records records;
    private final Subjects subjects;
    private final Projection projection;

    OpenLicences(Packs packs, Records records, Subjects subjects, Projection projection) {
        this.packs = packs;
        this.records = records;
        this.subjects = subjects;
        this.projection = projection;
    }

    @Override
    public String id() {
        return "administrative-licences";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("code", Type.STRING),
                new Column("name", Type.STRING),
                new Column("item", Type.STRING),
                new Column("document", Type.STRING),
                new Column("content", Type.STRING),
                new Column("source", Type.STRING),
                new Column("decidedOn", Type.DATE),
                new Column("until", Type.DATE));
    }

    @Override
    public void rows(AsOf asOf, Consumer<List<@Nullable String>> row) {
        var rules = packs.inForce(asOf);
        var items = rules.items().values().stream()
                .filter(item -> item.kind() == ItemKind.LICENCE && item.polarity() != Polarity.NEGATIVE)
                .map(item -> new ItemId(item.id()))
                .toList();
        var subject = FIRST;
        var record = FIRST;
        List<StoredRecord> page;
        do {
            page = records.ofOrganisations(asOf, items, subject, record, AT_ONCE);
            var known = subjects.get(
                    page.stream().map(StoredRecord::subject).distinct().toList());
            for (var stored : page) {
                var about = known.get(stored.subject());
                var item = rules.items().get(stored.item().value());
                if (about != null && item != null && !about.kind().personal()) {
                    for (var shown : projection.records(Reader.PUBLIC, about, List.of(stored), rules, asOf)) {
                        row.accept(Arrays.asList(
                                about.code(),
                                about.name(),
                                item.id(),
                                value(shown, item, FieldRole.DOCUMENT_NUMBER),
                                value(shown, item, FieldRole.CONTENT),
                                shown.source(),
                                shown.decidedOn().toString(),
                                shown.until() == null ? null : shown.until().toString()));
                    }
                }
                subject = stored.subject().value();
                record = stored.id().value();
            }
        } while (page.size() == AT_ONCE);
    }

    private static @Nullable String value(ShownRecord shown, Item item, FieldRole role) {
        var field = item.field(role);
        return field == null || field.type() == FieldType.PERSON_NAME
                ? null
                : shown.fields().stream()
                        .filter(value -> value.id().equals(field.id()))
                        .map(ShownRecord.ShownField::value)
                        .findFirst()
                        .orElse(null);
    }
}
