package org.xinheng.kernel.pack;

import java.util.Arrays;
import java.util.Optional;

/**
 * What no indicator may count, by the names one might try: each a number of punishments, which an agency measured by it
 * would raise. Not part of {@link CountedFact}, so that no formula can be written with it.
 */
enum PunishmentCount {
    PENALTIES("administrative penalties"),
    PENALTY_AMOUNTS("fines"),
    SERIOUS_LISTINGS("entries in serious lists"),
    WATCH_LISTINGS("entries in watch lists"),
    LISTINGS("entries in lists"),
    DETERMINATIONS("determinations against subjects"),
    RESTRAINTS("restraints"),
    RESTRAINTS_APPLIED("restraints applied"),
    RESTRAINT_TASKS("restraints carried out"),
    RESTRAINT_EXAMPLES("cases of restraint"),
    PUNISHMENTS("punishments"),
    SUBJECTS_RESTRAINED("subjects restrained"),
    NEGATIVE_RECORDS("records that speak against subjects"),
    EXPOSURES("exposures");

    private final String words;

    PunishmentCount(String words) {
        this.words = words;
    }

    /** Why this name is refused; empty where it is no name of a punishment. */
    static Optional<String> refusal(String name) {
        var asked = name.replace('-', '_');
        return Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(asked))
                .map(one -> "counts " + one.words
                        + ", and no indicator counts punishments: who is measured by them looks for more")
                .findFirst();
    }
}
