package org.xinheng.platform.jointaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.MatterId;

/**
 * A list of organisations checked in one go, with one number for all (名单核查). Each of its checks stands in the log as well.
 *
 * @param number within its year
 * @param content null where deleted
 */
public record NameList(
        UUID id,
        int year,
        int number,
        AgencyId agency,
        String actor,
        MatterId matter,
        Instant askedAt,
        @Nullable Content content) {

    /** Sealed under the list's own key. */
    public record Content(String purpose, @Nullable String reference, String officer, List<Line> lines) {}

    /**
     * What became of a row.
     *
     * @param code as given; masked where it is none of an organisation
     * @param name as given, or as it stands here where the organisation is known
     * @param check null where the row was refused
     * @param refusal stable code; null where it was answered
     */
    public record Line(
            int line,
            String code,
            String name,
            @Nullable CheckId check,
            @Nullable Outcome outcome,
            int restraints,
            int incentives,
            @Nullable String refusal,
            List<String> arguments) {}

    public List<Line> lines() {
        return content == null ? List.of() : content.lines();
    }

    /** How many rows ended so. */
    public long count(Outcome outcome) {
        return lines().stream().filter(line -> line.outcome() == outcome).count();
    }

    /** How many rows were refused. */
    public long refused() {
        return lines().stream().filter(line -> line.refusal() != null).count();
    }
}
