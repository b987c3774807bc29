package org.xinheng.platform.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/**
 * Draws decisions of an agency at random, to see whether they were reported (瞒报抽查), and records what an officer found.
 * Every draw is a fact, so that nobody can draw again until the draw suits them without its being seen.
 */
@Component
public class DrawSample {

    private static final int LARGEST_POPULATION = 100_000;
    private static final int LARGEST_SAMPLE = 500;

    private final JdbcClient jdbc;
    private final Samples samples;
    private final Catalogue catalogue;
    private final Packs packs;
    private final Changes changes;
    private final IdGenerator ids;

    DrawSample(JdbcClient jdbc, Samples samples, Catalogue catalogue, Packs packs, Changes changes, IdGenerator ids) {
        this.jdbc = jdbc;
        this.samples = samples;
        this.catalogue = catalogue;
        this.packs = packs;
        this.changes = changes;
        this.ids = ids;
    }

    /**
     * Draws from the agency's register of decisions.
     *
     * @param before what stands before the number, such as 常市监罚字〔2026〕, and {@code after} what stands behind it
     * @param first first number of the range, {@code last} its last
     */
    @Transactional
    public UUID register(
            AgencyId agency, ItemId item, String before, int first, int last, String after, int size, Actor actor) {
        if (before.isBlank() || first < 1 || last < first || last - first >= LARGEST_POPULATION) {
            throw new CreditException(IntakeError.SAMPLE_IMPOSSIBLE);
        }
        return draw(
                agency,
                item,
                Samples.Source.REGISTER,
                last - first + 1,
                size,
                before.strip(),
                after.strip(),
                first,
                List.of(),
                actor);
    }

    /** Draws from decisions named one by one, such as those reported at a matter. */
    @Transactional
    public UUID decisions(AgencyId agency, ItemId item, List<String> references, int size, Actor actor) {
        if (references.size() > LARGEST_POPULATION) {
            throw new CreditException(IntakeError.SAMPLE_IMPOSSIBLE);
        }
        return draw(
                agency,
                item,
                Samples.Source.MATTER,
                references.size(),
                size,
                null,
                null,
                1,
                List.copyOf(references),
                actor);
    }

    private UUID draw(
            AgencyId agency,
            ItemId item,
            Samples.Source source,
            int population,
            int size,
            @Nullable String before,
            @Nullable String after,
            int first,
            List<String> references,
            Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        catalogue.item(item);
        if (!packs.today().agencies().containsKey(agency.value())) {
            throw new CreditException(IntakeError.AGENCY_UNKNOWN, agency);
        }
        Scope.require(actor, packs.today(), agency);
        if (size < 1 || size > population || size > LARGEST_SAMPLE) {
            throw new CreditException(IntakeError.SAMPLE_IMPOSSIBLE);
        }
        var change = changes.open(actor);
        var id = ids.next();
        var seed = ids.next();
        var drawn = RandomDraw.draw(seed.toString(), population, size);
        samples.insert(
                id,
                agency,
                item,
                source,
                seed,
                population,
                new Samples.Content(before, after, first, references, drawn),
                change);
        change.publish(new SampleDrawn(id, agency, item, seed, population, size));
        return id;
    }

    /**
     * Records what was found about a drawn decision; found again, the last counts.
     *
     * @param note how it was found out; blank = none
     */
    @Transactional
    public void find(UUID id, int place, SampleFinding finding, String note, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        Scope.require(actor, packs.today(), samples.get(id).agency());
        jdbc.sql("select id from intake.sample where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .list();
        var content = samples.content(id);
        if (content == null || !content.drawn().contains(place)) {
            throw new CreditException(IntakeError.SAMPLE_NOT_FOUND);
        }
        var change = changes.open(actor);
        samples.find(id, place, finding, note.isBlank() ? null : note.strip(), change);
        change.publish(new SampleFound(id, place, finding));
    }
}
