package org.xinheng.kernel.identifier;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Type of a person's certificate (证件类型). Passports and travel permits have no check character and are checked loosely. */
public enum IdType {
    CITIZEN_ID("身份证"),
    RESIDENCE_PERMIT("港澳台居民居住证"),
    FOREIGN_RESIDENT_ID("外国人永久居留身份证"),
    /** Chinese or foreign; another country or another year may give the same number again. */
    PASSPORT("护照号"),
    HK_MACAO_PERMIT("港澳居民来往内地通行证"),
    TAIWAN_PERMIT("台湾居民来往大陆通行证");

    private final String label;

    IdType(String label) {
        this.label = label;
    }

    /** The official name, as in the value list of dual publicity (双公示). */
    public String label() {
        return label;
    }

    /** The type with that official name; 居民身份证 and 护照 are common variants. */
    public static Optional<IdType> ofLabel(String label) {
        var name = label.strip();
        return switch (name) {
            case "居民身份证" -> Optional.of(CITIZEN_ID);
            case "护照" -> Optional.of(PASSPORT);
            default ->
                Stream.of(values()).filter(type -> type.label.equals(name)).findFirst();
        };
    }

    /** Whether a number, as people type it, can be one of this type. */
    public Check check(String text, LocalDate today) {
        var number = CodeText.normalise(text);
        if (number.isEmpty()) {
            return invalid(CodeReason.EMPTY);
        }
        if (CodeText.isPlaceholder(number)) {
            return invalid(CodeReason.PLACEHOLDER);
        }
        return switch (this) {
            case CITIZEN_ID ->
                CitizenId.isSuperseded(number)
                        ? superseded(CitizenId.upgraded(number), today)
                        : strict(number, CitizenId.faults(number, today));
            case RESIDENCE_PERMIT -> strict(number, ResidencePermit.faults(number, today));
            case FOREIGN_RESIDENT_ID -> strict(number, ForeignResidentId.faults(number, today));
            case PASSPORT ->
                number.length() < 5 || number.length() > 17 ? invalid(CodeReason.LENGTH) : loose(number, "[A-Z0-9]+");
            // The earlier booklets added two digits for their version, Taiwan's perhaps a letter.
            case HK_MACAO_PERMIT ->
                number.length() != 9 && number.length() != 11
                        ? invalid(CodeReason.LENGTH)
                        : loose(number, "[HM][0-9]+");
            case TAIWAN_PERMIT ->
                number.length() != 8 && number.length() != 10 && number.length() != 11
                        ? invalid(CodeReason.LENGTH)
                        : loose(number, "[0-9]{8}|[0-9]{10}[A-Z]?");
        };
    }

    private static Check superseded(String upgraded, LocalDate today) {
        var check = strict(upgraded, CitizenId.faults(upgraded, today));
        return check.valid() ? new Check(true, upgraded, CodeReason.SUPERSEDED_FORM) : check;
    }

    private static Check strict(String number, Set<CodeReason> faults) {
        return faults.isEmpty()
                ? new Check(true, number, null)
                : invalid(faults.iterator().next());
    }

    private static Check loose(String number, String form) {
        return strict(
                number, number.matches(form) ? EnumSet.noneOf(CodeReason.class) : EnumSet.of(CodeReason.ALPHABET));
    }

    private static Check invalid(CodeReason reason) {
        return new Check(false, null, reason);
    }

    /**
     * What a check found; prints without the number.
     *
     * @param normalized the number to compare by; null if not valid
     * @param reason why not, or {@link CodeReason#SUPERSEDED_FORM}; else null
     */
    public record Check(
            boolean valid,
            @Nullable String normalized,
            @Nullable CodeReason reason) {

        @Override
        public String toString() {
            return "Check[valid=" + valid + ", reason=" + reason + "]";
        }
    }
}
