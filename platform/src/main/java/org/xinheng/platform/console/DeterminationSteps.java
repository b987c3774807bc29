package org.xinheng.platform.console;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Act;
import org.xinheng.platform.listing.CloseStatement;
import org.xinheng.platform.listing.CrossCheck;
import org.xinheng.platform.listing.DecideDetermination;
import org.xinheng.platform.listing.DeclineHonour;
import org.xinheng.platform.listing.GiveNotice;
import org.xinheng.platform.listing.HoldHearing;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.PublishListing;
import org.xinheng.platform.listing.ReviewLegally;
import org.xinheng.platform.listing.ServeDecision;
import org.xinheng.platform.listing.WithdrawDetermination;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.Written;

/** Which use case an act's form calls, with which of its fields. */
@Component
class DeterminationSteps {

    private final CrossCheck crossCheck;
    private final GiveNotice giveNotice;
    private final HoldHearing hearing;
    private final DeclineHonour decline;
    private final CloseStatement closeStatement;
    private final ReviewLegally reviewLegally;
    private final DecideDetermination decideDetermination;
    private final ServeDecision serveDecision;
    private final PublishListing publishListing;
    private final WithdrawDetermination withdrawDetermination;
    private final Order order;

    DeterminationSteps(
            CrossCheck crossCheck,
            GiveNotice giveNotice,
            HoldHearing hearing,
            DeclineHonour decline,
            CloseStatement closeStatement,
            ReviewLegally reviewLegally,
            DecideDetermination decideDetermination,
            ServeDecision serveDecision,
            PublishListing publishListing,
            WithdrawDetermination withdrawDetermination,
            Order order) {
        this.crossCheck = crossCheck;
        this.giveNotice = giveNotice;
        this.hearing = hearing;
        this.decline = decline;
        this.closeStatement = closeStatement;
        this.reviewLegally = reviewLegally;
        this.decideDetermination = decideDetermination;
        this.serveDecision = serveDecision;
        this.publishListing = publishListing;
        this.withdrawDetermination = withdrawDetermination;
        this.order = order;
    }

    void take(DeterminationId id, Act act, Map<String, String> form, Actor actor) {
        var text = form.getOrDefault("text", "");
        switch (act) {
            case CROSS_CHECK -> crossCheck.check(id, actor);
            case GIVE_NOTICE -> giveNotice.prior(id, day(form), text, actor);
            case REQUEST_HEARING -> hearing.request(id, day(form), text, actor);
            case CALL_HEARING ->
                hearing.call(id, day(form), DeterminationPages.day(form.get("heldOn"), order.today()), text, actor);
            case HOLD_HEARING -> hearing.hold(id, day(form), text, actor);
            case DROP_HEARING -> hearing.drop(id, text, actor);
            case GIVE_PUBLIC_NOTICE -> giveNotice.inPublic(id, actor);
            case ANSWER_OBJECTION -> giveNotice.answerObjection(id, text, form.getOrDefault("answer", ""), actor);
            case CLOSE_STATEMENT -> close(id, form, text, actor);
            case REVIEW -> reviewLegally.pass(id, text, actor);
            case REFUSE_REVIEW -> reviewLegally.refuse(id, text, actor);
            case DECIDE ->
                decideDetermination.decide(
                        id,
                        new DecideDetermination.Decision(
                                form.getOrDefault("document", ""),
                                form.getOrDefault("facts", ""),
                                form.getOrDefault("reason", ""),
                                form.get("minutes"),
                                form.getOrDefault("participants", "").lines().toList(),
                                degree(form),
                                named(form)),
                        actor);
            case REJECT -> decideDetermination.reject(id, text, actor);
            case SERVE ->
                serveDecision.serve(
                        id, day(form), form.containsKey("decision"), form.containsKey("repairNotice"), actor);
            case PUBLISH -> publishListing.publish(id, actor);
            case WITHDRAW -> withdrawDetermination.withdraw(id, text, actor);
            case DECLINE -> decline.decline(id, text, actor);
            case PROPOSE, BLOCK, LAPSE -> throw new CreditException(ListingError.STEP_SKIPPED, act, "");
        }
    }

    private void close(DeterminationId id, Map<String, String> form, String text, Actor actor) {
        switch (form.getOrDefault("outcome", "")) {
            case "ANSWERED" -> closeStatement.answered(id, day(form), text, form.getOrDefault("answer", ""), actor);
            case "WAIVED" -> closeStatement.waived(id, day(form), text, actor);
            case "SILENT" -> closeStatement.unanswered(id, actor);
            default -> throw new CreditException(ListingError.TEXT_MISSING);
        }
    }

    private static @Nullable Severity degree(Map<String, String> form) {
        return Stream.of(Severity.values())
                .filter(degree -> degree.name().equals(form.get("degree")))
                .findFirst()
                .orElse(null);
    }

    /** Checkboxes {@code named-…}, one for each person the decision may name. */
    private static Set<DeterminationId> named(Map<String, String> form) {
        return form.keySet().stream()
                .filter(key -> key.startsWith("named-"))
                .map(key -> Written.id(key.substring("named-".length())))
                .filter(Objects::nonNull)
                .map(DeterminationId::new)
                .collect(Collectors.toSet());
    }

    private LocalDate day(Map<String, String> form) {
        return DeterminationPages.day(form.get("day"), order.today());
    }
}
