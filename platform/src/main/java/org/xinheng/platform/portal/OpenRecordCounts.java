package org.xinheng.platform.portal;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.disclosure.OpenDataset;

/** The numbers of the statistics page about records of organisations, and about checks. */
@Component
class OpenRecordCounts implements OpenDataset {

    private final CityStatistics statistics;

    OpenRecordCounts(CityStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public String id() {
        return "statistics";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("month", Type.STRING),
                new Column("subject", Type.STRING),
                new Column("count", Type.INTEGER));
    }

    @Override
    public void rows(AsOf asOf, Consumer<List<@Nullable String>> row) {
        var counted = statistics.today();
        for (var month : counted.months()) {
            for (var item : counted.items()) {
                row.accept(List.of(month.toString(), item, String.valueOf(counted.organisations(month, item))));
            }
            row.accept(List.of(
                    month.toString(),
                    "checks",
                    String.valueOf(counted.checks(month).all())));
            row.accept(List.of(
                    month.toString(),
                    "checks-with-prompts",
                    String.valueOf(counted.checks(month).prompting())));
        }
    }
}
