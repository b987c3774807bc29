package org.xinheng.platform.assessment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All a closed assessment holds, as one text of which there is only one: keys in alphabetical order, lists in the order of
 * agency, kind, key and version, points with two digits, no blanks. Its digest stands in the order of facts.
 *
 * @param form of this text; a later form gets a number of its own, so that an old one is always compared with itself
 * @param items everything that was ever set; the last version of each counts
 */
record AssessmentContent(
        int form,
        int year,
        int version,
        String draftedBy,
        LocalDate draftedOn,
        @Nullable String reason,
        Assessment.Rules rules,
        List<Assessment.Step> steps,
        List<Total> totals,
        List<ScoreItem> items,
        List<Contest> contests) {

    static final int FORM = 1;

    /** What an agency's year came to. */
    record Total(
            AgencyId agency,
            @Nullable BigDecimal measured,
            BigDecimal deducted,
            BigDecimal added,
            @Nullable BigDecimal total) {}

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static AssessmentContent of(
            Assessment assessment, List<Score> scores, List<ScoreItem> items, List<Contest> contests) {
        return new AssessmentContent(
                FORM,
                assessment.year(),
                assessment.version(),
                assessment.draftedBy(),
                assessment.draftedOn(),
                assessment.reason(),
                assessment.rules(),
                assessment.steps(),
                scores.stream()
                        .map(score -> new Total(
                                score.agency(), score.measured(), score.deducted(), score.added(), score.total()))
                        .toList(),
                items,
                contests);
    }

    byte[] canonical() {
        return CANONICAL.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }
}
