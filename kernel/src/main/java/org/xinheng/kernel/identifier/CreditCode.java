package org.xinheng.kernel.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.xinheng.kernel.pack.SubjectKind;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): registering department, category, division of the registering
 * authority, organisation code and check character, over digits and capital letters without I, O, S, V and Z.
 */
public record CreditCode(@JsonValue String value) {

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** Categories that each department may give; 99 is in some tables of the standard only and is accepted. */
    private static final Map<Character, String> CATEGORIES = Map.ofEntries(
            Map.entry('1', "1239"),
            Map.entry('2', "19"),
            Map.entry('3', "123459"),
            Map.entry('4', "19"),
            Map.entry('5', "1239"),
            Map.entry('6', "129"),
            Map.entry('7', "129"),
            Map.entry('8', "19"),
            Map.entry('9', "1239"),
            Map.entry('A', "19"),
            Map.entry('N', "1239"),
            Map.entry('Y', "1"));

    public CreditCode {
        IdentifierError.INVALID_CREDIT_CODE.refuse(faults(value));
    }

    /** Accepts what people type: blanks around, full width, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreditCode parse(String text) {
        return new CreditCode(CodeText.normalise(text));
    }

    public static boolean isValid(String text) {
        return faults(text).isEmpty();
    }

    /** First character: the department that manages the registration (登记管理部门代码). */
    public char department() {
        return value.charAt(0);
    }

    /** Second character: the category of organisation within the department (机构类别代码). */
    public char category() {
        return value.charAt(1);
    }

    /** Division of the authority that registered first; stays when the organisation moves. */
    public String division() {
        return value.substring(2, 8);
    }

    /** The nine characters of the organisation code; a few lawful ones break its own check, so it is text. */
    public String organisationCode() {
        return value.substring(8, 17);
    }

    /** Whether the organisation code inside keeps its own check; if not that is worth a warning, no more. */
    public boolean organisationCodeChecks() {
        return OrganisationCode.isValid(organisationCode());
    }

    /** Whether it is a sole trader (个体工商户), who is protected like a person. */
    public boolean soleTrader() {
        return value.startsWith("92");
    }

    /** The kind of subject the first two characters hint at. */
    public SubjectKind subjectKind() {
        return switch (department()) {
            case '1' ->
                switch (category()) {
                    case '1' -> SubjectKind.GOVERNMENT_BODY;
                    case '2' -> SubjectKind.PUBLIC_INSTITUTION;
                    default -> SubjectKind.OTHER_ORGANISATION;
                };
            case '5' -> SubjectKind.SOCIAL_ORGANISATION;
            case '9' ->
                switch (category()) {
                    case '1' -> SubjectKind.ENTERPRISE;
                    case '2' -> SubjectKind.SOLE_TRADER;
                    default -> SubjectKind.OTHER_ORGANISATION;
                };
            default -> SubjectKind.OTHER_ORGANISATION;
        };
    }

    /** The code; of a sole trader only a mask. */
    @Override
    public String toString() {
        return soleTrader() ? Mask.number(value) : value;
    }

    static Set<CodeReason> faults(String text) {
        var faults = EnumSet.noneOf(CodeReason.class);
        if (text.length() != LENGTH) {
            faults.add(CodeReason.LENGTH);
            return faults;
        }
        boolean readable = text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        if (!readable || !CodeText.isDigits(text, 2, 8)) {
            faults.add(CodeReason.ALPHABET);
        }
        if (!isKnownAuthority(text)) {
            faults.add(CodeReason.REGISTERING_AUTHORITY);
        }
        if (!Province.isOfAuthority(text, 2)) {
            faults.add(CodeReason.PROVINCE);
        }
        if (readable && text.charAt(17) != checkCharacter(text)) {
            faults.add(CodeReason.CHECK_CHARACTER);
        }
        return faults;
    }

    static boolean isKnownAuthority(String text) {
        return CATEGORIES.getOrDefault(text.charAt(0), "").indexOf(text.charAt(1)) >= 0;
    }

    /** The check character that belongs to the first seventeen. */
    static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(text.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
