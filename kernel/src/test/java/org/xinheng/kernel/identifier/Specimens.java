package org.xinheng.kernel.identifier;

import java.util.Random;

/** Made-up numbers with the right check character, in the division kept for synthetic data. */
final class Specimens {

    private Specimens() {}

    static String person(String six, String birth, String sequence) {
        var seventeen = six + birth + sequence;
        return seventeen + PersonNumber.checkCharacter(seventeen);
    }

    static String person(Random random) {
        var birth = "%d%02d%02d".formatted(1930 + random.nextInt(90), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return person("320499", birth, "%03d".formatted(random.nextInt(1000)));
    }

    static String organisation(Random random) {
        var eight = "MAXH" + "%04d".formatted(random.nextInt(10_000));
        return eight + OrganisationCode.checkCharacter(eight);
    }

    static String credit(Random random) {
        var seventeen = "91320499" + organisation(random);
        return seventeen + CreditCode.checkCharacter(seventeen);
    }

    static String registration(Random random) {
        var fourteen = "320499" + "%08d".formatted(random.nextInt(100_000_000));
        return fourteen + BusinessRegistration.checkDigit(fourteen);
    }
}
