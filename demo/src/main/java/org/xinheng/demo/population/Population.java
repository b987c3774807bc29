package org.xinheng.demo.population;

import java.time.LocalDate;

/**
 * So many organisations and persons, each computed from its number alone.
 *
 * @param organisations how many; a tenth are sole traders, some are associations, cooperatives and institutions
 * @param persons how many, all of age
 */
public record Population(int organisations, int persons) {

    /** What {@code --size small} means. */
    public static final Population SMALL = new Population(2_000, 500);

    /** What {@code --size city} means. */
    public static final Population CITY = new Population(300_000, 75_000);

    /** Codes whose fifth character is a digit are left to visitors and tests. */
    private static final int FIRST_CODE = 10 * 31 * 31 * 31;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1950, 1, 1);
    private static final int BIRTHS = 365 * 55;

    public Population {
        if (organisations < 1 || organisations > 300_000 || persons < 1 || persons > 150_000) {
            throw new IllegalArgumentException("more or fewer than there are codes for");
        }
    }

    public Party.Organisation organisation(int number) {
        var prefix = prefix(number);
        return new Party.Organisation(
                FictionalCodes.organisation(prefix, FIRST_CODE + number),
                InventedNames.ofOrganisation(prefix, number),
                InventedNames.ofPerson(number + 100_000));
    }

    private static String prefix(int number) {
        return switch (number % 20) {
            case 3, 13 -> "92";
            case 7 -> number % 40 == 7 ? "51" : "93";
            case 17 -> number % 40 == 17 ? "12" : "91";
            default -> "91";
        };
    }

    public Party.Citizen citizen(int number) {
        var birth = FIRST_BIRTH.plusDays((number * 7_919L) % BIRTHS);
        return new Party.Citizen(
                FictionalCodes.person(birth, number / BIRTHS * 100 + number % 97), InventedNames.ofPerson(number));
    }
}
