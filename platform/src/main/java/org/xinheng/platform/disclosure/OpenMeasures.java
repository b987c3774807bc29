package org.xinheng.platform.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.AsOf;

/** All measures of the published list with state and basis, also those that are not carried out. */
@Component
class OpenMeasures implements OpenDataset {

    private final PublicRules rules;

    OpenMeasures(PublicRules rules) {
        this.rules = rules;
    }

    @Override
    public String id() {
        return "measures";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("measure", Type.STRING),
                new Column("name", Type.STRING),
                new Column("kind", Type.STRING),
                new Column("nature", Type.STRING),
                new Column("state", Type.STRING),
                new Column("instruction", Type.STRING),
                new Column("lists", Type.STRING),
                new Column("matters", Type.STRING),
                new Column("executors", Type.STRING),
                new Column("basis", Type.STRING),
                new Column("reason", Type.STRING));
    }

    @Override
    public void rows(AsOf asOf, Consumer<List<@Nullable String>> row) {
        for (var measure : rules.measures()) {
            var reason = measure.reason();
            row.accept(Arrays.asList(
                    measure.id(),
                    measure.name().zh(),
                    measure.kind().name(),
                    measure.nature().name(),
                    measure.state().name(),
                    measure.instruction().zh(),
                    names(measure.lists()),
                    names(measure.matters()),
                    names(measure.executors()),
                    measure.basis().stream()
                            .map(basis -> basis.document() + basis.article())
                            .collect(Collectors.joining("；")),
                    reason == null ? null : reason.zh()));
        }
    }

    private static String names(List<PublicRules.Named> named) {
        return named.stream().map(one -> one.name().zh()).collect(Collectors.joining("；"));
    }
}
