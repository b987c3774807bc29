package org.xinheng.platform.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.CodeCheck;
import org.xinheng.kernel.identifier.CodeKind;
import org.xinheng.kernel.identifier.CodeText;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.OrganisationSearch;
import org.xinheng.platform.subject.SubjectError;
import org.xinheng.platform.subject.Subjects;

/** Organisations as everybody may find and see them. Persons and sole traders cannot be found here at all. */
@Component
public class PublicSubjects {

    /** The most a search shows. */
    public static final int FOUND = 20;

    /** Passports and travel permits have no check character; a letter or two and the usual number of digits will do. */
    private static final Pattern PERMIT = Pattern.compile("[A-Z]{1,2}[0-9]{7,8}|[HM][0-9]{10}");

    /** As many digits as the numbers of persons have, also mistyped ones, wherever they stand. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{15}");

    private final OrganisationSearch search;
    private final Subjects subjects;
    private final Records records;
    private final Listings listings;
    private final Packs packs;
    private final Order order;
    private final Projection projection;

    PublicSubjects(
            OrganisationSearch search,
            Subjects subjects,
            Records records,
            Listings listings,
            Packs packs,
            Order order,
            Projection projection) {
        this.search = search;
        this.subjects = subjects;
        this.records = records;
        this.listings = listings;
        this.packs = packs;
        this.order = order;
        this.projection = projection;
    }

    /** An organisation a search found. */
    public record Found(String code, String name) {}

    /**
     * Organisations with this code, or whose present or former name holds these words; at most {@link #FOUND}. What
     * looks like a number of a person is refused with {@code SEARCH_BY_ID_NUMBER} and kept nowhere.
     */
    public List<Found> search(String words) {
        var wanted = CodeText.normalise(words);
        if (looksLikePerson(wanted, order.today())) {
            throw new CreditException(DisclosureError.SEARCH_BY_ID_NUMBER);
        }
        if (wanted.codePointCount(0, wanted.length()) < OrganisationSearch.SHORTEST) {
            throw new CreditException(DisclosureError.SEARCH_TOO_SHORT, OrganisationSearch.SHORTEST);
        }
        return search.find(wanted, FOUND).stream().map(projection::found).toList();
    }

    /** The public page of an organisation; refuses with {@code SUBJECT_NOT_FOUND}. */
    public PublicSubject subject(String text) {
        var code = CreditCode.parse(text);
        if (code.soleTrader()) {
            throw new CreditException(SubjectError.SUBJECT_NOT_FOUND, "");
        }
        var id = subjects.find(new Identity.Organisation(code, ""))
                .orElseThrow(() -> new CreditException(SubjectError.SUBJECT_NOT_FOUND, code));
        var asOf = order.now();
        return projection.forPublic(
                subjects.get(id), records.inForce(id, asOf), listings.inForce(id, asOf), packs.inForce(asOf), asOf);
    }

    private static boolean looksLikePerson(String wanted, LocalDate today) {
        if (IdentifierScan.hasNumber(wanted)) {
            return true;
        }
        var code = CodeCheck.check(wanted, today);
        return code.kind() == CodeKind.CITIZEN_ID
                || code.kind() == CodeKind.RESIDENCE_PERMIT
                || code.kind() == CodeKind.FOREIGN_RESIDENT_ID
                || !code.valid()
                        && (PERMIT.matcher(wanted).matches()
                                || DIGITS.matcher(wanted).find());
    }
}
