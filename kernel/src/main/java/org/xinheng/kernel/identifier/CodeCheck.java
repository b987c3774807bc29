package org.xinheng.kernel.identifier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of code a text is and whether it is valid. Kinds are tried in the order of {@link CodeKind}, the first
 * valid wins; the superseded form of citizen numbers comes last.
 */
public final class CodeCheck {

    /** Ties between kinds that a wrong code resembles go to the earlier: foreign residents are few. */
    private static final List<CodeKind> LIKELY =
            List.of(CodeKind.CITIZEN_ID, CodeKind.RESIDENCE_PERMIT, CodeKind.USCC, CodeKind.FOREIGN_RESIDENT_ID);

    private CodeCheck() {}

    /**
     * The answer for one text; prints without the code, which may be a person's.
     *
     * @param kind what it is or, if not valid, most resembles; null if nothing
     * @param normalized the code to compare by; null if not valid
     * @param reason why it is not valid, or {@link CodeReason#SUPERSEDED_FORM}; else null
     */
    public record Result(
            String input,
            @Nullable CodeKind kind,
            boolean valid,
            @Nullable String normalized,
            @Nullable CodeReason reason) {

        @Override
        public String toString() {
            return "Result[kind=" + kind + ", valid=" + valid + ", reason=" + reason + "]";
        }
    }

    public static Result check(String input, LocalDate today) {
        var text = CodeText.normalise(input);
        if (text.isEmpty()) {
            return invalid(input, null, CodeReason.EMPTY);
        }
        if (CodeText.isPlaceholder(text)) {
            return invalid(input, null, CodeReason.PLACEHOLDER);
        }
        var code = OrganisationCode.withoutHyphen(text);
        return switch (code.length()) {
            case 18 -> ofEighteen(input, code, today);
            case 15 -> ofFifteen(input, code, today);
            case 9 -> ofNine(input, code);
            default -> invalid(input, resembledDespiteLength(code), CodeReason.LENGTH);
        };
    }

    private static Result ofEighteen(String input, String code, LocalDate today) {
        var readings = Stream.of(
                        new Reading(CodeKind.CITIZEN_ID, CitizenId.faults(code, today)),
                        new Reading(CodeKind.RESIDENCE_PERMIT, ResidencePermit.faults(code, today)),
                        new Reading(CodeKind.FOREIGN_RESIDENT_ID, ForeignResidentId.faults(code, today)),
                        new Reading(CodeKind.USCC, CreditCode.faults(code)))
                .toList();
        for (var reading : readings) {
            if (reading.faults.isEmpty()) {
                return valid(input, reading.kind, code);
            }
        }
        return readings.stream()
                .filter(reading -> reading.resembles(code))
                .min(Comparator.<Reading>comparingInt(reading -> reading.distance(code))
                        .thenComparingInt(reading -> LIKELY.indexOf(reading.kind)))
                .map(reading ->
                        invalid(input, reading.kind, reading.faults.iterator().next()))
                .orElseGet(() -> invalid(input, null, CodeReason.ALPHABET));
    }

    private static Result ofFifteen(String input, String code, LocalDate today) {
        if (ForeignResidentId.isValid(code, today)) {
            return valid(input, CodeKind.FOREIGN_RESIDENT_ID, code);
        }
        var faults = BusinessRegistration.faults(code);
        if (faults.isEmpty()) {
            return valid(input, CodeKind.BUSINESS_REGISTRATION, code);
        }
        if (CitizenId.isSuperseded(code)) {
            var upgraded = CitizenId.upgraded(code);
            return CitizenId.isValid(upgraded, today)
                    ? new Result(input, CodeKind.CITIZEN_ID, true, upgraded, CodeReason.SUPERSEDED_FORM)
                    : invalid(
                            input,
                            CodeKind.BUSINESS_REGISTRATION,
                            faults.iterator().next());
        }
        long digits = digits(code);
        boolean country = code.chars().limit(3).allMatch(c -> CodeText.isLetter((char) c));
        var kind = digits == 14
                ? CodeKind.BUSINESS_REGISTRATION
                : country && digits == 11 ? CodeKind.FOREIGN_RESIDENT_ID : null;
        return invalid(input, kind, CodeReason.ALPHABET);
    }

    private static Result ofNine(String input, String code) {
        var faults = OrganisationCode.faults(code);
        if (faults.isEmpty()) {
            return valid(input, CodeKind.ORGANISATION_CODE, code);
        }
        var kind = OrganisationCode.misfits(code) <= 1 ? CodeKind.ORGANISATION_CODE : null;
        return invalid(input, kind, faults.iterator().next());
    }

    /** Up to two characters lost or doubled still show what was meant. */
    private static @Nullable CodeKind resembledDespiteLength(String code) {
        int length = code.length();
        if (!isPlain(code)) {
            return null;
        }
        if (length == 8 || length == 10) {
            return CodeKind.ORGANISATION_CODE;
        }
        if (length == 13 || length == 14) {
            return CodeText.isDigits(code, 0, length) ? CodeKind.BUSINESS_REGISTRATION : null;
        }
        if (length < 16 || length > 20) {
            return null;
        }
        if (CodeText.isDigits(code, 0, length - 1)
                && Province.isKnown(code, 0)
                && PersonNumber.hasPlausibleYear(code)) {
            return Province.isOfPermits(code, 0) ? CodeKind.RESIDENCE_PERMIT : CodeKind.CITIZEN_ID;
        }
        return CreditCode.isKnownAuthority(code) && Province.isOfAuthority(code, 2) ? CodeKind.USCC : null;
    }

    private static boolean isPlain(String code) {
        return code.chars().allMatch(c -> CodeText.isDigit((char) c) || CodeText.isLetter((char) c));
    }

    private static long digits(String code) {
        return code.chars().filter(c -> CodeText.isDigit((char) c)).count();
    }

    private static Result valid(String input, CodeKind kind, String code) {
        return new Result(input, kind, true, code, null);
    }

    private static Result invalid(String input, @Nullable CodeKind kind, CodeReason reason) {
        return new Result(input, kind, false, null, reason);
    }

    /** A text of 18 characters read as one kind, with all that speaks against it. */
    private record Reading(CodeKind kind, Set<CodeReason> faults) {

        boolean resembles(String code) {
            return kind == CodeKind.USCC ? isPlain(code) && digits(code) >= 6 : PersonNumber.misfits(code) <= 1;
        }

        /** Faults, and what is no fault but still speaks against the kind. */
        int distance(String code) {
            boolean unlikely = kind == CodeKind.USCC
                    ? !OrganisationCode.isValid(code.substring(8, 17))
                    : !PersonNumber.hasPlausibleYear(code);
            return faults.size() + (unlikely ? 1 : 0);
        }
    }
}
