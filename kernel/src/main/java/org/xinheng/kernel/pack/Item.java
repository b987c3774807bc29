package org.xinheng.kernel.pack;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that may be collected (信息目录项). What is not an item is not collected.
 *
 * @param kind how the platform treats records of it
 * @param organisationsPublic whether records about organisations may stand on the portal
 * @param personsPublicBy the statute by which records about natural persons may be public; null: never
 * @param reportingWorkingDays a record received later than this after its decision is late; 0 = no clock
 * @param matter id of the matter a licence of this item decides; null for none
 * @param publicationClocks until when a decision must stand on which site; the law may set two
 */
public record Item(
        String id,
        Label label,
        ItemKind kind,
        Polarity polarity,
        List<Basis> basis,
        List<Field> fields,
        boolean organisationsPublic,
        @Nullable Basis personsPublicBy,
        int reportingWorkingDays,
        @Nullable String matter,
        List<PublicationClock> publicationClocks,
        String source,
        boolean verified)
        implements PackEntry.Grounded {

    /** The clock of the credit sites, which reporting keeps; null where the pack gives it no basis of its own. */
    public @Nullable PublicationClock reportingClock() {
        return publicationClocks.stream()
                .filter(clock -> clock.site() == PublicationClock.Site.CREDIT_SITE)
                .findFirst()
                .orElse(null);
    }

    /** The clocks of other sites, which run beside it for the decisions of their agencies. */
    public List<PublicationClock> otherClocks() {
        return publicationClocks.stream()
                .filter(clock -> clock.site() != PublicationClock.Site.CREDIT_SITE)
                .toList();
    }

    /**
     * The site whose publicity of such a decision is the authoritative one (公示主体): that of a clock of its own for the
     * agency, else the credit sites where they have one. The portal mirrors it, never longer and never earlier; null = this
     * portal itself.
     */
    public PublicationClock.@Nullable Site publishedOn(String agency) {
        return publicationClocks.stream()
                .filter(clock -> clock.runsFor(agency))
                .map(PublicationClock::site)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The field with this role, or null. */
    public @Nullable Field field(FieldRole role) {
        return fields.stream().filter(field -> field.role() == role).findFirst().orElse(null);
    }
}
