package org.xinheng.platform.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.item.CheckedRow;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.item.FindingSeverity;
import org.xinheng.kernel.item.Rule;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.Polarity;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.subject.Identity;

/** Finds out what a checked row's words mean under the rules of its day: authority, list, subject. */
final class RowPlacing {

    /** A list that takes entries. */
    private static final Label OPEN = new Label("", null);

    private final Pack rules;
    private final Item item;
    private final Actor sender;
    private final Authorities authorities;
    private final ReceiveListings listings;
    private final Map<String, Label> refusedLists = new HashMap<>();

    RowPlacing(Pack rules, Item item, Actor sender, ReceiveListings listings) {
        this.rules = rules;
        this.item = item;
        this.sender = sender;
        this.listings = listings;
        this.authorities = new Authorities(rules, sender.requiredAgency());
    }

    Authorities authorities() {
        return authorities;
    }

    /** Placed, or refused with the finding that says why. */
    sealed interface Outcome {

        record Placed(PlacedRow row) implements Outcome {}

        record Refused(CheckedRow.Refused row) implements Outcome {}
    }

    Outcome place(CheckedRow.Accepted row) {
        if (row.subjectKind().personal() && row.personal().subjectNumber() == null) {
            return refused(
                    row,
                    FieldRole.SUBJECT_ID_NUMBER,
                    Rule.R6,
                    "自然人和个体工商户要有证件号码或者代码，否则无法确定是谁。",
                    "Natural persons and sole traders need a number or code, or nobody can tell who it is.");
        }
        if (!row.subjectKind().personal() && value(row, FieldRole.SUBJECT_CREDIT_CODE) == null) {
            return refused(
                    row,
                    FieldRole.SUBJECT_CREDIT_CODE,
                    Rule.R3,
                    "法人和其他组织要填统一社会信用代码，否则无法确定是谁。",
                    "Legal persons and other organisations need a credit code, or nobody can tell who it is.");
        }
        return item.kind() == ItemKind.LIST_ENTRY ? placeEntry(row) : placeDecision(row);
    }

    private Outcome placeDecision(CheckedRow.Accepted row) {
        return switch (authority(row)) {
            case Authorities.Found.Own own -> new Outcome.Placed(new PlacedRow(row, own.agency(), identity(row), null));
            case Authorities.Found.Foreign other ->
                refused(
                        row,
                        FieldRole.AUTHORITY_NAME,
                        Rule.R3,
                        "这是“" + other.name() + "”的决定，只能由该单位或者其上级报送，请删去这一行。",
                        "This is a decision of “" + other.name()
                                + "”; only that agency or its superior sends it in. Please delete the row.");
            case Authorities.Found.OutOfTime late ->
                refused(
                        row,
                        FieldRole.AUTHORITY_NAME,
                        Rule.R3,
                        "“" + late.name() + "”在决定日期 " + row.decidedOn() + " 不用这个名称，请核对决定机关和决定日期。",
                        "“" + late.name() + "” did not bear this name on the day of decision, " + row.decidedOn()
                                + "; please check both.");
            case Authorities.Found.Unknown ignored ->
                refused(
                        row,
                        FieldRole.AUTHORITY_NAME,
                        Rule.R3,
                        "单位名录里没有这个决定机关，请写机关全称，或者请信用办补充名录。",
                        "No such authority is in the directory; write its full name, or ask the credit office to add it.");
        };
    }

    private Outcome placeEntry(CheckedRow.Accepted row) {
        var list = list(value(row, FieldRole.LIST));
        if (list == null) {
            return refused(
                    row,
                    FieldRole.LIST,
                    Rule.ALPHABET,
                    "没有这个名单，请填写名单的全称。",
                    "There is no such list; write its full name.");
        }
        if ((item.polarity() == Polarity.POSITIVE) != (list.kind() == ListKind.INCENTIVE)) {
            return refused(
                    row,
                    FieldRole.LIST,
                    Rule.ALPHABET,
                    "“" + list.label().zh() + "”不用这份模板报送，请换用对应的模板。",
                    "“" + english(list.label()) + "” is not sent in with this template; take the one for it.");
        }
        var closed = refusedLists.computeIfAbsent(
                list.id(),
                id -> listings.refusal(new ListId(id), sender)
                        .map(RowPlacing::sentence)
                        .orElse(OPEN));
        if (closed != OPEN) {
            return refused(row, FieldRole.LIST, Rule.ALPHABET, closed.zh(), english(closed));
        }
        if (!list.targets().contains(row.subjectKind())) {
            return refused(
                    row,
                    FieldRole.SUBJECT_CATEGORY,
                    Rule.ALPHABET,
                    "“" + list.label().zh() + "”不列入这类主体，请核对。",
                    "Nobody of this kind is entered in “" + english(list.label()) + "”; please check.");
        }
        var authority = authority(row) instanceof Authorities.Found.Own own ? own.agency() : new AgencyId(list.owner());
        return new Outcome.Placed(new PlacedRow(row, authority, identity(row), list));
    }

    private static Label sentence(ErrorCode code) {
        return switch (code.name()) {
            case "LIST_NOT_YOURS" ->
                new Label("这个名单由其他单位负责转报，请删去这一行。", "Another agency passes this list on; please delete the row.");
            case "LIST_NOT_RECEIVED" ->
                new Label(
                        "这个名单由本市认定，不能用文件报送，请在“名单认定”里办理。",
                        "This list is determined here and not sent in as a file; use the pages of lists.");
            case "NO_BASIS_IN_FORCE" ->
                new Label("这个名单目前没有有效依据，不接收列入信息。", "This list has no basis in force; no entries are taken.");
            default ->
                new Label(
                        "这个名单目前不接收报送（" + code.name() + "）。",
                        "This list takes no entries at present (" + code.name() + ").");
        };
    }

    private static String english(Label label) {
        return Objects.requireNonNullElse(label.en(), label.zh());
    }

    private Authorities.Found authority(CheckedRow.Accepted row) {
        return authorities.find(
                value(row, FieldRole.AUTHORITY_NAME), value(row, FieldRole.AUTHORITY_CODE), row.decidedOn());
    }

    private @Nullable CreditList list(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var byId = rules.lists().get(name);
        return byId != null
                ? byId
                : rules.lists().values().stream()
                        .filter(list -> list.label().zh().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private Identity identity(CheckedRow.Accepted row) {
        var name = Objects.requireNonNullElse(value(row, FieldRole.SUBJECT_NAME), "");
        return switch (row.subjectKind()) {
            case PERSON ->
                new Identity.Person(
                        Objects.requireNonNull(row.personal().subjectIdType()),
                        Objects.requireNonNull(row.personal().subjectNumber()),
                        name);
            case SOLE_TRADER ->
                new Identity.SoleTrader(
                        new CreditCode(Objects.requireNonNull(row.personal().subjectNumber())), name);
            default ->
                new Identity.Organisation(
                        new CreditCode(Objects.requireNonNull(value(row, FieldRole.SUBJECT_CREDIT_CODE))), name);
        };
    }

    /** A value in clear, by the role of its field. */
    @Nullable
    String value(CheckedRow.Accepted row, FieldRole role) {
        var field = item.field(role);
        if (field == null) {
            return null;
        }
        var clear = row.personal().clear(field.id());
        return clear != null ? clear : row.values().get(field.id());
    }

    /** As it may be shown, by the role of its field. */
    @Nullable
    String maskedValue(CheckedRow.Accepted row, FieldRole role) {
        var field = item.field(role);
        return field == null ? null : row.values().get(field.id());
    }

    private Outcome refused(CheckedRow.Accepted row, FieldRole role, Rule rule, String sentence, String english) {
        return new Outcome.Refused(refusal(row, role, rule, sentence, english));
    }

    CheckedRow.Refused refusal(CheckedRow.Accepted row, FieldRole role, Rule rule, String sentence, String english) {
        var findings = new ArrayList<>(row.findings());
        findings.add(finding(row, role, rule, FindingSeverity.ERROR, sentence, english));
        return new CheckedRow.Refused(row.line(), List.copyOf(findings));
    }

    /** A finding that shows the field's masked value. */
    Finding finding(
            CheckedRow.Accepted row,
            FieldRole role,
            Rule rule,
            FindingSeverity severity,
            String sentence,
            String english) {
        var field = item.field(role);
        var value = field == null ? "" : row.values().getOrDefault(field.id(), "");
        return new Finding(
                row.line(),
                field == null ? "" : field.label().zh(),
                rule,
                severity,
                value.length() > 80 ? value.substring(0, 80) + "…" : value,
                sentence,
                english);
    }
}
